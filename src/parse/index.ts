/**
 * The parse room: a file's head comes in, an `Article` goes out: what it says of itself, under
 * feedwright's words, with its dates as instants, its address and its id. Bodies are not read.
 *
 * What can go wrong: no front matter, or one that can't be read; a title or date that is missing or
 * impossible; an address away from the site. Each costs that article, and is reported with its line.
 */

import { basename } from "node:path";
import type { Progress } from "../buildResult.ts";
import type { SourceFile } from "../discover/index.ts";
import type { Article } from "../model.ts";
import { ProblemError, type Report } from "../problems/index.ts";
import { type ParseContext, parseArticle } from "./article.ts";
import { readHeading } from "./body.ts";
import type { Zone } from "./dates.ts";
import { readHead } from "./head.ts";

export { readBody } from "./body.ts";
export { zoneOf } from "./dates.ts";

/** What reading a site's articles needs. */
export interface ReadOptions {
  readonly site: { readonly url: string; readonly language: string };
  /** The content folder. */
  readonly content?: string | undefined;
  /** The pattern of the articles' addresses. */
  readonly permalink: string;
  readonly zone: Zone;
  readonly report: Report;
  readonly progress?: Progress | undefined;
}

/**
 * Reads the heads of files, one after the other through the same buffer. Files whose problems cost
 * them their place are left out and reported.
 */
export function readArticles(files: readonly SourceFile[], options: ReadOptions): Article[] {
  const { site, content, permalink: pattern, zone, report, progress } = options;
  const jekyll = content !== undefined && basename(content) === "_posts";
  const context = { siteUrl: site.url, siteLanguage: site.language, pattern, zone, report, jekyll };
  const articles: Article[] = [];
  for (const [index, file] of files.entries()) {
    const article = readArticle(file, context);
    if (article !== undefined) articles.push(article);
    if (index % 1000 === 999) progress?.({ room: "parse", done: index + 1, total: files.length });
  }
  return articles;
}

function readArticle(
  file: SourceFile,
  context: Omit<ParseContext, "source" | "heading">,
): Article | undefined {
  try {
    const { absolutePath } = file;
    const { head, state } = readHead(absolutePath, file.path);
    const heading = () => readHeading(absolutePath, head.bodyOffset);
    return parseArticle(file.path, head, { ...context, source: { absolutePath, state }, heading });
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    for (const each of error.problems) context.report(each);
    return undefined;
  }
}
