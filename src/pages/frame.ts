import { createHash } from "node:crypto";
import type { Config } from "../config/index.ts";
import { directionOf, generator } from "../delivery/index.ts";
import { formats } from "../formats/index.ts";
import { attributes } from "../formats/xml.ts";
import type { TopicPlace } from "../select/index.ts";
import { addressOf } from "../serialise/channel.ts";
import { urlFrom } from "../url.ts";
import type { Here } from "./here.ts";
import type { Theme } from "./theme.ts";
import type { Words } from "./wordings.ts";

/** What all pages of a site are made with. */
export interface Frame {
  readonly config: Config;
  readonly style: string;
  readonly script: string;
}

/** Style and script as pages have them. */
export function frameOf(config: Config, { files }: Theme): Frame {
  const text = (name: string) => files.get(name)?.text ?? "";
  const style = shortStyle(`${text("colours.css")}\n${text("style.css")}`);
  return { config, style, script: text("share.js").replace(/\n\s*/g, "\n").trim() };
}

/** Without comments, and without the white space that says nothing; strings stay as they are. */
function shortStyle(css: string): string {
  const parts = /("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|\/\*.*?\*\/|\s*([{};,])\s*|\s+/gs;
  const short = css.replace(parts, (_, string?: string, sign?: string) => string ?? sign ?? " ");
  return short.replace(/;\}/g, "}").trim();
}

/** What a page says in its head, beside what follows from the site. */
export interface Said {
  readonly template: string;
  readonly title: string;
  readonly description?: string | undefined;
  /** Where the same stands that is to be found first. */
  readonly canonical?: string | undefined;
  readonly topic?: TopicPlace | undefined;
  /** Whether searchers are to pass it over. */
  readonly isHidden?: boolean | undefined;
  readonly hasScript?: boolean | undefined;
  readonly newer?: string | undefined;
  readonly older?: string | undefined;
  /** Where its pictures and recordings come from. */
  readonly origins?: readonly string[] | undefined;
  readonly social?: Readonly<Record<string, unknown>> | undefined;
  readonly jsonLd?: string | undefined;
}

/** What each template is given: of the page and of the site, as seen from there. */
export function framed(frame: Frame, here: Here, words: Words, said: Said) {
  const { config, style, script } = frame;
  const { site } = config;
  const { hasScript = false, isHidden = false, title } = said;
  return {
    page: {
      kind: said.template,
      isFront: here.path === "index.html",
      language: words.language,
      direction: directionOf(words.language),
      title: title === site.title ? title : `${title} – ${site.title}`,
      headline: title,
      description: said.description,
      canonical: isHidden ? undefined : (said.canonical ?? here.address),
      policy: policyOf(frame, hasScript, said.origins ?? []),
      style,
      script: hasScript ? script : undefined,
      generator,
      isHidden,
      feeds: feedsOf(config, here, said.topic),
      newer: said.newer,
      older: said.older,
      social: said.social,
      jsonLd: said.jsonLd,
    },
    site: {
      title: site.title,
      description: site.description,
      home: here.link(site.url),
      subscribe: subscription(config, here),
      copyright: site.copyright,
      icon: here.link(site.favicon ?? site.icon),
      image: here.link(site.image),
      spoken: spoken(site.language, words),
    },
    words: { ...words, page: undefined },
  };
}

/** Attributes that say which language something is in, where it isn't the page's. */
export function spoken(language: string | undefined, words: Words): string {
  if (language === undefined || language === words.language) return "";
  return attributes({ lang: language, dir: directionOf(language) });
}

/** Where one subscribes: the page of the feeds, or else the first of them. */
function subscription({ delivery: { page }, feeds, site }: Config, here: Here): string | undefined {
  const [first = "rss"] = feeds.formats;
  return page === undefined ? here.link(site.url + formats[first].fileName) : here.to(page);
}

/** The main feed in each format, and before it that of the page's topic. */
function feedsOf({ feeds, scopes, site }: Config, here: Here, topic: TopicPlace | undefined) {
  const own = topic?.hasFeed ? (scopes.find(({ by }) => by === "topic")?.formats ?? []) : [];
  const link = (folder: string, title: string, name: keyof typeof formats, many: boolean) => {
    const { fileName, mediaType } = formats[name];
    const href = here.link(addressOf(site.url, folder + fileName));
    return { href, type: mediaType, title: many ? `${title} (${names[name]})` : title };
  };
  return [
    ...own
      .slice(0, 1)
      .map((name) => link(topic?.folder ?? "", `${topic?.label} – ${site.title}`, name, false)),
    ...feeds.formats.map((name) => link("", site.title, name, feeds.formats.length > 1)),
  ];
}

const names = { rss: "RSS", atom: "Atom", json: "JSON Feed" } as const;

/** A topic as a page shows it, with its own page and feed. */
export function topicLink(topic: TopicPlace, here: Here, { scopes, site }: Config) {
  const [format] = scopes.find(({ by }) => by === "topic")?.formats ?? [];
  const feed =
    topic.hasFeed && format ? addressOf(site.url, topic.folder + formats[format].fileName) : undefined;
  return { label: topic.label, href: here.to(`${topic.folder}index.html`), feed: here.link(feed) };
}

/** A host may have `;` in its name, which would begin another directive, or be `*`: nothing is fetched from there. */
const namedHost = /^https?:\/\/[a-z\d](?:[a-z\d._-]*[a-z\d.])?(?::\d+)?$/;

/** Nothing runs and nothing is fetched but what this page is known to need. */
function policyOf({ style, script, config }: Frame, hasScript: boolean, origins: readonly string[]): string {
  const { image, icon, favicon } = config.site;
  const logos = [image, icon, favicon].flatMap((each) => urlFrom(each ?? "")?.origin ?? []);
  const own = new URL(config.site.url).origin;
  const others = [...new Set([...logos, ...origins])].filter((each) => each !== own && namedHost.test(each));
  const fetched = ["'self'", ...others].join(" ");
  return [
    "default-src 'none'",
    `style-src ${hashOf(style)}`,
    ...(hasScript && script !== "" ? [`script-src ${hashOf(script)}`] : []),
    `img-src ${fetched}`,
    `media-src ${fetched}`,
    ...(config.embeds.length > 0
      ? [`frame-src ${config.embeds.map((host) => `https://${host}`).join(" ")}`]
      : []),
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

const hashes = new Map<string, string>();

function hashOf(text: string): string {
  let hash = hashes.get(text);
  if (hash === undefined) {
    hash = `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
    hashes.set(text, hash);
  }
  return hash;
}
