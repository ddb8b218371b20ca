import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { readSource } from "../../src/config/source.ts";
import { build, loadConfig } from "../../src/index.ts";
import { Staging } from "../../src/publish/index.ts";

/** Whether the disk has no room left for an index. */
const full = { on: false };

vi.mock(import("../../src/sealed/seal.ts"), async (original) => {
  const { writeSealed } = await original();
  return {
    writeSealed: (path, ...rest) => {
      if (full.on && path.endsWith("/index")) throw Object.assign(new Error("ENOSPC"), { syscall: "write" });
      writeSealed(path, ...rest);
    },
  };
});

/** Longer than the file system's clock takes to move on. */
const tick = 12;

beforeEach(() => {
  // Files are old enough to be taken at their times' word.
  const clock = Date.now;
  vi.spyOn(Date, "now").mockImplementation(() => clock() + 60_000);
  return () => vi.restoreAllMocks();
});

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "feedwright-keeping-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

const article = (title: string, body = "Text.") => `---\ntitle: ${title}\ndate: 2025-02-23\n---\n${body}\n`;

function site(): string {
  const root = folder();
  mkdirSync(join(root, "articles"));
  writeFileSync(join(root, "articles/a.md"), article("A"));
  return root;
}

/** Builds; gives the items' titles, and the problems' codes. */
async function built(root: string) {
  await setTimeout(tick);
  const config = await loadConfig({ cwd: root, flags: { title: "T", url: "https://news.example/" } });
  const { problems } = await build({ config, force: true });
  const feed = readFileSync(join(root, "dist/feed.json"), "utf8");
  const titles = [...feed.matchAll(/^ {6}"title": "(.*)"/gm)].map(([, title]) => title);
  return { titles, codes: problems.map(({ code }) => code), feed };
}

test("a configuration is checked as it was read for its key, whatever the file says by then", async () => {
  const path = join(folder(), "feedwright.yaml");
  writeFileSync(path, "limit: later");
  expect((await readSource(path, "/", "\uFEFFlimit: read")).data).toEqual({ limit: "read" });
});

test("where the index can't be kept, neither is what was built of it", async () => {
  const root = site();
  await built(root);
  writeFileSync(join(root, "articles/c.md"), article("C"));
  full.on = true;
  expect(await built(root)).toMatchObject({ titles: ["A", "C"], codes: ["state-unwritable"] });
  full.on = false;
  rmSync(join(root, "articles/c.md"));
  expect((await built(root)).titles).toEqual(["A"]);
});

test("a file that another build has put in a feed's place is not noted as ours", async () => {
  const output = folder();
  const path = join(output, "a.xml");
  for (const content of ["one", "two"]) {
    const staging = new Staging(output);
    staging.add([{ path: "a.xml", chunks: ["one"] }]);
    if (content === "two") {
      writeFileSync(`${path}.new`, "two");
      renameSync(`${path}.new`, path);
    }
    expect((await staging.commit()).map((state) => state !== undefined)).toEqual([content === "one"]);
  }
});

test("a folder of pictures that gives way to a link leads out no more than before", async () => {
  const root = site();
  const picture = readFileSync("articles/2026/alt-text/choices.png");
  mkdirSync(join(root, "articles/img"));
  writeFileSync(join(root, "articles/img/p.png"), picture);
  writeFileSync(join(root, "articles/a.md"), article("A", "![A picture](img/p.png)"));
  expect((await built(root)).feed).toContain("https://news.example/img/p.png");
  const outside = join(folder(), "img");
  renameSync(join(root, "articles/img"), outside);
  symlinkSync(outside, join(root, "articles/img"));
  expect((await built(root)).codes).toContain("asset-outside");
});

test("what the disk refuses is told as long as it does, and no longer", async () => {
  const root = site();
  mkdirSync(join(root, ".feedwright/manifest.json"), { recursive: true });
  expect((await built(root)).codes).toEqual(["state-unwritable"]);
  rmdirSync(join(root, ".feedwright/manifest.json"));
  expect((await built(root)).codes).toEqual([]);
});

test("nothing is written through a link in the state's place", async () => {
  const [root, elsewhere] = [site(), folder()];
  symlinkSync(elsewhere, join(root, ".feedwright"));
  const { titles, codes } = await built(root);
  expect(titles).toEqual(["A"]);
  expect(new Set(codes)).toEqual(new Set(["state-unwritable"]));
  expect(readdirSync(elsewhere)).toEqual([]);
});

test("nor into another file's second name", async () => {
  const [root, elsewhere] = [site(), folder()];
  mkdirSync(join(root, ".feedwright"));
  writeFileSync(join(elsewhere, "precious"), "precious");
  linkSync(join(elsewhere, "precious"), join(root, ".feedwright/renderings.data"));
  await built(root);
  expect(readFileSync(join(elsewhere, "precious"), "utf8")).toBe("precious");
});

test("what killed builds left in the state's folder goes", async () => {
  const root = site();
  await built(root);
  const left = join(root, ".feedwright", `.${"a".repeat(24)}.feedwright`);
  writeFileSync(left, "");
  utimesSync(left, 1, 1);
  writeFileSync(join(root, "articles/b.md"), article("B"));
  await built(root);
  expect(readdirSync(join(root, ".feedwright")).filter((name) => name.startsWith("."))).toEqual([]);
});
