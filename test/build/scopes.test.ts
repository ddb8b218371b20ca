import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { parseAtomFeed, parseJsonFeed } from "feedsmith";
import { expect, onTestFinished, test, vi } from "vitest";
import { build, loadConfig } from "../../src/index.ts";
import { ArticleReader } from "../../src/parse/index.ts";

const now = Date.UTC(2026, 5);
const site = 'site: { title: The News, url: "https://news.example/" }\n';

/** Builds a site of articles, by their names; gives what its feeds say. */
async function built(configuration: string, articles: Readonly<Record<string, string>>) {
  const root = mkdtempSync(join(tmpdir(), "feedwright-scopes-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const write = (name: string, head: string) => {
    const path = join(root, "articles", `${name}.md`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `---\n${head}\n---\nText of ${name}.\n`);
  };
  writeFileSync(join(root, "feedwright.yaml"), site + configuration);
  for (const [name, head] of Object.entries(articles)) write(name, head);
  const config = await loadConfig({ cwd: root });
  const again = () => build({ config, now });
  const text = (path: string) => readFileSync(join(root, "dist", path), "utf8");
  const feed = (folder: string) => parseJsonFeed(text(`${folder}feed.json`));
  const has = (path: string) => existsSync(join(root, "dist", path));
  const folders = (path: string) => (has(path) ? readdirSync(join(root, "dist", path)).sort() : []);
  return { root, write, again, text, feed, has, folders, result: await again() };
}

const dated = (n: number) => `date: 2026-0${n}-01\n`;

test("each topic, author, tag and language has a feed in its folder, which names itself", async () => {
  const { feed, folders, text } = await built("scopes: [topic, author, tag, language]\n", {
    a: `title: A\n${dated(1)}topic: World\ntags: [peace, UN]\nauthors: [Ana Duarte, Jon Okafor]`,
    b: `title: B\n${dated(2)}topic: Світ\ntags: [peace]\nlanguage: uk`,
  });
  expect(folders("topics")).toEqual(["world", "світ"]);
  expect(folders("authors")).toEqual(["ana-duarte", "jon-okafor"]);
  expect(folders("tags")).toEqual(["peace", "un"]);
  expect(folders("languages")).toEqual(["en", "uk"]);
  expect(feed("tags/peace/")).toMatchObject({
    title: "peace – The News",
    feed_url: "https://news.example/tags/peace/feed.json",
    language: "en",
    items: [{ title: "B" }, { title: "A" }],
  });
  expect(feed("languages/uk/")).toMatchObject({ title: "Українська – The News", language: "uk" });
  const atom = parseAtomFeed(text("topics/світ/atom.xml"));
  expect(atom.id).toBe("https://news.example/topics/%D1%81%D0%B2%D1%96%D1%82/");
  expect(atom.links).toContainEqual({
    rel: "self",
    type: "application/atom+xml",
    href: "https://news.example/topics/%D1%81%D0%B2%D1%96%D1%82/atom.xml",
  });
});

test("spellings of one term are one feed, titled as most articles have it", async () => {
  const { feed, folders } = await built("scopes: [tag]\n", {
    a: `title: A\n${dated(1)}tags: [Climate Change]`,
    b: `title: B\n${dated(2)}tags: [climate change, "Climate  change"]`,
    c: `title: C\n${dated(3)}tags: [climate change]`,
    d: `title: D\n${dated(4)}tags: [C++, C]`,
  });
  expect(folders("tags")).toEqual(["c", expect.stringMatching(/^c-[0-9a-f]{8}$/), "climate-change"]);
  expect(feed("tags/climate-change/").title).toBe("climate change – The News");
  expect(feed("tags/climate-change/").items).toHaveLength(3);
});

test("a scope may have its own words, limit, content and formats, and a least number", async () => {
  const configuration = `scopes:
  topic: { title: "{site}: {name} {name}", description: "All of {name}", limit: 1, content: summary, formats: [json] }
  tag: { minimum: 2 }
  author: true
`;
  const { feed, folders, has } = await built(configuration, {
    a: `title: A\n${dated(1)}topic: "{site}"\ntags: [x, y]`,
    b: `title: B\n${dated(2)}topic: "{site}"\ntags: [x]`,
  });
  const [folder] = folders("topics");
  expect(feed(`topics/${folder}/`)).toMatchObject({
    title: "The News: {site} {site}",
    description: "All of {site}",
    items: [{ title: "B", content_text: "Text of b." }],
  });
  expect(has(`topics/${folder}/rss.xml`)).toBe(false);
  expect(folders("tags")).toEqual(["x"]);
  // Nobody is named as an author, not even by the site.
  expect(folders("authors")).toEqual([]);
});

test("a selection has what all of its criteria fit, and nothing that it leaves out", async () => {
  const configuration = `selections:
  - name: some
    title: Some news
    where:
      topic: [World, science]
      language: pt
      not: { tag: advertisement, author: Robot }
`;
  const head = (more: string) => `title: T\n${dated(1)}${more}`;
  const { feed } = await built(configuration, {
    world: head("topic: world\nlanguage: pt-BR"),
    science: head("topic: Science\nlanguage: pt"),
    sport: head("topic: Sport\nlanguage: pt"),
    english: head("topic: World"),
    advertisement: head("topic: World\nlanguage: pt\ntags: [Advertisement]"),
    robot: head("topic: World\nlanguage: pt\nauthors: [Jane, robot]"),
  });
  const { title, language, items = [] } = feed("feeds/some/");
  expect([title, language]).toEqual(["Some news", "pt"]);
  expect(items.map(({ url }) => url).sort()).toEqual([
    "https://news.example/science/",
    "https://news.example/world/",
  ]);
});

test("a selection that no article is for has no feed, and that is said", async () => {
  const configuration =
    "selections: [{ name: far, where: { topic: Nowhere } }, { name: near, where: { topic: World } }]\n";
  const { has, result, again } = await built(configuration, { a: `title: A\n${dated(1)}topic: World` });
  expect([has("feeds/far/rss.xml"), has("feeds/near/rss.xml")]).toEqual([false, true]);
  for (const { problems } of [result, await again()])
    expect(problems.map(({ message }) => message)).toEqual([
      "the selection far has no article, and so no feed",
    ]);
});

test("one article makes a hundred feeds for its tags and no more, and that is said", async () => {
  const tags = Array.from({ length: 130 }, (_, n) => `t${n}`);
  const { folders, result } = await built("scopes: [tag]\n", {
    a: `title: A\n${dated(1)}tags: [${tags.join(", ")}]`,
  });
  expect(folders("tags")).toHaveLength(100);
  expect(result.problems.map(({ code }) => code)).toEqual(["tags-many"]);
});

test("an author's key in authors.yml is that author, also when the list changes", async () => {
  const { root, again, folders } = await built("scopes: [author]\n", {
    a: `title: A\n${dated(1)}authors: [jane]`,
  });
  expect(folders("authors")).toEqual(["jane"]);
  writeFileSync(join(root, "articles/authors.yml"), "jane: { name: Jane Doe }\n");
  await again();
  expect(folders("authors")).toEqual(["jane-doe"]);
});

test("a feed whose last article went is gone, with its folder; what isn't a feed's stays", async () => {
  const { root, write, again, has } = await built("scopes: [tag]\n", {
    a: `title: A\n${dated(1)}tags: [x, y]`,
    b: `title: B\n${dated(2)}tags: [y]`,
  });
  writeFileSync(join(root, "dist/tags/x/own.txt"), "mine");
  write("a", `title: A\n${dated(1)}tags: [z]`);
  const { files } = await again();
  const removed = files.filter(({ state }) => state === "removed").map(({ path }) => path);
  expect(removed).toEqual(["tags/x/rss.xml", "tags/x/atom.xml", "tags/x/feed.json"]);
  expect([has("tags/x/rss.xml"), has("tags/x/own.txt"), has("tags/y"), has("tags/z")]).toEqual([
    false,
    true,
    true,
    true,
  ]);
});

test("a withdrawal is told by the Atom feeds that would have the article, for some days", async () => {
  const articles = {
    a: `title: A\n${dated(1)}tags: [x]\nwithdrawn: 2026-05-20\nreason: It was wrong.`,
    b: `title: B\n${dated(2)}tags: [x, y]`,
    c: `title: C\n${dated(1)}tags: [x]\nwithdrawn: 2026-04-20`,
    d: `title: D\n${dated(1)}tags: [x]\ndraft: true\nwithdrawn: 2026-05-20`,
  };
  const { text } = await built("scopes: [tag]\n", articles);
  for (const path of ["atom.xml", "tags/x/atom.xml"])
    expect(text(path).match(/<at:deleted-entry [^>]*>/g)).toEqual([
      '<at:deleted-entry ref="https://news.example/a/" when="2026-05-20T00:00:00Z">',
    ]);
  expect(text("tags/y/atom.xml")).not.toContain("at:");
  const longer = await built("tombstones: 60\n", articles);
  expect(longer.text("atom.xml").match(/<at:deleted-entry /g)).toHaveLength(2);
  const none = await built("tombstones: 0\n", articles);
  expect(none.text("atom.xml")).not.toContain("at:");
});

test("an article is rendered once, however many feeds carry it, and a change writes those feeds alone", async () => {
  const clock = Date.now;
  vi.spyOn(Date, "now").mockImplementation(() => clock() + 60_000);
  onTestFinished(() => {
    vi.restoreAllMocks();
  });
  const story = vi.spyOn(ArticleReader.prototype, "story");
  const { write, again } = await built(
    "scopes: [topic, tag, language]\narchive: year\nfeeds: { limit: 1 }\n",
    {
      a: `title: A\n${dated(1)}topic: World\ntags: [x, y]`,
      b: `title: B\n${dated(2)}topic: World\ntags: [x]`,
      c: "title: C\ndate: 2025-01-01\ntopic: Home\ntags: [z]",
    },
  );
  expect(story).toHaveBeenCalledTimes(3);
  story.mockClear();
  write("a", `title: A, changed\n${dated(1)}topic: World\ntags: [y]`);
  const { files } = await again();
  expect(story).toHaveBeenCalledTimes(1);
  const changed = files.filter(({ state }) => state !== "unchanged").map(({ path }) => dirname(path));
  // The newest of the topic and the language is another article, so their feeds stand.
  expect([...new Set(changed)].sort()).toEqual(["archive/2026", "tags/y"]);
});

test("feeds have what a reader of all articles would put there", async () => {
  const tag = fc.constantFrom("x", "X ", "y", "z", "C++", "é", "e\u0301");
  const article = fc.record({ day: fc.integer({ min: 1, max: 28 }), tags: fc.array(tag, { maxLength: 3 }) });
  const known = (text: string) => text.trim().toLowerCase().normalize("NFC");
  await fc.assert(
    fc.asyncProperty(fc.array(article, { minLength: 1, maxLength: 12 }), async (articles) => {
      const heads = articles.map(({ day, tags }, n) => {
        const date = `2026-03-${String(day).padStart(2, "0")}`;
        return [`a${n}`, `title: A${n}\ndate: ${date}\ntags: ${JSON.stringify(tags)}`] as const;
      });
      const { feed, folders } = await built("scopes: [tag]\n", Object.fromEntries(heads));
      const expected = [...new Set(articles.flatMap(({ tags }) => tags.map(known)))].map((term) =>
        articles.flatMap(({ tags }, n) => (tags.map(known).includes(term) ? [`A${n}`] : [])).sort(),
      );
      const seen = folders("tags").map((name) =>
        (feed(`tags/${name}/`).items ?? []).map(({ title }) => title).sort(),
      );
      expect(seen.map(String).sort()).toEqual(expected.map(String).sort());
    }),
    { numRuns: 40 },
  );
});
