import type { Config } from "../config/index.ts";
import { formats } from "../formats/index.ts";
import type { Addresses, ArchiveLinks, Channel, Instant } from "../model.ts";
import type { FeedPlan, PartnerPlan } from "../select/index.ts";

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
    ...publication(site),
    title,
    description,
    language,
    self: addressesIn(folder, plan, site.url),
    hubs: archive?.isArchive ? [] : websub.hubs,
    ttl: feeds.ttl,
    updated,
    archive: archiveLinks(plan, site.url),
  };
}

/** What a partner's document may say of the publication. It names no hub: hubs pass on what they get to anyone. */
export function channelFor({ partner, path }: PartnerPlan, { site, output }: Config): Channel {
  const { title, description, language, url } = site;
  const { format } = partner.profile;
  const name = format === "json-feed" ? "json" : format;
  const self = partner.output === output ? { [name]: addressOf(url, path) } : {};
  // A feed of its own has its own id (RFC 4287, section 4.2.6), whether or not its address may be told.
  const id = `${url}#${encodeURIComponent(partner.name)}`;
  return { id, ...publication(site), title, description, language, self };
}

/** What all documents of a publication say alike. */
function publication({ url, authors, image, icon, favicon, copyright }: Config["site"]) {
  return { idSpace: url, url, authors, image, icon, favicon, copyright };
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
