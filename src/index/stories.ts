import type { Files } from "../discover/index.ts";
import type { Article, Instant } from "../model.ts";
import type { ArticleReader, Story } from "../parse/index.ts";
import { articlesByPath } from "./articlesByPath.ts";

/** The articles behind the table's rows, read from their files when they are asked for. */
export class Stories {
  /** Rows of the articles that others may link to; known once they are selected. */
  published: readonly number[] = [];
  readonly #articles = new Map<number, Article | undefined>();
  readonly #byPath: (path: string) => number | undefined;

  /**
   * @param now an article's changes after it have not been
   * @param content the content folder as it was configured: links may lead through it
   */
  constructor(
    private readonly files: Files,
    private readonly reader: ArticleReader,
    private readonly now: Instant,
    content: string,
  ) {
    this.#byPath = articlesByPath(
      () => this.published.map((row) => [files.path(row), row] as const),
      content,
    );
  }

  /** What a head says; nothing where it can't be read any more. Its problems were told with the table. */
  readonly article = (row: number): Article | undefined => {
    if (!this.#articles.has(row)) {
      const { article } = this.reader.head(this.files.path(row));
      this.#articles.set(row, article && asOf(article, this.now));
    }
    return this.#articles.get(row);
  };

  /**
   * Head and body, of the very file that the table tells of.
   * @throws ProblemError
   */
  story(row: number): Story {
    const { article, body } = this.reader.story(this.files.path(row), this.files.state(row));
    return { article: asOf(article, this.now), body };
  }

  absolutePath(row: number): string {
    return this.files.absolutePath(row);
  }

  /** The page of the published article that a path names. */
  readonly permalinkOf = (path: string): string | undefined => {
    const row = this.#byPath(path);
    return row === undefined ? undefined : this.article(row)?.permalink;
  };
}

/** A change that is yet to come has not been: no feed may say that it is newer than the clock. */
function asOf(article: Article, now: Instant): Article {
  const { updated, changes = [] } = article;
  if (updated === undefined || updated <= now) return article;
  return { ...article, updated: changes.findLast((each) => each <= now) };
}
