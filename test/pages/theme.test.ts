import { expect, test } from "vitest";
import type { ProblemError } from "../../src/index.ts";
import { article, site } from "./site.ts";

const one = { "articles/a.md": article("Story a", "2026-01-01", "topic: World") };
const own = "pages: { theme: mine }";

async function refused(run: () => Promise<unknown>): Promise<readonly string[]> {
  const failure = await run().then(
    () => undefined,
    (error: ProblemError) => error,
  );
  return (failure?.problems ?? []).map(({ code, message, hint, place }) => {
    const name = place?.file.replace(/^.*\/(?=mine)/, "");
    return `${name}${place?.line ? `:${place.line}:${place.column}` : ""} ${code}: ${message} (${hint})`;
  });
}

test("a theme may have one file, and all others are the built-in ones", async () => {
  const { page } = await site({ ...one, "mine/colours.css": ":root { --ink: #123456 }" }, own);
  expect(page("a/index.html")).toContain(":root{--ink: #123456}*,::before");
  expect(page("a/index.html")).toContain("<h1>Story a</h1>");
});

test("a style is shortened, and says the same", async () => {
  const css = `/* ; } */ a::before,
b { content: "a;  b, { /* c */"; font:
    600 1rem/1.4 x,
    y; }
/* the
end */`;
  const { page } = await site({ ...one, "mine/colours.css": css, "mine/style.css": "" }, own);
  expect(page("a/index.html")).toContain(
    '<style>a::before,b{content: "a;  b, { /* c */";font: 600 1rem/1.4 x,y}</style>',
  );
});

test("templates may use others of the theme's own, and all that they are given", async () => {
  const { page } = await site(
    {
      ...one,
      "mine/story.liquid":
        '{% render "end-note", at: article.published %}{% for feed in page.feeds %}{{ feed.type }};{% endfor %}',
      "mine/end-note.liquid": "{{ at.iso }} {{ at.day | upcase }}|",
    },
    own,
  );
  expect(page("a/index.html")).toMatch(
    /^2026-01-01T00:00:00Z 1 JANUARY 2026\|application\/rss\+xml;.*<!--<meta name="generator" content="feedwright">-->\n$/s,
  );
});

test("what a template prints is escaped", async () => {
  const hostile = '1 < 2 & "3"';
  const { page } = await site(
    { "articles/a.md": article(hostile, "2026-01-01"), "mine/story.liquid": "<p>{{ article.title }}</p>" },
    own,
  );
  expect(page("a/index.html")).toContain("<p>1 &lt; 2 &amp; &#34;3&#34;</p>");
});

test("a theme's change makes the pages anew, and only them", async () => {
  const { put, run, page, remove } = await site({ ...one, "mine/colours.css": "/* mine */ a{}" }, own);
  put("mine/notice.liquid", "x");
  put("mine/missing.liquid", "<p>Nothing at all</p>");
  const second = await run();
  expect(page("404.html")).toContain("Nothing at all");
  expect(second.files.filter(({ kind, state }) => kind === "main" && state !== "unchanged")).toEqual([]);
  remove("mine/missing.liquid");
  await run();
  expect(page("404.html")).toContain("Page not found");
});

test.each([
  [
    "a variable",
    "a\n  {{ article.titel }}",
    "2:6",
    "undefined variable: article.titel",
    "did you mean `article.title`?",
  ],
  ["a filter", "{{ article.title | upcas }}", "1:1", "undefined filter: upcas", "did you mean `upcase`?"],
  [
    "a template",
    '{% render "shar" %}',
    "1:1",
    'ENOENT: Failed to lookup "shar" in "."',
    "did you mean `share`?",
  ],
  ["a tag", "\n\n{% fro x %}", "3:1", 'tag "fro" not found', "docs/pages.md lists what templates are given"],
  [
    "an end",
    "{% if page %}",
    "1:1",
    "tag {% if page %} not closed",
    "docs/pages.md lists what templates are given",
  ],
])(
  "%s that isn't there is told at its line and column, and nothing is written",
  async (_, text, at, reason, hint) => {
    const { put, run, page } = await site({ ...one, "mine/style.css": "" }, own);
    const before = page("a/index.html");
    put("mine/story.liquid", text);
    put("articles/b.md", article("Story b", "2026-02-01"));
    expect(await refused(run)).toEqual([
      `mine/story.liquid:${at} theme-template: the template can't be used: ${reason} (${hint})`,
    ]);
    expect([page("a/index.html"), page("feed.json").includes("Story b")]).toEqual([before, false]);
  },
);

test("a variable of a template within another is told there", async () => {
  const { put, run } = await site({ ...one, "mine/style.css": "" }, own);
  put("mine/teaser.liquid", "<li>\n{{ story.headline }}</li>");
  expect((await refused(run))[0]).toMatch(/^mine\/teaser\.liquid:2:4 theme-template/);
});

test("a file whose name nearly is a part's is warned of, also where nothing changed", async () => {
  const { first, run } = await site({ ...one, "mine/storry.liquid": "x", "mine/my-own.liquid": "x" }, own);
  expect(first.told.map(({ code, hint }) => [code, hint.split("?")[0]])).toEqual([
    ["theme-file-unknown", "did you mean story.liquid"],
  ]);
  expect((await run()).codes).toEqual(["theme-file-unknown"]);
});

test("a theme that isn't there, or can't be read, is said", async () => {
  const { configure, put, run } = await site(one, "pages: true");
  configure(own);
  expect((await refused(run))[0]).toMatch(/^mine theme-unreadable: the theme can't be read: ENOENT/);
  put("mine/style.css", "x".repeat(1024 * 1024 + 1));
  expect((await refused(run))[0]).toMatch(/^mine\/style\.css theme-unreadable: .*larger than 1024 kB/);
});
