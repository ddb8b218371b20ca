import type { Config } from "../config/index.ts";
import { formats } from "../formats/index.ts";
import type { Addresses, ArchiveLinks, Channel, Instant } from "../model.ts";
import type { FeedPlan } from "../select/index.ts";

/** What a feed says of itself, in every format. */
export function channelOf(
  { site, feeds, websub }: Config,
  plan: FeedPlan,
  updated: Instant | undefined,
): Channel {
  const { title, description, language, folder, archive } = plan;
  return {
    // A feed and its archives are one (RFC 5005, section 4).
    id: archive?.isArchive ? site.url : addressOf(site.url, folder),
    idSpace: site.url,
    title,
    url: site.url,
    description,
    language,
    authors: site.authors,
    self: addressesIn(folder, plan, site.url),
    hubs: archive?.isArchive ? [] : websub.hubs,
    image: site.image,
    icon: site.icon,
    favicon: site.favicon,
    copyright: site.copyright,
    ttl: feeds.ttl,
    updated,
    archive: archiveLinks(plan, site.url),
  };
}

/** The addresses of a feed's documents, or of their like in another folder. */
function addressesIn(folder: string, { formats: names }: FeedPlan, siteUrl: string): Addresses {
  return Object.fromEntries(names.map((name) => [name, addressOf(siteUrl, folder + formats[name].fileName)]));
}

/** Other scripts' letters are written as RFC 3986 wants them. */
export function addressOf(siteUrl: string, path: string): string {
  return siteUrl + path.split("/").map(encodeURIComponent).join("/");
}

function archiveLinks(plan: FeedPlan, siteUrl: string): ArchiveLinks | undefined {
  if (plan.archive === undefined) return undefined;
  const { isArchive, previous, next } = plan.archive;
  const addresses = (folder: string | undefined) =>
    folder === undefined ? undefined : addressesIn(folder, plan, siteUrl);
  return {
    isArchive,
    current: isArchive ? addresses("") : undefined,
    previous: addresses(previous),
    next: addresses(next),
  };
}
