import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { build, type Config, loadConfig } from "../../src/index.ts";

/**
 * A story from its draft to its end, as a subscriber of each document sees it, who looks in at every
 * step. Beside it stands another story, so that no feed is ever empty.
 */
const root = mkdtempSync(join(tmpdir(), "feedwright-life-"));
const id = "tag:news.example,2026:bridge";
let config: Config;

const documents = {
  "atom.xml": "entry",
  "rss.xml": "item",
  "feed.json": "id",
  "topics/transport/atom.xml": "entry",
  "tags/bridges/rss.xml": "item",
  "partners/smartnews.xml": "item",
  "partners/msn.xml": "item",
  "partners/flipboard.xml": "item",
  "partners/apple-podcasts.xml": "item",
  "partners/google-news.xml": "url",
  "partners/mailchimp.xml": "item",
  "partners/feedly.xml": "item",
  "partners/wire.xml": "entry",
  "partners/wire-rss.xml": "item",
  "partners/ninjs.json": "uri",
} as const;

type Document = keyof typeof documents;

const names = Object.keys(documents).filter((name): name is Document => name in documents);

/** How each partner that can be told is told of an end; Atom feeds by their own element. */
const signals: Readonly<Partial<Record<Document, string>>> = {
  "partners/smartnews.xml": '<media:status state="deleted"/>',
  "partners/msn.xml": "<mi:expirationDate>2026-05-20T10:00:00Z",
  "partners/wire.xml": "<dcterms:valid>end=2026-05-20T10:00:00Z",
  "partners/wire-rss.xml": "end=2026-05-20T10:00:00Z",
  "partners/ninjs.json": '"pubstatus": "canceled"',
};

beforeAll(async () => {
  mkdirSync(join(root, "articles"));
  writeFileSync(
    join(root, "feedwright.yaml"),
    `site:
  title: The News
  url: https://news.example/
  description: A publication for tests
  authors: { name: The desk, email: desk@news.example }
scopes: [topic, tag]
partners:
  - profile: smartnews
  - profile: msn
  - profile: flipboard
  - profile: apple-podcasts
    values: { image: "https://news.example/show.png", category: News }
  - profile: google-news
  - profile: mailchimp
  - profile: feedly
  - profile: wire
  - profile: wire-rss
  - profile: ninjs
`,
  );
  write(
    "other.md",
    "The other story, which stands all the time",
    ["id: tag:news.example,2026:other"],
    "Other text.",
  );
  config = await loadConfig({ cwd: root });
});

afterAll(() => rmSync(root, { recursive: true }));

const picture = "image: { src: https://news.example/bridge.jpg, alt: A bridge, width: 1600, height: 1200 }";
const sound =
  "enclosures: [{ url: https://news.example/bridge.mp3, type: audio/mpeg, length: 1000, duration: 60 }]";

function write(name: string, title: string, more: readonly string[], body: string): void {
  const summary = `summary: ${"A sentence that says what the story tells in some words more. ".repeat(6)}`;
  const head = [`title: ${title}`, summary, "topic: Transport", "tags: [bridges]", picture, sound, ...more];
  const date = more.some((line) => line.startsWith("date:")) ? [] : ["date: 2026-05-18T08:00:00Z"];
  writeFileSync(join(root, "articles", name), `---\n${[...head, ...date].join("\n")}\n---\n${body}\n`);
}

/** What stands in a document of the story: its items, and whether its end is told. */
function seen(name: Document) {
  const text = existsSync(join(root, "dist", name)) ? readFileSync(join(root, "dist", name), "utf8") : "";
  const signal = signals[name];
  if (name.endsWith(".json")) {
    const data: unknown = JSON.parse(text);
    const items: Record<string, unknown>[] = Array.isArray(data) ? data : Object(data).items;
    const own = items
      .filter((item) => item[documents[name]] === id)
      .map((item) => JSON.stringify(item, null, 2));
    return {
      items: own.filter((each) => !isEnd(each, signal)),
      ends: own.filter((each) => isEnd(each, signal)),
    };
  }
  const element = documents[name];
  const all = text.match(new RegExp(`<${element}[ >].*?</${element}>`, "gs")) ?? [];
  const own = all.filter((each) => each.includes(id) || each.includes("https://news.example/bridge/"));
  const stones = text.match(/<at:deleted-entry .*?(?:\/>|<\/at:deleted-entry>)/gs) ?? [];
  return {
    items: own.filter((each) => !isEnd(each, signal)),
    ends: [...own.filter((each) => isEnd(each, signal)), ...stones],
  };
}

function isEnd(item: string, signal: string | undefined): boolean {
  return signal !== undefined && item.includes(signal);
}

/** Builds at a moment, and looks into every document. */
async function at(moment: string) {
  await build({ config, now: Date.parse(moment) });
  return new Map(names.map((name) => [name, seen(name)]));
}

const nobody = new Map(names.map((name) => [name, { items: [], ends: [] }]));

/** Everybody has the story once, with these words; nobody is told of its end. */
function expectOnce(all: Awaited<ReturnType<typeof at>>, words: readonly string[]): void {
  for (const [name, { items, ends }] of all) {
    expect([name, items.length, ends.length]).toEqual([name, 1, 0]);
    // The sitemap has the title alone.
    if (name === "partners/google-news.xml") expect(items[0]).toContain("bridge");
    else for (const word of words) expect([name, items[0]]).toEqual([name, expect.stringContaining(word)]);
  }
}

const title = "The new bridge opens after three years";

test("a draft is seen by nobody", async () => {
  write(
    "bridge.md",
    title,
    [`id: ${id}`, "slug: bridge", "date: 2026-05-19T09:00:00Z", "draft: true"],
    "First text.",
  );
  expect(await at("2026-05-19T10:00:00Z")).toEqual(nobody);
});

const dated = [`id: ${id}`, "slug: bridge", "date: 2026-05-19T09:00:00Z"];

test("under its embargo it is seen by nobody, until its very instant", async () => {
  write("bridge.md", title, [...dated, "embargo: 2026-05-19T12:00:00Z"], "First text.");
  expect(await at("2026-05-19T11:59:59.999Z")).toEqual(nobody);
  expectOnce(await at("2026-05-19T12:00:00Z"), ["First text."]);
});

test("corrected, it is the same item to everybody, with its new text", async () => {
  const first = ["corrections:", "  - { date: 2026-05-19T14:00:00Z, note: It was three years. }"];
  write("bridge.md", title, [...dated, ...first], "Second text.");
  expectOnce(await at("2026-05-19T14:00:00Z"), ["Second text.", "It was three years."]);
  const second = [...first, "  - { date: 2026-05-19T15:00:00Z, note: It is two lanes wide. }"];
  write("bridge.md", title, [...dated, ...second], "Third text.");
  const all = await at("2026-05-19T15:00:00Z");
  expectOnce(all, ["Third text.", "It is two lanes wide."]);
  expect(all.get("atom.xml")?.items[0]).toContain("<updated>2026-05-19T15:00:00Z</updated>");
  expect(all.get("rss.xml")?.items[0]).toContain("<dcterms:modified>2026-05-19T15:00:00Z");
  expect(all.get("feed.json")?.items[0]).toContain('"date_modified": "2026-05-19T15:00:00Z"');
});

test("its file renamed, it is the same item still", async () => {
  renameSync(join(root, "articles/bridge.md"), join(root, "articles/the-bridge.md"));
  expectOnce(await at("2026-05-19T16:00:00Z"), ["Third text."]);
});

test("withdrawn, it is gone from every document, and whoever can be told is told", async () => {
  const ended = [...dated, "withdrawn: 2026-05-20T10:00:00Z", "reason: The bridge is still closed."];
  write("the-bridge.md", title, ended, "Third text.");
  for (const [name, { items, ends }] of await at("2026-05-20T10:00:00Z")) {
    expect([name, items]).toEqual([name, []]);
    const isTold = name in signals || name.endsWith("atom.xml");
    expect([name, ends.length]).toEqual([name, isTold ? 1 : 0]);
    expect(readFileSync(join(root, "dist", name), "utf8")).not.toContain("Third text.");
  }
});

test("in the end nobody is told of it any more", async () => {
  expect(await at("2026-06-20T10:00:00Z")).toEqual(nobody);
});
