import type { Channel, Item } from "../../model.ts";
import type { Filler } from "../fill.ts";
import type { Profile } from "../profile/schema.ts";
import { atomWriter } from "./atom.ts";
import { jsonFeedWriter, jsonWriter } from "./jsonDocuments.ts";
import { rssWriter } from "./rss.ts";
import { xmlWriter } from "./xml.ts";

/** Writes one partner's documents: the text around the items, and that of each. */
export interface DocumentWriter {
  readonly mediaType: string;
  /** What stands between two items. */
  readonly between: string;
  /** What stands around them: its `updated` hangs on what they are. */
  around(
    channel: Channel,
    filler: Filler,
    isEmpty: boolean,
  ): { readonly before: string; readonly after: string };
  item(item: Item, filler: Filler): string;
  /** Of an article that was withdrawn; empty where the profile says nothing of them. */
  deletion(filler: Filler): string;
}

/** How a profile's documents are written. */
export function writerFor(profile: Profile, channel: Channel): DocumentWriter {
  switch (profile.format) {
    case "rss":
      return rssWriter(profile, channel);
    case "atom":
      return atomWriter(profile, channel);
    case "json-feed":
      return jsonFeedWriter(profile);
    case "json":
      return jsonWriter(profile);
    case "xml":
      return xmlWriter(profile);
  }
}
