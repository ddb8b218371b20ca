import type { Files } from "../discover/index.ts";
import type { FileState } from "../fileState.ts";
import type { Article } from "../model.ts";
import type { ArticleReader } from "../parse/index.ts";
import { articlesByPath } from "./articlesByPath.ts";

/** The articles behind the table's rows, read from their files when they are asked for. */
export class Stories {
  /** Rows of the articles that others may link to; known once they are selected. */
  published: readonly number[] = [];
  readonly #articles = new Map<number, Article | undefined>();
  readonly #byPath: (path: string) => number | undefined;

  /** @param content the content folder as it was configured: links may lead through it */
  constructor(
    private readonly files: Files,
    readonly reader: ArticleReader,
    content: string,
  ) {
    this.#byPath = articlesByPath(
      () => this.published.map((row) => [files.path(row), row] as const),
      content,
    );
  }

  path(row: number): string {
    return this.files.path(row);
  }

  state(row: number): FileState {
    return this.files.state(row);
  }

  /** What a head says; nothing where it can't be read any more. Its problems were told with the table. */
  readonly article = (row: number): Article | undefined => {
    if (!this.#articles.has(row)) this.#articles.set(row, this.reader.head(this.path(row)).article);
    return this.#articles.get(row);
  };

  /** The page of the published article that a path names. */
  readonly permalinkOf = (path: string): string | undefined => {
    const row = this.#byPath(path);
    return row === undefined ? undefined : this.article(row)?.permalink;
  };
}
