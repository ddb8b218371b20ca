/** A thread that reads heads: it takes chunks of rows as the main thread does, and writes into the same table. */
import { parentPort, workerData } from "node:worker_threads";
import { Files } from "../discover/index.ts";
import { ArticleReader, zoneOf } from "../parse/index.ts";
import { Chunks } from "./chunks.ts";
import { Heads } from "./heads.ts";
import { readHead } from "./readHead.ts";
import type { HeadFindings, HeadStart } from "./threads.ts";
import { TraitTable } from "./traits.ts";

async function work(start: HeadStart): Promise<void> {
  const { site, now, root, listing, states, columns, chunks } = start;
  const reader = new ArticleReader({ ...site, now, zone: await zoneOf(site.site.timezone) }, root);
  const files = Files.of(root, listing, states);
  const traits = start.traits ? new TraitTable(files.length) : undefined;
  const heads = new Heads(files.length, columns, traits);
  const { rows, cursor } = chunks;
  const left = new Chunks(rows, cursor);
  for (let chunk = left.take(); chunk; chunk = left.take())
    for (const row of chunk) readHead(row, { files, heads, reader, now });
  const findings: HeadFindings = { notes: [...heads.notes], traits: traits?.taken() };
  parentPort?.postMessage(findings);
}

await work(workerData);
