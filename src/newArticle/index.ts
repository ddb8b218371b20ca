/**
 * The room of new articles: a headline and what is known of the site come in, a Markdown file with its
 * front matter goes out.
 *
 * What can go wrong: a headline without letters, a folder outside the content folder, a file that is
 * there already, a disk that refuses. Each is a `ProblemError`; nothing is ever overwritten.
 */
import { randomUUID } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import type { Config } from "../config/index.ts";
import type { Instant } from "../model.ts";
import { ProblemError, problem } from "../problems/index.ts";
import { fileNameFor } from "./fileName.ts";
import { frontMatter } from "./frontMatter.ts";
import { momentIn } from "./moment.ts";

/** What a new article is to say. */
export interface NewArticle {
  readonly title: string;
  readonly date: Instant;
  readonly topic?: string | undefined;
  readonly draft: boolean;
  /** A folder below the content folder; else that itself. */
  readonly folder?: string | undefined;
  /** What its file is to be called, without ending; else after the headline. */
  readonly name?: string | undefined;
}

/** What was written. */
export interface Written {
  /** Absolute. */
  readonly path: string;
  /** Below the content folder, with `/` between folders. */
  readonly file: string;
  readonly id: string;
  /** RFC 3339, in the site's zone. */
  readonly date: string;
}

/**
 * Writes a new article, and the folders that it needs.
 * @throws ProblemError headline-empty, headline-nameless, folder-outside, article-there, article-unwritable
 */
export async function writeNewArticle(article: NewArticle, { site, content }: Config): Promise<Written> {
  const title = article.title.replace(/[\s\p{Cc}]+/gu, " ").trim();
  if (title === "") throw new ProblemError(problem("headline-empty", {}));
  const folder = folderBelow(content, article.folder);
  const date = await momentIn(article.date, site.timezone);
  const name = fileNameFor(article.name ?? title, { folder, day: date.slice(0, 10) });
  if (name === undefined)
    throw new ProblemError(problem("headline-nameless", { seen: article.name ?? title }));
  const id = `urn:uuid:${randomUUID()}`;
  const path = join(folder, name);
  const text = await frontMatter({ title, date, id, authors: site.authors, ...inWords(article) });
  create(path, text);
  return { path, file: relative(content, path).replaceAll(sep, "/"), id, date };
}

function inWords({ topic, draft }: NewArticle) {
  return { topic: topic?.trim() || undefined, draft };
}

/** An article outside of the content folder would never be found. */
function folderBelow(content: string, below = "."): string {
  const folder = resolve(content, below);
  if (folder === content || folder.startsWith(content + sep)) return folder;
  throw new ProblemError(problem("folder-outside", { seen: below, content: basename(content) }));
}

/** Two commands at once, or a link in the file's place: the system itself refuses the second. */
function create(path: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text, { flag: "wx" });
  } catch (error) {
    const isThere = isExisting(error) && error.path === path;
    const code = isThere ? "article-there" : "article-unwritable";
    throw new ProblemError(problem(code, { error }, { file: path }));
  }
}

function isExisting(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "code" in error && error.code === "EEXIST";
}
