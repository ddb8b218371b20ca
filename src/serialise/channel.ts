import type { Config } from "../config/index.ts";
import { formats } from "../formats/index.ts";
import type { Channel, Instant } from "../model.ts";

/** What the main feed says of itself, in every format. */
export function channelOf({ site, feeds, websub }: Config, updated: Instant | undefined): Channel {
  return {
    id: site.url,
    title: site.title,
    url: site.url,
    description: site.description,
    language: site.language,
    authors: site.authors,
    self: Object.fromEntries(feeds.formats.map((name) => [name, `${site.url}${formats[name].fileName}`])),
    hubs: websub.hubs,
    image: site.image,
    icon: site.icon,
    favicon: site.favicon,
    copyright: site.copyright,
    ttl: feeds.ttl,
    updated,
  };
}
