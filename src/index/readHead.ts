import type { Files } from "../discover/index.ts";
import { isKnown } from "../fileState.ts";
import type { Instant } from "../model.ts";
import type { ArticleReader } from "../parse/index.ts";
import type { Heads } from "./heads.ts";

/** Where heads are read from, and what for. */
export interface HeadReading {
  readonly files: Files;
  readonly heads: Heads;
  readonly reader: Pick<ArticleReader, "head">;
  readonly now: Instant;
}

/** Reads one file's head into the table. What the file was like then is its state. */
export function readHead(row: number, { files, heads, reader, now }: HeadReading): void {
  const seen = files.state(row);
  const { article, problems, state } = reader.head(files.path(row), isKnown(seen) ? seen : undefined);
  heads.set(row, article, problems, now);
  if (state !== seen) files.setState(row, state);
}
