/**
 * The public `Feed`: takes all that the package `feed` takes, and gives RSS 2.0, Atom 1.0 and JSON
 * Feed 1.1, whole or in pieces. What can't be published is left out and told in `problems`.
 */
export type { Author, Category, Enclosure, Extension } from "feed";
export { Feed } from "./feed/feed.ts";
export type {
  FeedCorrection,
  FeedImage,
  FeedItem,
  FeedOptions,
  FeedRhythm,
  FeedTombstone,
} from "./feed/types.ts";
