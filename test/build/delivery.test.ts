import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { parseOpml } from "feedsmith";
import { expect, onTestFinished, test, vi } from "vitest";
import { build, loadConfig, type Problem } from "../../src/index.ts";

/** A site of two articles that is built again and again. */
async function site(configuration: string) {
  const clock = Date.now;
  vi.spyOn(Date, "now").mockImplementation(() => clock() + 60_000);
  const root = mkdtempSync(join(tmpdir(), "feedwright-delivery-"));
  onTestFinished(() => {
    vi.restoreAllMocks();
    rmSync(root, { recursive: true });
  });
  mkdirSync(join(root, "articles"));
  const write = (name: string, topic: string) =>
    writeFileSync(
      join(root, "articles", `${name}.md`),
      `---\ntitle: Story ${name}\ndate: 2026-03-01\ntopic: ${topic}\n---\nText.\n`,
    );
  write("a", "World");
  write("b", "Science");
  const configure = (text: string) =>
    writeFileSync(
      join(root, "feedwright.yaml"),
      `site: { title: T, url: "https://news.example/" }\n${text}\n`,
    );
  configure(configuration);
  const run = async () => {
    const told: Problem[] = [];
    const config = await loadConfig({ cwd: root });
    const result = await build({ config, report: (each) => told.push(each) });
    return { ...result, told: told.map(({ code }) => code) };
  };
  const path = (name: string) => join(root, "dist", name);
  const text = (name: string) => readFileSync(path(name), "utf8");
  return {
    write,
    configure,
    run,
    path,
    text,
    has: (name: string) => existsSync(path(name)),
    first: await run(),
  };
}

test("where there are several feeds a list of all is written, which partners and archives aren't in", async () => {
  const { text } = await site("scopes: [topic]\npartners: [{ profile: standard }]");
  const { outlines = [] } = parseOpml(text("feeds.opml")).body ?? {};
  expect(outlines.map((each) => each.xmlUrl ?? each.outlines?.map(({ xmlUrl }) => xmlUrl))).toEqual([
    "https://news.example/rss.xml",
    ["https://news.example/topics/science/rss.xml", "https://news.example/topics/world/rss.xml"],
  ]);
});

test("one feed alone has no list, unless one is wanted", async () => {
  const { has, configure, run } = await site("");
  expect(has("feeds.opml")).toBe(false);
  configure("delivery: { opml: true }");
  await run();
  expect(has("feeds.opml")).toBe(true);
});

test("the page has each feed's address and the newest headlines, and changes with them", async () => {
  const { text, write, run } = await site("scopes: [topic]\ndelivery: { page: true }");
  for (const part of ['href="topics/world/atom.xml"', "Story a", 'href="https://news.example/b/"'])
    expect(text("index.html")).toContain(part);
  const before = text("index.html");
  write("c", "World");
  await run();
  expect(text("index.html")).not.toBe(before);
  expect(text("index.html")).toContain("Story c");
});

test("a page or header file that is somebody else's stays, and that is said each time", async () => {
  const { path, text, run, write } = await site("");
  writeFileSync(path("index.html"), "<h1>Mine</h1>");
  writeFileSync(path("_headers"), "/*\n  X: y\n");
  const { configure } = {
    configure: (each: string) => writeFileSync(join(path(".."), "feedwright.yaml"), each),
  };
  configure(
    'site: { title: T, url: "https://news.example/" }\ndelivery: { page: true, servers: [netlify, nginx] }\n',
  );
  const first = await run();
  expect(first.told).toEqual(["delivery-not-own", "delivery-not-own"]);
  const [page, headers] = first.problems.map(({ hint }) => hint);
  expect([page, headers]).toEqual([
    expect.stringMatching(/^(?!.*delivery\.servers).*delivery\.page/),
    expect.stringMatching(/^(?!.*delivery\.page).*delivery\.servers/),
  ]);
  expect((await run()).problems.map(({ code }) => code)).toEqual(["delivery-not-own", "delivery-not-own"]);
  expect([text("index.html"), text("_headers")]).toEqual(["<h1>Mine</h1>", "/*\n  X: y\n"]);
  expect(text("delivery/nginx.conf")).toContain("application/rss+xml");
  configure('site: { title: T, url: "https://news.example/" }\n');
  write("c", "World");
  await run();
  expect([text("index.html"), text("_headers")]).toEqual(["<h1>Mine</h1>", "/*\n  X: y\n"]);
});

test("what was spoiled or deleted is written again, though no feed changed", async () => {
  const { path, text, run, has } = await site("scopes: [topic]\ndelivery: { page: true, compress: [gzip] }");
  const before = text("index.html");
  for (const name of ["index.html", "feeds.opml", "rss.xml.gz", "topics/world/feed.json.gz"])
    rmSync(path(name));
  await run();
  for (const name of ["feeds.opml", "rss.xml.gz", "topics/world/feed.json.gz"]) expect(has(name)).toBe(true);
  expect(text("index.html")).toBe(before);
});

test("each document stands compressed beside itself, with the same content, and goes with it", async () => {
  const { path, text, has, configure, run, write } = await site(
    "scopes: [topic]\npartners: [{ profile: standard }]\ndelivery: { compress: [gzip, br] }",
  );
  const same = (name: string) => {
    expect(gunzipSync(readFileSync(path(`${name}.gz`))).toString()).toBe(text(name));
    expect(brotliDecompressSync(readFileSync(path(`${name}.br`))).toString()).toBe(text(name));
  };
  const names = [
    "rss.xml",
    "atom.xml",
    "feed.json",
    "topics/world/rss.xml",
    "partners/standard.xml",
    "feeds.opml",
  ];
  for (const name of names) same(name);
  write("a", "Home");
  await run();
  for (const name of ["rss.xml", "topics/home/atom.xml"]) same(name);
  expect([has("topics/world/rss.xml.gz"), has("topics/world")]).toEqual([false, false]);
  configure("scopes: [topic]\ndelivery: { compress: [br] }");
  await run();
  expect([has("rss.xml.gz"), has("rss.xml.br"), has("feeds.opml.gz"), has("partners")]).toEqual([
    false,
    true,
    false,
    false,
  ]);
});

test("the page has no more than the feed, so that what was taken back is gone from it too", async () => {
  const { write, run, text, path } = await site("feeds: { limit: 1 }\ndelivery: { page: true }");
  writeFileSync(join(path(".."), "articles/a.md"), "---\ntitle: Older\ndate: 2026-02-01\n---\nText\n");
  write("c", "World");
  await run();
  expect(text("index.html")).not.toContain("Older");
});

test("a list of feeds that is somebody else's stays", async () => {
  const { path, text, run, configure } = await site("");
  writeFileSync(path("feeds.opml"), "<opml/>");
  configure("scopes: [topic]");
  const { told, problems } = await run();
  expect([told, problems[0]?.hint]).toEqual([
    ["delivery-not-own"],
    expect.stringContaining("`delivery.opml: false`"),
  ]);
  expect(text("feeds.opml")).toBe("<opml/>");
  rmSync(path("feeds.opml"));
  expect((await run()).told).toEqual([]);
  expect(text("feeds.opml")).toContain("Written by feedwright");
});

test("notes that name other files, or places behind links, remove nothing", async () => {
  const { path, run, configure } = await site("scopes: [topic]");
  const elsewhere = path("../elsewhere");
  mkdirSync(join(elsewhere, "world"), { recursive: true });
  writeFileSync(join(elsewhere, "world/rss.xml"), "mine");
  rmSync(path("topics"), { recursive: true });
  symlinkSync(elsewhere, path("topics"));
  writeFileSync(path("own.txt"), "mine");
  const feeds = {
    "own.txt": 0,
    "../articles/a.md": 0,
    "../elsewhere/world/rss.xml": 0,
    "topics/world/rss.xml": 0,
  };
  const notes = { version: 2, output: "dist", lists: [[]], feeds };
  writeFileSync(path("../.feedwright/manifest.json"), JSON.stringify(notes));
  configure("");
  await run();
  for (const file of ["own.txt", "../articles/a.md", "../elsewhere/world/rss.xml"])
    expect(existsSync(path(file))).toBe(true);
});

test("servers are told of partners' documents, but not of those that are secret, nor that archives have hubs", async () => {
  const { text } = await site(`
archive: month
feeds: { limit: 1 }
websub: { hubs: ["https://hub.example/"] }
delivery: { servers: [nginx] }
partners:
  - profile: standard
  - { profile: wire, secret: 0a1b2c3d4e5f6a7b }
  - { profile: ninjs }`);
  const told = text("delivery/nginx.conf");
  expect(told).toContain("standard\\.xml");
  expect(told).toContain("ninjs\\.json");
  expect(told).not.toContain("wire");
  const archives = /location ~ "\^\/archive\/\(\?:\.\+\/\)\?rss\\\.xml\$" \{[\s\S]*?\n\}/.exec(told)?.[0];
  expect(archives).toContain("application/rss+xml");
  expect(archives).not.toContain("Link");
});

test("our page and headers go when they aren't wanted any more", async () => {
  const { has, configure, run } = await site("delivery: { page: true, head: true, servers: [caddy] }");
  const names = ["index.html", "delivery/head.html", "delivery/Caddyfile"];
  expect(names.map(has)).toEqual([true, true, true]);
  configure("");
  await run();
  expect([...names, "delivery"].map(has)).toEqual([false, false, false, false]);
});
