import type { FeedModel } from "../model.ts";

/** RSS 2.0, Atom 1.0, JSON Feed 1.1. */
export type FormatName = "rss" | "atom" | "json";

/** A feed format. */
export interface Format {
  /** What configuration and library call it. */
  readonly name: FormatName;
  /** The file that a feed is written to. */
  readonly fileName: "rss.xml" | "atom.xml" | "feed.json";
  /** Without parameters. */
  readonly mediaType: string;
  /**
   * Writes a feed, an item at a time: each is pulled once and none is held. In XML the first piece
   * is the declaration, so that processing instructions can follow it. The clock is never asked.
   */
  write(feed: FeedModel): Iterable<string>;
}
