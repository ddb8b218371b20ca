import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { Files, walk } from "../../src/discover/index.ts";
import { readHeads } from "../../src/index/index.ts";
import { loadConfig } from "../../src/index.ts";
import { ArticleReader, zoneOf } from "../../src/parse/index.ts";

const root = mkdtempSync(join(tmpdir(), "feedwright-heads-"));
const flags = { title: "T", url: "https://news.example/" };
const now = Date.UTC(2025, 2);
const heads = [
  "title: A story\ndate: 2025-02-23T10:00:00\ntopic: T\ntags: [a, b]\nauthors: [Jane]\ncredit: AFP",
  "title: A draft\ndate: 2025-02-23\ndraft: true",
  "title: Impossible\ndate: 2025-02-30",
  "titel: A miss\ntitle: Near\ndate: 2025-02-23\nexpires: 2026-01-01",
  "title: To come\ndate: 2026-01-01\nid: one",
];

beforeAll(() => {
  for (let n = 0; n < 4000; n++) {
    const folder = join(root, "articles", String(n % 7));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${n}.md`), `---\n${heads[n % heads.length]}\n---\nText.\n`);
  }
  return () => rmSync(root, { recursive: true });
});

/** Reads the folder's heads by threads of a program. */
async function read(script: URL, from: number, traits = false) {
  const config = await loadConfig({ cwd: root, flags });
  const { files } = walk(
    config.content,
    () => false,
    () => {},
  );
  const reader = new ArticleReader({ ...config, now, zone: await zoneOf("UTC") }, files.root);
  const table = await readHeads({
    files,
    last: undefined,
    reader,
    config,
    now,
    traits,
    threads: { script, from },
  });
  const notes = [...table.notes].sort(([a], [b]) => a - b);
  const about = Array.from({ length: files.length }, (_, row) => table.traits?.of(row));
  return { columns: { ...table.columns }, states: [...files.states], notes, about };
}

const bundled = pathToFileURL(resolve("lib/index/headWorker.js"));

function program(text: string): URL {
  const path = join(root, `${Math.random()}.mjs`);
  writeFileSync(path, text);
  return pathToFileURL(path);
}

test("heads are the same, whether one thread reads them or several", async () => {
  const alone = await read(bundled, Number.POSITIVE_INFINITY);
  expect(alone.notes).toHaveLength(4000 * 0.8);
  expect(await read(bundled, 1)).toEqual(alone);
});

test("what feeds are chosen by is the same, whether one thread reads it or several", async () => {
  const alone = await read(bundled, Number.POSITIVE_INFINITY, true);
  expect(alone.about.filter((each) => each?.tags.includes("a"))).toHaveLength(800);
  expect(await read(bundled, 1, true)).toEqual(alone);
});

test.each([
  ["ends at once", ""],
  ["throws", "throw new Error('no');"],
  [
    "takes chunks and ends",
    'import { workerData } from "node:worker_threads"; Atomics.add(workerData.chunks.cursor, 0, 3);',
  ],
])("where a thread %s, the main one reads what it had", async (_, text) => {
  expect(await read(program(text), 1)).toEqual(await read(bundled, Number.POSITIVE_INFINITY));
});

test("a file that couldn't be looked at when it was found is asked when its head is read", async () => {
  const config = await loadConfig({ cwd: root, flags });
  const reader = new ArticleReader({ ...config, now, zone: await zoneOf("UTC") }, config.content);
  const files = new Files(config.content);
  files.addState(undefined);
  files.addFolder("0", ["0.md"]);
  const table = await readHeads({ files, last: undefined, reader, config, now });
  expect(table.published(0)).toBe(Date.UTC(2025, 1, 23, 10));
  expect(files.state(0)[0]).toBeGreaterThan(40);
});
