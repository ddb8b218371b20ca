import { mkdirSync, writeFileSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { Engine } from "../../src/pages/engine.ts";
import { article, site, tree } from "./site.ts";

const days = ["2026-01-01", "2026-02-01", "2026-03-01", "2026-04-01", "2026-05-01"] as const;

/** Of five days, from the oldest on. */
const five = Object.fromEntries(
  days.map((day, at) => [`articles/${"abcde"[at]}.md`, article(`Story ${"abcde"[at]}`, day, "topic: World")]),
);

/** What a build rendered by templates, told by each page's kind and headline. */
function renderings() {
  const seen: string[] = [];
  const render = Engine.prototype.render;
  vi.spyOn(Engine.prototype, "render").mockImplementation(function (this: Engine, name, data) {
    const { page } = data;
    const headline = typeof page === "object" && page !== null && "headline" in page ? page.headline : "";
    seen.push(`${name} ${headline}`);
    return render.call(this, name, data);
  });
  return () => seen.splice(0).sort();
}

test("what is due has a page, more than the feed has room for; what isn't has none", async () => {
  const { has, first } = await site(
    {
      ...five,
      "articles/draft.md": article("Draft", "2026-01-02", "draft: true"),
      "articles/embargo.md": article("Embargo", "2026-01-02", "embargo: 2027-01-01"),
      "articles/future.md": article("Future", "2027-01-01"),
      "articles/expired.md": article("Expired", "2026-01-02", "expires: 2026-02-01"),
    },
    "pages: true\nfeeds: { limit: 2 }",
  );
  expect(["a", "b", "c", "d", "e"].map((name) => has(`${name}/index.html`))).toEqual(Array(5).fill(true));
  expect(["draft", "embargo", "future", "expired"].filter(has)).toEqual([]);
  expect(["index.html", "404.html", "topics/index.html", "topics/world/index.html"].every(has)).toBe(true);
  expect([first.published, first.codes]).toEqual([2, []]);
});

test("a page goes when its article is held back, expires, or is deleted", async () => {
  const { put, remove, run, has } = await site({
    ...five,
    "articles/e.md": article("Story e", days[4], "expires: 2026-07-01"),
  });
  put("articles/a.md", article("Story a", days[0], "draft: true"));
  remove("articles/b.md");
  await run();
  expect(["a", "b", "c"].map((name) => has(`${name}/index.html`))).toEqual([false, false, true]);
  await run({ at: Date.UTC(2026, 6, 2) });
  expect(has("e/index.html")).toBe(false);
});

test("a withdrawn story's address says so, why and since when, and not what it was", async () => {
  const { put, run, page, remove, has } = await site(five);
  put(
    "articles/c.md",
    article("Story c", days[2], 'status: withdrawn\nwithdrawn: 2026-04-05T10:00:00Z\nreason: "A <mistake>."'),
  );
  await run();
  const notice = page("c/index.html");
  for (const part of [
    "This article was withdrawn",
    "A &lt;mistake&gt;.",
    'datetime="2026-04-05T10:00:00Z"',
    "noindex",
  ])
    expect(notice).toContain(part);
  expect(notice).not.toMatch(/Story c|rel="canonical"/);
  for (const other of ["b/index.html", "d/index.html", "index.html"])
    expect(page(other)).not.toContain("Story c");
  remove("articles/c.md");
  await run();
  expect(has("c/index.html")).toBe(false);
});

test("what never was published has no notice", async () => {
  const { has } = await site({ ...five, "articles/x.md": article("X", "2027-01-01", "status: withdrawn") });
  expect(has("x/index.html")).toBe(false);
});

test("a changed article costs its own page, its neighbours' and its lists'; nothing changed, none", async () => {
  const { put, run } = await site({
    ...five,
    "articles/other.md": article("Other", "2025-01-01", "topic: Art"),
  });
  const rendered = renderings();
  put("articles/c.md", article("Story c, again", days[2], "topic: World"));
  await run();
  expect(rendered()).toEqual([
    "front The News",
    "story Story b",
    "story Story c, again",
    "story Story d",
    "topic World",
  ]);
  await run();
  expect(rendered()).toEqual([]);
});

test("a new story costs the first page of a list alone: older ones are counted from the oldest", async () => {
  const { put, run, page, has } = await site(five, "pages: { perPage: 2 }");
  expect(page("index.html")).toMatch(/Story e.*Story d.*Story c/s);
  expect(page("page/1/index.html")).toMatch(/Story b.*Story a/s);
  const rendered = renderings();
  put("articles/f.md", article("Story f", "2026-05-20", "topic: Art"));
  await run();
  expect(rendered()).toEqual([
    "front The News",
    // Its neighbour has another place now.
    "front The News, Page 1",
    "front The News, Page 2",
    "story Story e",
    "story Story f",
    "topic Art",
    "topics Topics",
  ]);
  expect(page("index.html")).toMatch(/Story f.*Story e/s);
  expect(page("index.html")).toContain('href="page/2/"');
  expect(page("page/2/index.html")).toMatch(/Story d.*Story c/s);
  expect([has("page/3"), has("topics/world/page/1/index.html")]).toEqual([false, true]);
  put("articles/g.md", article("Story g", "2026-05-21", "topic: Art"));
  await run();
  expect(rendered()).toEqual([
    "front The News",
    "story Story f",
    "story Story g",
    "topic Art",
    "topics Topics",
  ]);
});

test("a file of somebody else's stays, and gives way when it is gone", async () => {
  const { put, run, page, path, remove } = await site(five);
  put("dist/b/index.html", "<h1>Mine</h1>");
  const second = await run();
  expect(second.codes).toEqual(["page-not-own"]);
  expect((await run()).problems.map(({ code }) => code)).toEqual(["page-not-own"]);
  put("articles/e.md", article("Story e, again", days[4]));
  expect((await run()).codes).toEqual(["page-not-own"]);
  expect(page("b/index.html")).toBe("<h1>Mine</h1>");
  remove("articles/b.md");
  await run();
  expect(page("b/index.html")).toBe("<h1>Mine</h1>");
  put("articles/b.md", article("Story b", days[1]));
  remove("dist/b");
  expect((await run()).codes).toEqual([]);
  expect(page("b/index.html")).toContain("Story b");
  mkdirSync(path("dist/f/index.html"), { recursive: true });
  put("articles/f.md", article("Story f", "2026-05-20"));
  expect((await run()).codes).toEqual(["page-not-own"]);
});

test("of two articles at one place the older has it, built anew or not", async () => {
  const { put, run, page, path, remove } = await site({
    "articles/new.md": article("The new one", "2026-03-01", "permalink: /one.html"),
  });
  expect(page("one.html")).toContain("The new one");
  put("articles/old.md", article("The old one", "2026-02-01", "permalink: /one"));
  const second = await run();
  expect(second.told.map(({ code, place }) => [code, place?.file.endsWith("new.md")])).toEqual([
    ["page-taken", true],
  ]);
  expect(page("one.html")).toContain("The old one");
  await run({ out: "fresh" });
  expect(tree(path("dist"))).toEqual(tree(path("fresh")));
  remove("articles/old.md");
  await run();
  expect(page("one.html")).toContain("The new one");
});

test.each([
  [
    "another's folder",
    {
      "articles/a.md": article("A", days[0], "permalink: /x/"),
      "articles/b.md": article("B", days[1], "permalink: /x/index.html/y/"),
    },
    "page-impossible",
  ],
  ["a feed", { "articles/a.md": article("A", days[0], "permalink: /rss.xml/x/") }, "page-taken"],
  ["the front page", { "articles/a.md": article("A", days[0], "permalink: /") }, "page-taken"],
  ["the page of the feeds", { "articles/a.md": article("A", days[0], "permalink: /feeds/") }, "page-taken"],
  [
    "the same in capitals",
    {
      "articles/a.md": article("A", days[0], "permalink: /x/"),
      "articles/b.md": article("B", days[1], "permalink: /X/"),
    },
    "page-taken",
  ],
  ["a picture", { "articles/a.md": article("A", days[0], "permalink: /x.png/") }, "page-impossible"],
  ["a question", { "articles/a.md": article("A", days[0], "permalink: '/?p=1'") }, "page-impossible"],
])(
  "a page that would stand where %s does is left out and named; all else is written",
  async (_, files, code) => {
    const { first, page } = await site({ ...files, "articles/good.md": article("Good", "2026-05-01") });
    expect(first.codes).toEqual([code]);
    expect(page("good/index.html")).toContain("Good");
    expect(page("feed.json")).toContain('"title": "A"');
  },
);

const picture = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==",
  "base64",
);

test("a page hangs on the pictures of its article and of those that it shows", async () => {
  const { path, run, page, put, remove, has } = await site(five);
  writeFileSync(path("articles/p.png"), picture);
  put("articles/a.md", article("Story a", days[0], "", "![x](p.png)"));
  await run();
  expect(page("a/index.html")).toContain('width="1"');
  put("articles/e.md", article("Story e, again", days[4]));
  await run();
  expect(has("p.png")).toBe(true);
  remove("articles/p.png");
  await run();
  expect(page("a/index.html")).not.toContain('width="1"');
});

test("a picture may stand beside pages, but not in a folder that could be one", async () => {
  const { path, run, has, put } = await site(five);
  for (const folder of ["a", "one.html"]) {
    mkdirSync(path(`articles/${folder}`), { recursive: true });
    writeFileSync(path(`articles/${folder}/p.png`), picture);
  }
  put("articles/f.md", article("F", "2026-05-02", "", "![x](a/p.png) ![y](one.html/p.png)"));
  expect((await run()).codes).toContain("asset-in-feeds-place");
  expect([has("a/p.png"), has("one.html/p.png")]).toEqual([true, false]);
});

test("an article that can't be rendered is passed over, and comes when it is mended", async () => {
  const { put, run, page, path, has } = await site(five, "pages: true\nbroken: drop");
  put("articles/c.md", article("Story c", days[2], "topic: World", `${"> ".repeat(10_000)}deep`));
  const broken = await run();
  expect([broken.rejected, has("c/index.html")]).toEqual([1, false]);
  expect(page("d/index.html")).toMatch(/rel="prev" href="\.\.\/b\/"/);
  expect(page("b/index.html")).toMatch(/rel="next" href="\.\.\/d\/"/);
  expect(page("index.html")).not.toContain("Story c");
  put("articles/c.md", article("Story c", days[2], "topic: World"));
  await run();
  await run({ out: "fresh" });
  expect(tree(path("dist"))).toEqual(tree(path("fresh")));
});

test("where its last version is kept, its page is, too: broken or gone", async () => {
  const { put, run, page, remove, has } = await site(five, "pages: true\nmissing: keep");
  put("articles/c.md", article("Story c, broken", days[2], "", `${"> ".repeat(10_000)}deep`));
  put("articles/b.md", "no front matter");
  remove("articles/d.md");
  await run();
  expect(["b", "c", "d"].map((name) => page(`${name}/index.html`).match(/<h1>.*<\/h1>/)?.[0])).toEqual([
    "<h1>Story b</h1>",
    "<h1>Story c</h1>",
    "<h1>Story d</h1>",
  ]);
  put("articles/c.md", article("Story c", days[2]));
  put("articles/b.md", article("Story b", days[1], "draft: true"));
  await run();
  expect(["b", "c", "d"].map((name) => has(`${name}/index.html`))).toEqual([false, true, true]);
});

test("pages that are no longer asked for go, and the page of the feeds moves", async () => {
  const { configure, run, has } = await site(five, "pages: true");
  expect(has("feeds/index.html")).toBe(true);
  configure("delivery: { page: true }");
  await run();
  expect([has("a"), has("404.html"), has("topics"), has("feeds/index.html"), has("index.html")]).toEqual([
    false,
    false,
    false,
    false,
    true,
  ]);
  configure("pages: true\ndelivery: { page: false }");
  await run();
  expect([has("a/index.html"), has("feeds/index.html")]).toEqual([true, false]);
});

test("feeds that have summaries alone leave pages whole", async () => {
  const { page } = await site(
    { "articles/a.md": article("A", days[0], "", "First.\n\nSecond.") },
    "pages: true\nfeeds: { content: summary }",
  );
  expect(page("a/index.html")).toContain("<p>Second.</p>");
  expect(page("feed.json")).not.toContain("<p>Second.</p>");
});

test("a dry run writes no page", async () => {
  const { has, run, remove, root } = await site(five);
  remove("dist");
  const { build, loadConfig } = await import("../../src/index.ts");
  const result = await build({ config: await loadConfig({ cwd: root }), dryRun: true });
  expect(has("a/index.html")).toBe(false);
  expect(result.files.find(({ path }) => path === "a/index.html")).toMatchObject({
    state: "new",
    kind: "page",
  });
  await run();
  expect(has("a/index.html")).toBe(true);
});
