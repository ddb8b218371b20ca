import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { build, loadConfig } from "../../src/index.ts";
import { worthThreads } from "../../src/serialise/pool/pool.ts";

const bin = resolve("lib/cli/bin.js");
const flags = { title: "T", url: "https://news.example/", limit: "all" };

/** A folder with more articles than one thread renders alone. */
function folderOf(count: number): string {
  const root = mkdtempSync(join(tmpdir(), "feedwright-threads-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, "articles"));
  for (let n = 0; n < count; n++) writeFileSync(join(root, "articles", `${n}.md`), article(n));
  writeFileSync(join(root, "articles/picture.png"), "no picture");
  return root;
}

function article(n: number): string {
  const day = String(1 + (n % 28)).padStart(2, "0");
  return `---\ntitle: Story ${n}\ndate: 2025-02-${day}\n---\n${bodyOf(n)}\n`;
}

function bodyOf(n: number): string {
  if (n % 50 === 7) return `See [the next one](${n + 1}.md).`;
  if (n % 90 === 8) return "![A picture](picture.png) and ![none](gone.png)";
  if (n % 100 === 9) return "<b>".repeat(300);
  return `A paragraph of *news* about **${n}**.\n\n`.repeat(20);
}

test("feeds are the same bytes, and tell the same, whether one thread renders them or several", async () => {
  const root = folderOf(worthThreads + 200);
  const args = Object.entries(flags).flatMap(([name, value]) => [`--${name}`, value]);
  const { status, stdout } = spawnSync(process.execPath, [bin, "build", "--json", ...args], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  expect(status).toBe(1);
  const several: { published: number; problems: { code: string; file: string }[] } = JSON.parse(stdout);

  const config = {
    ...(await loadConfig({ cwd: root, flags })),
    output: join(root, "one"),
    root: join(root, "state"),
  };
  const one = await build({ config });
  expect(several.published).toBe(one.published);
  expect(several.problems.map(({ code }) => code)).toEqual(one.problems.map(({ code }) => code));
  for (const name of ["rss.xml", "atom.xml", "feed.json"])
    expect(readFileSync(join(root, "dist", name), "utf8")).toBe(
      readFileSync(join(root, "one", name), "utf8"),
    );
});
