import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { build, loadConfig, type Problem, ProblemError } from "../../src/index.ts";

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

test("it can when it insists, and where an empty file stands there", async () => {
  const { root, config } = await checkout();
  await expect(build({ config, force: true })).resolves.toMatchObject({ published: 0 });
  for (const file of feeds) writeFileSync(join(root, "dist", file), "");
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

/** A site of five articles that was built; each can be written anew. */
async function newsroom(configuration = "") {
  const root = mkdtempSync(join(tmpdir(), "feedwright-guards-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const names = ["a", "b", "c", "d", "e"];
  const write = (name: string, head = `date: 2025-01-0${names.indexOf(name) + 1}`) =>
    writeFileSync(
      join(root, "articles", `${name}.md`),
      `---\ntitle: ${name}\n${head}\n---\nText of ${name}.\n`,
    );
  mkdirSync(join(root, "articles"));
  for (const name of names) write(name);
  const configure = (url: string, more = "") =>
    writeFileSync(
      join(root, "feedwright.yaml"),
      `site: { title: T, url: "${url}" }\n${configuration}${more}\n`,
    );
  configure("https://news.example/");
  /** The codes of what was told, and what stands then. */
  const run = async (force = false) => {
    const told: Problem[] = [];
    const report = (each: Problem) => told.push(each);
    const config = await loadConfig({ cwd: root });
    await build({ config, force, report, now: Date.UTC(2026, 0) }).catch((error: unknown) => {
      if (!(error instanceof ProblemError)) throw error;
      told.push(...error.problems);
    });
    return {
      told,
      codes: told.map(({ code }) => code),
      text: readFileSync(join(root, "dist/feed.json"), "utf8"),
    };
  };
  const before = (await run()).text;
  return { root, names, write, configure, run, before };
}

describe("stories that would come to readers again are refused each time, until somebody insists", () => {
  test("by other ids", async () => {
    const { names, write, run, before } = await newsroom();
    for (const name of names.slice(0, 4))
      write(name, `date: 2025-01-01\nid: https://news.example/new/${name}`);
    for (let times = 0; times < 2; times++) {
      const { codes, told, text } = await run();
      expect(codes).toEqual([...new Array(3).fill("feed-shrunk"), "ids-changed"]);
      expect(told.at(-1)?.message).toBe(
        "4 published articles have another id now: a.md was https://news.example/a/, and is https://news.example/new/a; b.md was https://news.example/b/, and is https://news.example/new/b; c.md was https://news.example/c/, and is https://news.example/new/c …",
      );
      expect(text).toBe(before);
    }
    expect((await run(true)).codes).toEqual(new Array(4).fill("id-changed"));
    expect((await run()).codes).toEqual([]);
  });

  test("by later dates", async () => {
    const { names, write, run, before } = await newsroom();
    for (const name of names.slice(0, 4)) write(name, "date: 2025-06-01");
    for (let times = 0; times < 2; times++) {
      const { codes, told, text } = await run();
      expect(codes).toEqual(["dates-moved"]);
      expect(told[0]?.message).toContain(
        "4 articles that were published have a later date now: a.md was of 2025-01-01, and is of 2025-06-01;",
      );
      expect(text).toBe(before);
    }
    expect((await run(true)).codes).toEqual([]);
  });

  test("by another address of the site", async () => {
    const { configure, run, before } = await newsroom();
    configure("https://www.news.example/");
    for (let times = 0; times < 2; times++) {
      const { told, text } = await run();
      expect(told.map(({ code, message }) => `${code}: ${message}`)).toEqual([
        "site-moved: `site.url` was https://news.example/ in the last build and is https://www.news.example/ now: 5 of the 5 published items would have another id",
      ]);
      expect(text).toBe(before);
    }
    expect(new Set((await run(true)).codes)).toEqual(new Set(["article-missing"]));
    expect((await run()).codes).toEqual([]);
  });
});

describe("nobody has to insist", () => {
  test("on few of them: the id that was is named", async () => {
    const { write, run } = await newsroom();
    write("b", "date: 2025-01-02\nid: https://news.example/other");
    for (const name of ["c", "d", "e"]) write(name, "date: 2025-06-01");
    const { told } = await run();
    expect(told).toMatchObject([{ code: "id-changed", severity: "warning", place: { line: 1 } }]);
    expect(told[0]?.hint).toBe("`id: https://news.example/b/` makes it the same story");
  });

  test("on dates that are less than a day later, earlier, or were still to come", async () => {
    const { names, write, run } = await newsroom();
    for (const name of names) write(name, "date: 2026-06-01");
    await run(true);
    for (const name of names) write(name, "date: 2025-06-01T00:00:00Z");
    expect((await run()).codes).toEqual([]);
    for (const name of names) write(name, "date: 2025-06-01T23:59:00Z");
    expect((await run()).codes).toEqual([]);
    for (const name of names) write(name, "date: 2025-01-01");
    expect((await run()).codes).toEqual([]);
  });

  test("on another address where every article says its id", async () => {
    const { names, write, configure, run } = await newsroom();
    for (const name of names) write(name, `date: 2025-01-01\nid: https://news.example/${name}/`);
    await run();
    configure("https://www.news.example/");
    expect((await run()).codes).toEqual([]);
  });

  test("where the configuration permits it", async () => {
    const { names, write, run, root } = await newsroom(
      "guards: { emptied: false, lost: 1, ids: 5, dates: 5 }",
    );
    for (const name of names) write(name, `date: 2025-06-01\nid: ${name}`);
    expect((await run()).codes).toEqual(new Array(5).fill("id-changed"));
    for (const name of names) write(name, `date: 2025-09-01\nid: ${name}`);
    expect((await run()).codes).toEqual([]);
    for (const name of names) rmSync(join(root, `articles/${name}.md`));
    expect((await run()).codes).toEqual(["content-empty", ...new Array(5).fill("article-missing")]);
  });
});
