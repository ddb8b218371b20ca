/**
 * The discover room: the content folder comes in, the sorted list of its Markdown files goes out,
 * with what was passed over and why.
 *
 * What can go wrong: the folder is missing (a `ProblemError`); one below it can't be read (reported,
 * and the others are walked).
 */
export { ignoredBy } from "./ignore.ts";
export { type Skipped, type SourceFile, walk } from "./walk.ts";
