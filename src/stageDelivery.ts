import { join } from "node:path";
import type { Config } from "./config/index.ts";
import { deliveryFiles, firstComment, type Headline, type PartnerDocument } from "./delivery/index.ts";
import { Siblings, siblingsOf } from "./delivery/siblings.ts";
import { formats } from "./formats/index.ts";
import { opml } from "./formats/opml/index.ts";
import type { Listing } from "./model.ts";
import { isOurs } from "./ownFile.ts";
import { type Problem, problem } from "./problems/index.ts";
import type { OutputFile, Staging } from "./publish/index.ts";
import type { Plan } from "./select/index.ts";
import { addressOf, pathsOf, type Renderings } from "./serialise/index.ts";

/** What there is to be found and sent. */
export interface Delivered {
  readonly plans: readonly Plan[];
  readonly renderings: Renderings;
  readonly config: Config;
}

/** What was staged beside the feeds. */
export interface StagedDelivery {
  readonly paths: readonly string[];
  readonly problems: readonly Problem[];
  /** Where somebody else's files stand. */
  readonly foreign: readonly string[];
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
    hasPages: config.pages !== undefined,
    hasArchives: config.archive !== undefined,
  };
  const delivery = deliveryFiles(offer, config.delivery);
  const wanted = [...list, ...delivery.map(({ path, text }) => ({ path, chunks: [text] }))];
  const files = wanted.filter(({ path }) => isOurs(join(config.output, path)));
  const foreign = wanted.flatMap((file) => (files.includes(file) ? [] : [file.path]));
  const { compress } = config.delivery;
  const siblings = new Siblings(compress);
  const isList = ({ path }: OutputFile) => path === opml.fileName;
  const [compressed, plain] = [files.filter(isList), files.filter((file) => !isList(file))];
  staging.add([...siblings.noting(compressed), ...plain]);
  staging.add(siblings.files());
  const pathsAmong = (some: readonly OutputFile[]) => some.map(({ path }) => path);
  return {
    paths: [...pathsAmong([...compressed, ...plain]), ...siblingsOf(pathsAmong(compressed), compress)],
    problems: foreign.map((path) => problem("delivery-not-own", { path })),
    foreign,
  };
}

/** Of files that a build wrote beside the feeds and this one doesn't, those that are still as we write them. */
export function removable(paths: readonly string[], output: string): readonly string[] {
  const isCertain = (path: string) => /\.(?:gz|br)$/.test(path);
  return paths.filter((path) => isCertain(path) || isOurs(join(output, path)));
}

/** The feeds that anyone may find, the main one first; archives are found from their feed. */
function listingsOf({ plans, config }: Delivered): Listing[] {
  const listings = plans.flatMap((plan): Listing[] => {
    if (plan.kind === "partner" || plan.kind === "archive") return [];
    const { kind, label, title, description, language } = plan;
    const documents = pathsOf(plan).flatMap((path, index) => {
      const format = plan.formats[index];
      if (format === undefined) return [];
      return [{ format, path, url: addressOf(config.site.url, path), mediaType: formats[format].mediaType }];
    });
    return [{ kind, label, title, description, language, documents }];
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
