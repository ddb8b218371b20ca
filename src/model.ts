/**
 * The words that all rooms share: what an article says (`Article`), what a feed carries (`Item`),
 * and the feed itself (`FeedModel`). Every URL in an `Item` or a `Channel` is absolute, every
 * instant is UTC, every text is plain text unless its name ends in `Html`.
 */
export type * from "./model/article.ts";
export type * from "./model/feed.ts";
export { day, type Instant } from "./model/instant.ts";
export type * from "./model/item.ts";
