import { setImmediate } from "node:timers/promises";
import type { Progress } from "../buildResult.ts";
import type { Files } from "../discover/index.ts";
import type { Instant } from "../model.ts";
import type { ArticleReader } from "../parse/index.ts";
import { Chunks } from "./chunks.ts";
import { Heads } from "./heads.ts";
import type { LastIndex } from "./lastIndex.ts";
import { readHead } from "./readHead.ts";
import { takeOver } from "./takeOver.ts";
import { areWorthIt, type HeadSite, HeadThreads, type ThreadUse, usualThreads } from "./threads.ts";
import { TraitTable } from "./traits.ts";

/** What reading a table of heads needs. */
export interface ReadHeads {
  readonly files: Files;
  readonly last: LastIndex | undefined;
  readonly reader: Pick<ArticleReader, "head">;
  /** What other threads make a reader of. */
  readonly config: HeadSite;
  readonly now: Instant;
  /** Whether feeds are chosen by the articles' traits. */
  readonly traits?: boolean | undefined;
  readonly threads?: ThreadUse | undefined;
  readonly progress?: Progress | undefined;
  /** Stops the reading; its reason is thrown. */
  readonly signal?: AbortSignal | undefined;
}

/** The heads of all files. What a file was like when its head was read is then its state. */
export async function readHeads(options: ReadHeads): Promise<Heads> {
  const { files, last, threads = usualThreads } = options;
  const traits = options.traits ? new TraitTable(files.length) : undefined;
  const heads = new Heads(files.length, undefined, traits);
  const changed = takeOver(heads, files, last);
  if (areWorthIt(changed.length, threads)) await readInThreads(changed, heads, threads.script, options);
  else await readChunks(new Chunks(changed), heads, options);
  return heads;
}

async function readChunks(chunks: Chunks, heads: Heads, options: ReadHeads): Promise<void> {
  const { files, reader, now, progress, signal } = options;
  for (let chunk = chunks.take(); chunk; chunk = chunks.take()) {
    for (const row of chunk) readHead(row, { files, heads, reader, now });
    const [done, total] = [chunks.taken, chunks.rows.length];
    if (done < total) progress?.({ room: "parse", done, total });
    if (signal) await setImmediate();
    signal?.throwIfAborted();
  }
}

/** Where a thread fails, all is read again by this one: which chunks it had nobody knows. */
async function readInThreads(rows: Int32Array, heads: Heads, script: URL, options: ReadHeads): Promise<void> {
  const { files, config: site, now } = options;
  const chunks = new Chunks(shared(rows), shared(new Int32Array(1)));
  const start = {
    site,
    now,
    traits: heads.traits !== undefined,
    root: files.root,
    listing: files.listing(),
    states: files.share(),
  };
  const threads = new HeadThreads({ ...start, columns: heads.share(), chunks }, script);
  try {
    await readChunks(chunks, heads, options);
    const findings = await threads.findings().catch(() => undefined);
    if (findings === undefined) return await readChunks(new Chunks(rows), heads, options);
    for (const { notes, traits } of findings) {
      for (const [row, note] of notes) heads.notes.set(row, note);
      if (traits) heads.traits?.take(traits);
    }
  } finally {
    threads.stop();
  }
}

function shared(numbers: Int32Array): Int32Array {
  const copy = new Int32Array(new SharedArrayBuffer(numbers.byteLength));
  copy.set(numbers);
  return copy;
}
