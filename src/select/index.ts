/**
 * The select room: articles and a moment come in; what is due, in feed order, and what is held back
 * and until when, go out. Nothing but this room asks for the time.
 *
 * What can go wrong: of those that are due, one has an id or address that another has. It is left
 * out and reported.
 */

export type { Hold } from "./due.ts";
export { lastChange, newestFirst, select } from "./feeds.ts";
export { withoutTwins } from "./twins.ts";
