import { setImmediate } from "node:timers/promises";
import type { Progress } from "../buildResult.ts";
import type { Files } from "../discover/index.ts";
import { isKnown } from "../fileState.ts";
import type { Instant } from "../model.ts";
import type { ArticleReader } from "../parse/index.ts";
import { Heads } from "./heads.ts";
import type { LastIndex } from "./store.ts";

/** What reading a table of heads needs. */
export interface ReadHeads {
  readonly files: Files;
  readonly last: LastIndex | undefined;
  readonly reader: Pick<ArticleReader, "head">;
  readonly now: Instant;
  readonly progress?: Progress | undefined;
  /** Stops the reading; its reason is thrown. */
  readonly signal?: AbortSignal | undefined;
}

/** How many are read between two looks at the signal. */
const between = 1000;

/** The heads of all files. What a file was like when its head was read is then its state. */
export async function readHeads(options: ReadHeads): Promise<Heads> {
  const { files, last, progress, signal } = options;
  const former = last?.heads();
  const kept = former && last?.unchanged(files);
  const heads = new Heads(files.length);
  let read = 0;
  for (let row = 0; row < files.length; row++) {
    const formerRow = kept?.[row] ?? -1;
    if (former && formerRow >= 0) heads.copy(row, former, formerRow);
    else readHead(row, heads, options);
    if (formerRow >= 0 || ++read % between > 0) continue;
    progress?.({ room: "parse", done: row + 1, total: files.length });
    if (signal) await setImmediate();
    signal?.throwIfAborted();
  }
  return heads;
}

function readHead(row: number, heads: Heads, { files, reader, now }: ReadHeads): void {
  const seen = files.state(row);
  const { article, problems, state } = reader.head(files.path(row), isKnown(seen) ? seen : undefined);
  heads.set(row, article, problems, now);
  if (state !== seen) files.setState(row, state);
}
