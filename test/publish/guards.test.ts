import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { build, loadConfig, ProblemError } from "../../src/index.ts";

/** Builds a site of one article, and takes away what a fresh checkout hasn't got. */
async function checkout() {
  const root = mkdtempSync(join(tmpdir(), "feedwright-guards-"));
  mkdirSync(join(root, "articles"));
  writeFileSync(join(root, "articles", "a.md"), "---\ntitle: A\ndate: 2025-01-01\n---\nText.\n");
  const config = await loadConfig({ cwd: root, flags: { title: "T", url: "https://news.example/" } });
  await build({ config });
  rmSync(join(root, ".feedwright"), { recursive: true });
  rmSync(join(root, "articles", "a.md"));
  return { root, config };
}

const feeds = ["rss.xml", "atom.xml", "feed.json"];

test("a checkout without the last build's notes still can't empty the feeds that stand there", async () => {
  const { root, config } = await checkout();
  const before = feeds.map((file) => readFileSync(join(root, "dist", file), "utf8"));
  const refusal = await build({ config }).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(ProblemError);
  expect(String(refusal)).toContain("feed.json would become empty; the last build gave it 1 item");
  expect(feeds.map((file) => readFileSync(join(root, "dist", file), "utf8"))).toEqual(before);
});

test("it can when it insists, and where what stands there is no feed", async () => {
  const { root, config } = await checkout();
  await expect(build({ config, force: true })).resolves.toMatchObject({ published: 0 });
  for (const file of feeds) writeFileSync(join(root, "dist", file), "{ not a feed");
  rmSync(join(root, ".feedwright"), { recursive: true });
  await expect(build({ config })).resolves.toMatchObject({ published: 0 });
});

test("a FIFO in a feed's place is refused, and holds nothing up", async () => {
  const { root, config } = await checkout();
  rmSync(join(root, "dist", "rss.xml"));
  execFileSync("mkfifo", [join(root, "dist", "rss.xml")]);
  await expect(build({ config })).rejects.toThrow("this file can't be written: it is not a regular file");
});

test("a folder without articles is said", async () => {
  const { config } = await checkout();
  const { problems } = await build({ config, force: true });
  expect(problems.map(({ code, severity }) => `${severity} ${code}`)).toEqual(["warning content-empty"]);
});
