/** A thread that reads heads: it takes chunks of rows as the main thread does, and writes into the same table. */
import { parentPort, workerData } from "node:worker_threads";
import { Files } from "../discover/index.ts";
import { ArticleReader, zoneOf } from "../parse/index.ts";
import { Chunks } from "./chunks.ts";
import { Heads } from "./heads.ts";
import { readHead } from "./readHead.ts";
import type { HeadStart } from "./threads.ts";

async function work({ site, now, root, listing, states, columns, chunks }: HeadStart): Promise<void> {
  const reader = new ArticleReader({ ...site, now, zone: await zoneOf(site.site.timezone) }, root);
  const files = Files.of(root, listing, states);
  const heads = new Heads(files.length, columns);
  const { rows, cursor } = chunks;
  const left = new Chunks(rows, cursor);
  for (let chunk = left.take(); chunk; chunk = left.take())
    for (const row of chunk) readHead(row, { files, heads, reader, now });
  parentPort?.postMessage([...heads.notes]);
}

await work(workerData);
