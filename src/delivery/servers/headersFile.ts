import type { Offer } from "../offer.ts";
import { firstLine } from "../own.ts";
import {
  archivesOf,
  commonHeaders,
  hubLinks,
  inHeader,
  isPushed,
  origin,
  pageHeaders,
  type Served,
  selfLink,
  servedFiles,
} from "../served.ts";

/** What a host makes of a `_headers` file. */
interface Host {
  readonly name: string;
  readonly mostRules: number;
  /** Whether `:splat` in a value stands for what `*` in the pattern met. */
  readonly repeatsSplat: boolean;
}

interface Rule {
  readonly pattern: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** A header that rules before it gave, and that it takes away. */
  readonly without?: string | undefined;
}

/** https://docs.netlify.com/manage/routing/headers/, in 2026: no limit is told. */
const netlify: Host = { name: "Netlify", mostRules: Number.POSITIVE_INFINITY, repeatsSplat: false };

/** https://developers.cloudflare.com/pages/configuration/headers/, in 2026: lines of 2,000 characters at most, too. */
const cloudflare: Host = { name: "Cloudflare Pages", mostRules: 100, repeatsSplat: true };

const longestLine = 2000;

export const netlifyHeaders = (offer: Offer): string => written(offer, netlify);
export const cloudflareHeaders = (offer: Offer): string => written(offer, cloudflare);

/**
 * Where two rules fit a path, their values of one header are joined. So each header of a path is in
 * one rule only: that of its file name, which fits it in any folder.
 */
function written(offer: Offer, host: Host): string {
  const last = [...archivesRules(offer, host), ...pagesRules(offer)];
  const rules = [...rulesFor(offer, host).slice(0, host.mostRules - last.length), ...last];
  const blocks = rules.map(({ pattern, headers, without }) => {
    const lines = headers.map(([name, value]) => `  ${name}: ${value}`);
    if (without !== undefined) lines.push(`  ! ${without}`);
    return `\n${[pattern, ...lines.filter((line) => line.length <= longestLine)].join("\n")}\n`;
  });
  return `${firstLine(`how ${host.name} serves the feeds`)}\n${blocks.join("")}`;
}

function rulesFor(offer: Offer, host: Host): readonly Rule[] {
  const files = namedApart(servedFiles(offer), host);
  const common = commonHeaders(offer);
  const rules: Rule[] = [];
  const linkRules: Rule[] = [];
  for (const file of files) {
    const headers: Rule["headers"] = [["Content-Type", file.contentType], ...common];
    const targets = isEntangled(file, files) ? file.paths.filter(isLiteral) : [wildcard(offer, file)];
    for (const pattern of targets) {
      const self = pattern.replace("*", ":splat");
      rules.push({
        pattern,
        headers: host.repeatsSplat ? [...headers, ...links(offer, file, self)] : headers,
      });
    }
    if (host.repeatsSplat) continue;
    for (const pattern of file.paths.filter(isLiteral)) {
      const headers = links(offer, file, pattern);
      if (headers.length > 0) linkRules.push({ pattern, headers });
    }
  }
  return [...rules, ...linkRules];
}

/** Archives name no hub: where their feed's rule fits them too, what it says of hubs is taken back. */
function archivesRules(offer: Offer, { repeatsSplat }: Host): readonly Rule[] {
  const isTold = servedFiles(offer).some((file) => archivesOf(file, offer) !== undefined);
  if (!isTold || !repeatsSplat) return [];
  return [{ pattern: `${folder(offer)}archive/*`, headers: [], without: "Link" }];
}

/** A host finds pages at addresses without an ending: so this is for all files, and no other rule says the same. */
function pagesRules(offer: Offer): readonly Rule[] {
  const headers = pageHeaders(offer);
  return headers.length === 0 ? [] : [{ pattern: `${folder(offer)}*`, headers }];
}

function wildcard(offer: Offer, { name }: Served): string {
  return `${folder(offer)}*${name}`;
}

function folder({ site }: Offer): string {
  const { pathname } = new URL(site.url);
  return isLiteral(pathname) ? pathname : "/";
}

/** Where rules are few, a partner's `wire-rss.xml` mustn't cost every `rss.xml` one of its own. */
function namedApart(files: readonly Served[], { mostRules }: Host): readonly Served[] {
  if (mostRules === Number.POSITIVE_INFINITY) return files;
  const feeds = files.filter(({ isFeed }) => isFeed);
  return files.filter((file) => file.isFeed || !isEntangled(file, feeds));
}

/** `*feed.json` would fit `myfeed.json` as well. */
function isEntangled({ name }: Served, files: readonly Served[]): boolean {
  return files.some(
    (other) => other.name !== name && (other.name.endsWith(name) || name.endsWith(other.name)),
  );
}

/** Whether a path has no sign that could have a meaning in a pattern. */
function isLiteral(path: string): boolean {
  return /^[\w/%.~-]+$/.test(path);
}

function links(offer: Offer, file: Served, path: string): Rule["headers"] {
  if (!isPushed(file, offer)) return [];
  return [...hubLinks(offer), selfLink(origin(offer) + inHeader(path))].map((value) => ["Link", value]);
}
