import { join } from "node:path";
import type { Config } from "./config/index.ts";
import { deliveryFiles, firstComment, type Headline, isOwn, type PartnerDocument } from "./delivery/index.ts";
import { Siblings } from "./delivery/siblings.ts";
import { formats } from "./formats/index.ts";
import { opml } from "./formats/opml/index.ts";
import type { Listing } from "./model.ts";
import { type Problem, problem } from "./problems/index.ts";
import type { OutputFile, Staging } from "./publish/index.ts";
import { readRegular } from "./regularFile.ts";
import type { Plan } from "./select/index.ts";
import { addressOf, pathsOf, type Renderings } from "./serialise/index.ts";

/** What there is to be found and sent. */
export interface Delivered {
  readonly plans: readonly Plan[];
  /** How many items a plan's documents have. */
  readonly itemsOf: (key: string) => number;
  readonly renderings: Renderings;
  readonly config: Config;
}

/** What was staged beside the feeds. */
export interface StagedDelivery {
  readonly paths: readonly string[];
  readonly problems: readonly Problem[];
}

/** How many of the newest articles the page is offered: some may not render. */
const newest = 12;

/**
 * Stages what the feeds are found and sent by: the list of all feeds, the page, headers for servers.
 * What stands in their places and is somebody else's stays, and that is said.
 */
export function stageDelivery(staging: Staging, delivered: Delivered): StagedDelivery {
  const { config } = delivered;
  const listings = listingsOf(delivered);
  const list = listOf(listings, config);
  const offer = {
    site: config.site,
    listings,
    hubs: config.websub.hubs,
    ttl: config.feeds.ttl,
    headlines: config.delivery.page === undefined ? [] : headlines(delivered),
    opml: list[0]?.path,
    partners: partnersOf(delivered),
    hasArchives: config.archive !== undefined,
  };
  const delivery = deliveryFiles(offer, config.delivery);
  const wanted = [...list, ...delivery.map(({ path, text }) => ({ path, chunks: [text] }))];
  const files = wanted.filter(({ path }) => isOurs(join(config.output, path)));
  const siblings = new Siblings(config.delivery.compress);
  const isList = ({ path }: OutputFile) => path === opml.fileName;
  const all = [...siblings.noting(files.filter(isList)), ...files.filter((file) => !isList(file))];
  staging.add(all);
  staging.add(siblings.files());
  return {
    paths: [...all, ...siblings.files()].map(({ path }) => path),
    problems: wanted.flatMap((file) =>
      files.includes(file) ? [] : [problem("delivery-not-own", { path: file.path })],
    ),
  };
}

/** Of files that a build wrote beside the feeds and this one doesn't, those that are still as we write them. */
export function removable(paths: readonly string[], output: string): readonly string[] {
  const isCertain = (path: string) => /\.(?:gz|br)$/.test(path);
  return paths.filter((path) => isCertain(path) || isOurs(join(output, path)));
}

/** The feeds that anyone may find, the main one first; archives are found from their feed. */
function listingsOf({ plans, itemsOf, config }: Delivered): Listing[] {
  const listings = plans.flatMap((plan): Listing[] => {
    if (plan.kind === "partner" || plan.kind === "archive") return [];
    const { kind, key, label, title, description, language } = plan;
    const documents = pathsOf(plan).flatMap((path, index) => {
      const format = plan.formats[index];
      if (format === undefined) return [];
      return [{ format, path, url: addressOf(config.site.url, path), mediaType: formats[format].mediaType }];
    });
    return [{ kind, label, title, description, language, items: itemsOf(key), documents }];
  });
  return listings.sort((a, b) => Number(b.kind === "main") - Number(a.kind === "main"));
}

const mediaTypes = {
  rss: formats.rss.mediaType,
  atom: formats.atom.mediaType,
  "json-feed": formats.json.mediaType,
  json: "application/json",
  xml: "application/xml",
};

/** Partners' documents whose addresses are no secret. */
function partnersOf({ plans }: Delivered): PartnerDocument[] {
  return plans.flatMap((plan) => {
    if (plan.kind !== "partner" || plan.isPrivate) return [];
    return [{ path: plan.path, mediaType: mediaTypes[plan.partner.profile.format] }];
  });
}

/** The list of all feeds: where nothing is said, if there are several. */
function listOf(feeds: readonly Listing[], { site, delivery }: Config): OutputFile[] {
  if (!(delivery.opml ?? feeds.length > 1)) return [];
  const { title, url, authors } = site;
  const [declaration = "", ...rest] = opml.write({ title, url, owner: authors[0], feeds });
  return [{ path: opml.fileName, chunks: [declaration, firstComment("all feeds"), ...rest] }];
}

function headlines({ plans, renderings }: Delivered): Headline[] {
  const main = plans.find(({ kind }) => kind === "main");
  // Of those that the feed has: the page is written anew where one of them changes.
  const rows = main?.newest(Math.min(newest, main.limit)) ?? [];
  return rows.flatMap((row) => renderings.of(row).item ?? []);
}

/** Whether nothing stands there, or what we wrote. */
function isOurs(path: string): boolean {
  try {
    return isOwn(readRegular(path));
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ENOENT";
  }
}
