/**
 * The select room: articles and a moment come in; what is due, in feed order, and what is held back
 * and until when, go out. Nothing can go wrong here, and nothing but this room asks for the time.
 */

export { lastChange, newestFirst, select } from "./feeds.ts";
