import { spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { z } from "zod";

const bin = resolve("lib/cli/bin.js");
const coverage = z.object({ result: z.array(z.object({ url: z.string() })) });

/** The packages, and the rooms of ours, that a build loads. */
function loadedBy(root: string): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), "feedwright-loaded-"));
  const env = { ...process.env, NODE_V8_COVERAGE: folder };
  const { status, stderr } = spawnSync(process.execPath, [bin, "build"], {
    cwd: root,
    env,
    encoding: "utf8",
  });
  expect([status, stderr]).toEqual([0, ""]);
  const urls = readdirSync(folder).flatMap((name) => {
    const text = readFileSync(join(folder, name), "utf8");
    return coverage.parse(JSON.parse(text)).result.map(({ url }) => url);
  });
  rmSync(folder, { recursive: true });
  return urls.filter((url) => url.startsWith("file:"));
}

test.each([
  ["feeds alone", ""],
  ["pages", "pages: true\n"],
])(
  "where nothing changed, no package is loaded, and none of the rooms that would need one: %s",
  async (_, more) => {
    const root = mkdtempSync(join(tmpdir(), "feedwright-startup-"));
    onTestFinished(() => rmSync(root, { recursive: true }));
    mkdirSync(join(root, "articles"));
    const site = `site:\n  title: T\n  url: https://news.example/\n  timezone: Europe/Kyiv\n${more}`;
    writeFileSync(join(root, "feedwright.yaml"), site);
    writeFileSync(join(root, "articles/a.md"), "---\ntitle: A\ndate: 2025-02-23\n---\n*Text*.\n");
    utimesSync(join(root, "articles/a.md"), 1, 1);
    expect(loadedBy(root).some((url) => url.includes("/node_modules/marked/"))).toBe(true);
    // Until the file's time of change is old enough to be taken at its word, its head is read again.
    await setTimeout(2100);
    loadedBy(root);
    const loaded = loadedBy(root);
    expect(loaded.filter((url) => url.includes("/node_modules/"))).toEqual([]);
    expect(
      loaded.filter((url) =>
        /\/(?:parse|rebuild|renderer|writeFeeds|stagePages|theme|notify|yaml|jsonSchema|check)\.js$/.test(
          url,
        ),
      ),
    ).toEqual([]);
  },
);
