import { itemElement } from "../../formats/rss/item.ts";
import { rss } from "../../formats/rss/writer.ts";
import type { Channel } from "../../model.ts";
import type { Profile } from "../profile/schema.ts";
import type { DocumentWriter } from "./writer.ts";
import { xmlFeedWriter } from "./xmlFeed.ts";

/** RSS 2.0 as `formats/rss` has it, and what the profile makes of it. */
export function rssWriter(profile: Profile, channel: Channel): DocumentWriter {
  const own = { format: rss, depth: 2, margin: "    ", itemName: "item", item: itemElement } as const;
  return xmlFeedWriter(own, profile, channel);
}
