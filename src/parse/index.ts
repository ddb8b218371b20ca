/**
 * The parse room: a file's head comes in, an `Article` goes out: what it says of itself, under
 * feedwright's words, with its dates as instants, its address and its id. Bodies are not read.
 *
 * What can go wrong: no front matter, or one that can't be read; a title or date that is missing or
 * impossible; an address away from the site; an id or address that another article has. Each costs
 * that article, and is reported with its line.
 */

import type { SourceFile } from "../discover/index.ts";
import type { Article } from "../model.ts";
import { ProblemError } from "../problems/index.ts";
import { type ParseContext, parseArticle } from "./article.ts";
import { readHeading } from "./body.ts";
import { readHead } from "./head.ts";

export type { ParseContext } from "./article.ts";
export { readBody } from "./body.ts";
export { zoneOf } from "./dates.ts";
export { withoutTwins } from "./identity.ts";

/** Reads one file's head. Gives nothing where a problem costs the article; it is reported. */
export function readArticle(file: SourceFile, context: Omit<ParseContext, "heading">): Article | undefined {
  try {
    const head = readHead(file.absolutePath, file.path);
    const heading = () => readHeading(file.absolutePath, head.bodyOffset);
    return parseArticle(file.path, head, { ...context, heading });
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    for (const each of error.problems) context.report(each);
    return undefined;
  }
}
