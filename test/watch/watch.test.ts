import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, it } from "vitest";
import { build } from "../../src/build.ts";
import { story } from "../cli/support.ts";
import { watched, written } from "./watched.ts";

const minimal = 'site: { title: T, url: "https://daily.example/" }\n';
const feeds = ["rss.xml", "atom.xml", "feed.json"];

it("builds once, and again after a save, with what changed", async () => {
  const site = await watched();
  expect(site.rounds[0]).toMatchObject({ number: 1, changed: [], problems: [] });
  expect(site.rounds[0] && written(site.rounds[0])).toEqual(feeds);
  const round = site.next((each) => written(each).length > 0);
  site.put("articles/a.md", story("Second", "2025-01-01"));
  expect((await round).changed).toEqual([site.path("articles/a.md")]);
  expect(readFileSync(site.path("dist/rss.xml"), "utf8")).toContain("<title>Second</title>");
});

it.each(["putAtomically", "putLikeVim"] as const)(
  "sees each of several saves of one file: %s",
  async (way) => {
    const site = await watched();
    for (const title of ["Second", "Third", "Fourth"]) {
      const round = site.next((each) => written(each).length > 0);
      site[way]("articles/a.md", story(title, "2025-01-01"));
      expect((await round).changed).toContain(site.path("articles/a.md"));
      expect(readFileSync(site.path("dist/rss.xml"), "utf8")).toContain(`<title>${title}</title>`);
    }
  },
);

it("builds once for many files that come at once, and sees folders that are new", async () => {
  const site = await watched();
  const round = site.next((each) => written(each).length > 0);
  for (let number = 0; number < 200; number++) {
    mkdirSync(site.path(`articles/${number % 20}`), { recursive: true });
    site.put(`articles/${number % 20}/${number}.md`, story(`Number ${number}`, "2025-01-02"));
  }
  await round;
  await site.quiet();
  expect(site.rounds.filter((each) => each.number > 1 && written(each).length > 0).length).toBeLessThan(4);
  expect(site.rounds.at(-1)?.result?.articles).toBe(201);
  const again = site.next((each) => written(each).length > 0);
  site.put("articles/7/7.md", story("Changed in a new folder", "2025-01-03"));
  expect((await again).changed).toEqual([site.path("articles/7/7.md")]);
});

it("waits for the content folder's return, whichever way it goes", async () => {
  const site = await watched();
  for (const [away, back] of [
    [
      () => renameSync(site.path("articles"), site.path("away")),
      () => renameSync(site.path("away"), site.path("articles")),
    ],
    [
      () => rmSync(site.path("articles"), { recursive: true }),
      () => {
        mkdirSync(site.path("articles"));
        site.put("articles/a.md", story("Back", "2025-01-01"));
      },
    ],
  ] as const) {
    const gone = site.next(({ problems }) => problems.some(({ code }) => code === "content-missing"));
    away();
    expect((await gone).result).toBeUndefined();
    const returned = site.next(({ result }) => result?.articles === 1);
    back();
    expect((await returned).problems).toEqual([]);
    await site.quiet();
  }
  const round = site.next((each) => written(each).length > 0);
  site.put("articles/a.md", story("Watched again", "2025-01-01"));
  expect((await round).changed).toEqual([site.path("articles/a.md")]);
});

it("tells what is wrong with an article, and that nothing is any more", async () => {
  const site = await watched();
  const broken = site.next(({ problems }) => problems.length > 0);
  site.put("articles/b.md", story("B", "2026-02-30"));
  expect((await broken).problems).toMatchObject([{ code: "date-impossible", place: { line: 3 } }]);
  const mended = site.next(({ problems }) => problems.length === 0);
  site.put("articles/b.md", story("B", "2025-02-20"));
  expect((await mended).result?.published).toBe(2);
});

it("goes on with the last configuration while the file can't be read, and takes the new one then", async () => {
  const site = await watched();
  const broken = site.next(({ problems }) => problems.length > 0);
  site.putAtomically("feedwright.yaml", "site: [");
  expect(await broken).toMatchObject({ base: site.root, problems: [{ code: "config-syntax" }] });
  const mended = site.next((each) => written(each).length > 0);
  site.putAtomically(
    "feedwright.yaml",
    'site: { title: Another, url: "https://daily.example/" }\ncontent: news\n',
  );
  mkdirSync(site.path("news"));
  site.put("news/a.md", story("From another folder", "2025-01-01"));
  await mended;
  await site.quiet();
  const round = site.next((each) => written(each).length > 0);
  site.put("news/a.md", story("Which is watched", "2025-01-01"));
  expect((await round).changed).toEqual([site.path("news/a.md")]);
});

it("runs a configuration that is a module again when it changes", async () => {
  const module = (title: string) =>
    `export default { site: { title: "${title}", url: "https://daily.example/" } };\n`;
  const site = await watched({ configuration: { name: "feedwright.mjs", text: module("One") } });
  for (const title of ["Two", "Three"]) {
    const round = site.next((each) => written(each).length > 0);
    site.put("feedwright.mjs", module(title));
    expect((await round).config.site.title).toBe(title);
  }
});

it("builds one at a time, and once more for what changed meanwhile", async () => {
  let atWork = 0;
  let most = 0;
  const site = await watched({
    build: async (options) => {
      most = Math.max(most, ++atWork);
      try {
        await setTimeout(300);
        return await build(options);
      } finally {
        atWork--;
      }
    },
  });
  const before = site.rounds.length;
  site.put("articles/a.md", story("One", "2025-01-01"));
  await setTimeout(150);
  for (const title of ["Two", "Three", "Four"]) {
    site.put("articles/a.md", story(title, "2025-01-01"));
    await setTimeout(20);
  }
  await site.next(() => readFileSync(site.path("dist/rss.xml"), "utf8").includes("Four"));
  await site.quiet();
  expect(most).toBe(1);
  expect(site.rounds.length - before).toBeLessThanOrEqual(3);
});

it("builds when an embargo ends, and nothing changes but the clock", async () => {
  const due = Date.now() + 3000;
  const site = await watched({
    files: { "articles/later.md": story("Later", new Date(due).toISOString()) },
    options: { now: undefined },
  });
  expect(site.rounds.at(-1)?.result?.published).toBe(1);
  const round = await site.next(({ result }) => result?.published === 2);
  expect(round.changed).toEqual([]);
  expect(Date.now()).toBeGreaterThanOrEqual(due);
});

it("isn't woken by what it writes, by hidden files, nor by editors' notes", async () => {
  const text = `${minimal}content: .\n`;
  const site = await watched({ configuration: { name: "feedwright.yaml", text } });
  const { length } = site.rounds;
  for (const name of ["articles/.a.md.swp", "articles/a.md~", "articles/4913", ".hidden", "dist/other.xml"])
    writeFileSync(join(site.root, name), "x");
  await site.quiet();
  expect(site.rounds.length).toBe(length);
});

it("goes on after what nobody thought of", async () => {
  let fault: unknown;
  const site = await watched({
    build: async (options) => {
      if (fault !== undefined) throw fault;
      return await build(options);
    },
  });
  for (fault of [new Error("the disk is on fire"), "smoke"]) {
    const round = site.next(({ problems }) => problems.length > 0);
    site.put("articles/a.md", story(String(fault), "2025-01-01"));
    expect((await round).problems).toMatchObject([{ code: "unexpected", severity: "fatal" }]);
    await site.quiet();
  }
  fault = undefined;
  const round = site.next((each) => written(each).length > 0);
  site.put("articles/a.md", story("Out", "2025-01-01"));
  await round;
});

it("ends in the middle of a build", async () => {
  let begun = false;
  const site = await watched({
    build: async (options) => {
      if (!begun) return await build(options);
      await setTimeout(60_000, undefined, { signal: options.signal });
      return await build(options);
    },
  });
  begun = true;
  const { length } = site.rounds;
  site.put("articles/a.md", story("Never built", "2025-01-01"));
  await setTimeout(300);
  await site.stop();
  expect(site.rounds.length).toBe(length);
});

it("watches a content folder that is a link", async () => {
  const site = await watched({
    configuration: { name: "feedwright.yaml", text: `${minimal}content: linked\n` },
    files: { "real/b.md": story("B", "2025-01-01") },
  });
  symlinkSync("real", site.path("linked"));
  await site.next(({ result }) => result?.articles === 1);
  await site.quiet();
  const round = site.next((each) => written(each).length > 0);
  site.put("real/b.md", story("Changed", "2025-01-01"));
  expect((await round).changed).toEqual([site.path("linked/b.md")]);
});

it("builds for a changed theme and a partner's changed profile", async () => {
  const profile = (title: string) => `name: own\ntitle: ${title}\nextends: standard\nformat: rss\n`;
  const site = await watched({
    configuration: {
      name: "feedwright.yaml",
      text: `${minimal}pages: { theme: theme }\npartners: [{ profile: ./own.yaml }]\n`,
    },
    files: { "own.yaml": profile("Own"), "theme/colours.css": ":root { --ink: red; }\n" },
  });
  for (const [name, text] of [
    ["theme/colours.css", ":root { --ink: blue; }\n"],
    ["own.yaml", profile("Another")],
  ] as const) {
    const round = site.next(({ changed }) => changed.includes(site.path(name)));
    site.putAtomically(name, text);
    expect((await round).problems).toEqual([]);
    await site.quiet();
  }
  expect(readFileSync(site.path("dist/index.html"), "utf8")).toMatch(/--ink: ?blue/);
});

it("throws what its listener throws, and closes all", async () => {
  await expect(
    watched({
      told: () => {
        throw new Error("not for me");
      },
    }),
  ).rejects.toThrow("not for me");
});

it("ends when it is told to, and leaves no lock", async () => {
  const site = await watched();
  await site.stop();
  const { length } = site.rounds;
  site.put("articles/a.md", story("Unseen", "2025-01-01"));
  await setTimeout(300);
  expect(site.rounds.length).toBe(length);
  expect(() => readFileSync(site.path(".feedwright/lock"))).toThrow("ENOENT");
});
