import type { Channel } from "../../model.ts";
import { extensionMembers, feedExtension } from "./extension.ts";
import { author, filled } from "./item.ts";
import type { JsonFeedHead } from "./wire.ts";

/** What a feed says of itself: JSON Feed 1.1, top level. */
export function jsonHead(channel: Channel): JsonFeedHead {
  return {
    version: "https://jsonfeed.org/version/1.1",
    title: channel.title,
    home_page_url: channel.url || undefined,
    feed_url: channel.self.json,
    description: channel.description || undefined,
    next_url: channel.nextUrl ?? channel.archive?.previous?.json,
    icon: channel.icon ?? channel.image,
    favicon: channel.favicon,
    authors: filled(channel.authors.map(author)),
    language: channel.language,
    hubs: filled(channel.hubs?.map((url) => ({ type: "WebSub", url }) as const)),
    ...extensionMembers(channel.jsonExtensions),
    ...feedExtension(channel),
  };
}
