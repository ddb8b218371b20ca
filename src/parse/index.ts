/**
 * The parse room: a file comes in, what its head says goes out, and what stands behind the head.
 * Heads are read as far as they go: bodies only of what a feed carries.
 *
 * What can go wrong: no front matter, or one that can't be read; a title or date that is missing or
 * impossible; an address away from the site; a file that changed since it was looked at. Each costs
 * that article, and is reported with its line. A list of authors that can't be used costs only itself.
 */

import { basename } from "node:path";
import type { Addresses, Limits } from "../config/index.ts";
import type { FileState } from "../fileState.ts";
import type { Article, Instant } from "../model.ts";
import { type Problem, ProblemError, type Report } from "../problems/index.ts";
import { type ParseContext, parseArticle } from "./article.ts";
import { type People, withPeople } from "./authors.ts";
import { readHeading } from "./body.ts";
import type { Zone } from "./dates.ts";
import type { Head } from "./fence.ts";
import { readFrontMatter } from "./frontMatter.ts";
import { readHead } from "./head.ts";
import { asText, member } from "./values.ts";
import { readContent, readWhole } from "./whole.ts";

export { type Authors, type People, readAuthors } from "./authors.ts";
export { type ReadDate, readDate, type Wall, zoneOf } from "./dates.ts";
export { lowered, readFileName, slugOf } from "./permalink.ts";

/**
 * The id that a file says; nothing where it says none, or where its front matter can't be read.
 * @param path what problems would call it
 * @param largest front matter, in bytes
 */
export function readId(absolutePath: string, path: string, largest: number): string | undefined {
  try {
    return asText(member(readFrontMatter(readHead(absolutePath, path, largest).head, path), "id", "guid"));
  } catch (error) {
    if (error instanceof ProblemError) return undefined;
    throw error;
  }
}

/** What all articles of a site are read by. */
export interface ReadOptions {
  readonly site: { readonly url: string; readonly language: string };
  /** The content folder. */
  readonly content: string;
  /** The pattern of the articles' addresses. */
  readonly permalink: string;
  /** Where they are, where a program has said it. */
  readonly addresses?: Addresses | undefined;
  /** The site's. */
  readonly zone: Zone;
  /** A change of an article after this moment has not been yet. */
  readonly now: Instant;
  readonly limits: Limits;
  /** Whom keys mean that articles name their authors by. */
  readonly people?: People | undefined;
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
  /** All of the file. */
  readonly content: Uint8Array;
}

/** Reads a site's articles. */
export class ArticleReader {
  readonly #context: Omit<ParseContext, "report" | "heading">;
  readonly #now: Instant;
  readonly #people: People;
  readonly #limits: Limits;

  /** @param root the content folder without links: the files' paths start from it */
  constructor(
    { site, content, permalink: pattern, addresses, zone, now, limits, people = new Map() }: ReadOptions,
    private readonly root: string,
  ) {
    const jekyll = basename(content) === "_posts";
    this.#now = now;
    this.#people = people;
    this.#limits = limits;
    this.#context = {
      siteUrl: site.url,
      siteLanguage: site.language,
      pattern,
      addresses,
      zone,
      jekyll,
      mostEntries: limits.entries,
    };
  }

  /**
   * Reads a file as far as its head goes.
   * @param known the file's state, where it was asked for already
   */
  head(path: string, known?: FileState): HeadReading {
    const absolutePath = this.absolutePath(path);
    const problems: Problem[] = [];
    const report = (each: Problem) => problems.push(each);
    let state = known;
    try {
      const read = readHead(absolutePath, path, this.#limits.head, known);
      state = read.state;
      const heading = () => readHeading(absolutePath, read.head.bodyOffset);
      return { article: this.#parsed(path, read.head, report, heading), problems, state };
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
    const { content, head, body, heading } = readWhole(this.absolutePath(path), path, state, this.#limits);
    const article = this.#parsed(path, head, () => {}, heading);
    if (article === undefined) throw new ProblemError(...this.head(path).problems);
    return { article, body, content };
  }

  /**
   * All of a file.
   * @throws ProblemError as `story` does
   */
  content(path: string, state: FileState): Uint8Array {
    return readContent(this.absolutePath(path), path, state, this.#limits);
  }

  absolutePath(path: string): string {
    return `${this.root}/${path}`;
  }

  #parsed(path: string, head: Head, report: Report, heading: ParseContext["heading"]): Article | undefined {
    const { siteUrl, siteLanguage, pattern, addresses, zone, jekyll, mostEntries } = this.#context;
    // A literal: to spread the context takes a microsecond, and this runs for every article.
    const context = { siteUrl, siteLanguage, pattern, addresses, zone, jekyll, mostEntries, report, heading };
    const article = parseArticle(path, head, context);
    return article && asOf(withPeople(article, this.#people), this.#now);
  }
}

/** No feed may say that it is newer than the clock. */
function asOf(article: Article, now: Instant): Article {
  const { updated, changes = [] } = article;
  if (updated === undefined || updated <= now) return article;
  return { ...article, updated: changes.findLast((each) => each <= now) };
}
