/**
 * The select room: the heads' table and a moment come in; which rows are due, in feed order, and which
 * are held back and until when, go out. Nothing but this room asks for the time.
 *
 * What can go wrong: of those that are due, one has an id or address that another has. It is left
 * out and reported.
 */

export { Selection } from "./selection.ts";
