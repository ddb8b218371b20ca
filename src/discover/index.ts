/**
 * The discover room: the content folder comes in, the table of its Markdown files goes out, with what
 * the file system says of each, and what was passed over and why.
 *
 * What can go wrong: the folder is missing (a `ProblemError`); one below it can't be read (reported,
 * and the others are walked).
 */

export { Files } from "./files.ts";
export { ignoredBy } from "./ignore.ts";
export { walk } from "./walk.ts";
