import type { FeedModel } from "../model.ts";

export type FormatName = "rss" | "atom" | "json";

/** A feed format. */
export interface Format {
  readonly name: FormatName;
  readonly fileName: "rss.xml" | "atom.xml" | "feed.json";
  readonly mediaType: string;
  /**
   * Writes a feed, an item at a time: each is pulled once and none is held. In XML the first piece
   * is the declaration, so that processing instructions can follow it. The clock is never asked.
   */
  write(feed: FeedModel): Iterable<string>;
}
