import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { RenderingCache } from "../../src/cache/index.ts";
import { walk } from "../../src/discover/index.ts";
import { Stories } from "../../src/index/index.ts";
import { loadConfig } from "../../src/index.ts";
import { ArticleReader, zoneOf } from "../../src/parse/index.ts";
import { worthThreads } from "../../src/serialise/pool/pool.ts";
import { renderSettings } from "../../src/serialise/renderer.ts";
import { Renderings } from "../../src/serialise/renderings.ts";

const bundled = pathToFileURL(resolve("lib/serialise/pool/worker.js"));
const nowhere = pathToFileURL("/nowhere/worker.js");
const flags = { title: "T", url: "https://news.example/" };
const now = Date.UTC(2026, 0);

function bodyOf(n: number): string {
  if (n % 50 === 7) return `See [the next one](${n + 1}.md).`;
  if (n % 90 === 8) return "![A picture](picture.png) and ![none](gone.png)";
  return n % 100 === 9 ? "<b>".repeat(300) : `A paragraph of *news* about **${n}** – “quoted”.\n\n`.repeat(8);
}

/** A site of many articles, and what one build after the other makes of them. */
async function site() {
  const root = mkdtempSync(join(tmpdir(), "feedwright-renderings-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, "articles"));
  writeFileSync(join(root, "articles/picture.png"), "no picture");
  for (let n = 0; n < worthThreads + 100; n++)
    writeFileSync(
      join(root, "articles", `${n}.md`),
      `---\ntitle: ${n}\ndate: 2025-02-23\n---\n${bodyOf(n)}\n`,
    );
  const config = await loadConfig({ cwd: root, flags });
  const zone = await zoneOf("UTC");
  return (script: URL, state: string) => {
    const { files } = walk(
      config.content,
      () => false,
      () => {},
    );
    const stories = new Stories(
      files,
      new ArticleReader({ ...config, now, zone }, files.root),
      config.content,
    );
    const rows = Array.from({ length: files.length }, (_, row) => row);
    stories.published = rows;
    const cache = new RenderingCache(join(root, state), "context");
    const options = { settings: renderSettings(config), root: files.root, now, people: new Map() };
    const renderings = new Renderings({
      site: options,
      stories,
      cache,
      momentOf: () => undefined,
      kept: new Set(),
      keepsBroken: false,
    });
    renderings.expect(rows, script);
    const made = rows.map((row) => renderings.of(row));
    renderings.close();
    cache.close();
    // An absent member and one that is undefined are the same to whoever writes an item.
    return { made: JSON.parse(JSON.stringify(made)), media: renderings.media().map(({ path }) => path) };
  };
}

test("renderings are the same from threads, from this one, and from the cache of either", async () => {
  const build = await site();
  const alone = build(nowhere, "alone");
  expect(alone.media).toEqual(["picture.png"]);
  expect(build(bundled, "threads")).toEqual(alone);
  expect(build(nowhere, "threads")).toEqual(alone);
  expect(build(bundled, "alone")).toEqual(alone);
});
