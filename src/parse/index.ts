/**
 * The parse room: a file comes in, what its head says goes out, and what stands behind the head.
 * Heads are read as far as they go: bodies only of what a feed carries.
 *
 * What can go wrong: no front matter, or one that can't be read; a title or date that is missing or
 * impossible; an address away from the site; a file that changed since it was looked at. Each costs
 * that article, and is reported with its line.
 */

import { basename } from "node:path";
import type { FileState } from "../fileState.ts";
import type { Article } from "../model.ts";
import { type Problem, ProblemError } from "../problems/index.ts";
import { type ParseContext, parseArticle } from "./article.ts";
import { readHeading } from "./body.ts";
import type { Zone } from "./dates.ts";
import { readHead } from "./head.ts";
import { readWhole } from "./whole.ts";

export { zoneOf } from "./dates.ts";

/** What all articles of a site are read by. */
export interface ReadOptions {
  readonly site: { readonly url: string; readonly language: string };
  /** The content folder. */
  readonly content: string;
  /** The pattern of the articles' addresses. */
  readonly permalink: string;
  /** The site's. */
  readonly zone: Zone;
}

/** What a head turned out to say. */
export interface HeadReading {
  /** Nothing where problems cost the article its place. */
  readonly article?: Article | undefined;
  readonly problems: readonly Problem[];
  /** The file as it was when it was read; nothing where it couldn't be opened. */
  readonly state?: FileState | undefined;
}

/** An article, and the Markdown behind its head. */
export interface Story {
  readonly article: Article;
  readonly body: string;
}

/** Reads a site's articles. */
export class ArticleReader {
  readonly #context: Omit<ParseContext, "report" | "heading">;

  /** @param root the content folder without links: the files' paths start from it */
  constructor(
    { site, content, permalink: pattern, zone }: ReadOptions,
    private readonly root: string,
  ) {
    const jekyll = basename(content) === "_posts";
    this.#context = { siteUrl: site.url, siteLanguage: site.language, pattern, zone, jekyll };
  }

  /** Reads a file as far as its head goes. */
  head(path: string): HeadReading {
    const absolutePath = `${this.root}/${path}`;
    const problems: Problem[] = [];
    const report = (each: Problem) => problems.push(each);
    let state: FileState | undefined;
    try {
      const read = readHead(absolutePath, path);
      state = read.state;
      const heading = () => readHeading(absolutePath, read.head.bodyOffset);
      return {
        article: parseArticle(path, read.head, { ...this.#context, report, heading }),
        problems,
        state,
      };
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      return { problems: [...problems, ...error.problems], state };
    }
  }

  /**
   * Reads a file whole. Its warnings have been told with its head.
   * @param state as it was when its head was read: another version's body must not stand under it
   * @throws ProblemError file-unreadable, file-changed, body-too-large, not-utf8
   */
  story(path: string, state: FileState): Story {
    const { head, body, heading } = readWhole(`${this.root}/${path}`, path, state);
    const article = parseArticle(path, head, { ...this.#context, report: () => {}, heading });
    if (article === undefined) throw new ProblemError(...this.head(path).problems);
    return { article, body };
  }
}
