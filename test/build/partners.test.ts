import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseRssFeed } from "feedsmith";
import { expect, onTestFinished, test, vi } from "vitest";
import { build, loadConfig, type Problem, ProblemError } from "../../src/index.ts";
import { ArticleReader } from "../../src/parse/index.ts";

const day = 24 * 60 * 60 * 1000;
const start = Date.UTC(2026, 5);
const secret = "a1b2c3d4e5f6g7h8";

/** A site with partners; its files are old enough to be taken at their times' word. */
async function site(configuration: string, articles: Readonly<Record<string, string>>) {
  const clock = Date.now;
  vi.spyOn(Date, "now").mockImplementation(() => clock() + 60_000);
  const root = mkdtempSync(join(tmpdir(), "feedwright-partners-"));
  onTestFinished(() => {
    vi.restoreAllMocks();
    rmSync(root, { recursive: true });
  });
  mkdirSync(join(root, "articles"));
  const write = (name: string, head: string) => {
    writeFileSync(join(root, "articles", `${name}.md`), `---\n${head}\n---\nText of ${name}.\n`);
    utimesSync(join(root, "articles", `${name}.md`), 1, 1);
  };
  for (const [name, head] of Object.entries(articles)) write(name, head);
  const configure = (text: string) =>
    writeFileSync(join(root, "feedwright.yaml"), `site: { title: T, url: "https://news.example/" }\n${text}`);
  configure(configuration);
  const run = async (now = start) => {
    const told: Problem[] = [];
    const config = await loadConfig({ cwd: root });
    const result = await build({ config, now, report: (each) => told.push(each) });
    return { ...result, told };
  };
  const titles = (path: string) =>
    (parseRssFeed(readFileSync(join(root, path), "utf8")).items ?? []).map(({ title }) => title);
  return { root, write, configure, run, titles, first: await run() };
}

const picture = "image: { src: https://news.example/p.jpg, width: 1600, height: 1200 }";
const story = (title: string, date: string, more = "") => `title: ${title}\ndate: ${date}\n${more}`;

test("a partner has what it may have: by the article, by its agency, by its age", async () => {
  const { titles, run } = await site(
    `partners:
  - { profile: standard, name: one, window: 10d }
  - { profile: standard, name: two }
credits: { AFP: { allow: [two], days: 3 } }
`,
    {
      all: story("All", "2026-05-30"),
      old: story("Old", "2026-05-01"),
      denied: story("Denied", "2026-05-30T01:00:00Z", "partners: { deny: [two] }"),
      allowed: story("Allowed", "2026-05-30T02:00:00Z", "partners: { allow: [two] }"),
      agency: story("Agency's", "2026-05-30T03:00:00Z", "credit: AFP"),
    },
  );
  expect(titles("dist/partners/one.xml")).toEqual(["Denied", "All"]);
  expect(titles("dist/partners/two.xml")).toEqual(["Agency's", "Allowed", "All", "Old"]);
  await run(start + 2 * day);
  expect(titles("dist/partners/two.xml")).toEqual(["Allowed", "All", "Old"]);
  await run(start + 9 * day);
  expect(titles("dist/partners/one.xml")).toEqual([]);
});

test("whom an article is not for is said of names that no partner has, and heard as it is meant", async () => {
  const { titles, first, root } = await site("partners: [{ profile: standard }]\n", {
    a: story("A", "2026-05-30", "partners: { deny: [standrad] }\n"),
    b: story("B", "2026-05-30", "partners: { allow: [other, standard] }\n"),
    c: story("C", "2026-05-30", "partners: false\n"),
    d: story("D", "2026-05-30", "partners: everybody\n"),
  });
  expect(titles("dist/partners/standard.xml")).toEqual(["B"]);
  const told = first.told.map(({ code, place }) => [code, place?.file.split(root)[1] ?? ""]);
  expect(told.sort()).toEqual([
    ["field-type", ""],
    ["partner-stranger", "/articles/a.md"],
    ["partner-stranger", "/articles/b.md"],
  ]);
});

test("agencies that share a credit each have their say", async () => {
  const configuration = "partners: [{ profile: standard }]\ncredits: { AP: { deny: [standard] } }\n";
  const { titles } = await site(configuration, {
    a: story("A", "2026-05-30", "credit: [Reuters, { name: AP }]\n"),
    b: story("B", "2026-05-30", "credits: AP\n"),
    c: story("C", "2026-05-30", "credit: Reuters\n"),
  });
  expect(titles("dist/partners/standard.xml")).toEqual(["C"]);
});

test("an article that breaks a partner's rule is left out there alone; the next takes its place", async () => {
  const profile =
    "{ name: picky, extends: standard, lengths: { title: { minimum: 6 } }, items: { maximum: 2 } }";
  const { titles, first, run, root, write } = await site(`partners: [{ profile: ${profile} }]\n`, {
    a: story("Longest", "2026-05-01"),
    b: story("Short", "2026-05-02"),
    c: story("Longer", "2026-05-03"),
    d: story("Older than all", "2026-04-01"),
  });
  expect(titles("dist/partners/picky.xml")).toEqual(["Longer", "Longest"]);
  expect(titles("dist/rss.xml")).toHaveLength(4);
  const broken = [{ code: "partner-rule", place: { file: join(root, "articles/b.md") } }];
  expect(first.told).toMatchObject(broken);
  // Told again where all stands, and where that feed alone does.
  expect((await run()).problems).toMatchObject(broken);
  write("e", story("Anew, and oldest", "2026-03-01"));
  const again = await run();
  expect(again.told).toMatchObject(broken);
  expect(again.files.filter(({ state }) => state !== "unchanged").map(({ path }) => path)).toEqual([
    "rss.xml",
    "atom.xml",
    "feed.json",
  ]);
});

test("what a partner was looked at for counts: a refused article that is mended takes its place", async () => {
  const profile =
    "{ name: picky, extends: standard, lengths: { title: { minimum: 6 } }, items: { maximum: 1 } }";
  const { titles, run, write } = await site(`feeds: { limit: 1 }\npartners: [{ profile: ${profile} }]\n`, {
    a: story("Longest", "2026-05-01"),
    b: story("Short", "2026-05-02"),
    c: story("Tiny", "2026-05-03"),
  });
  expect(titles("dist/partners/picky.xml")).toEqual(["Longest"]);
  write("b", story("No longer short", "2026-05-02"));
  await run();
  expect(titles("dist/partners/picky.xml")).toEqual(["No longer short"]);
});

test("a withdrawal is told as the profile has it, also where Atom feeds tell none", async () => {
  const { root, run } = await site("tombstones: 0\npartners: [{ profile: wire }]\n", {
    a: story("A", "2026-05-30", "summary: S\nwithdrawn: 2026-05-31\nreason: Wrong"),
    b: story("B", "2026-05-30", "summary: S\nwithdrawn: 2026-05-31\npartners: { deny: [wire] }"),
  });
  const text = () => readFileSync(join(root, "dist/partners/wire.xml"), "utf8");
  expect(text().match(/<dcterms:valid>/g)).toHaveLength(1);
  expect(text()).toContain("<id>https://news.example/a/</id>");
  expect(readFileSync(join(root, "dist/atom.xml"), "utf8")).not.toContain("at:");
  await run(start + 30 * day);
  expect(text()).not.toContain("dcterms:valid>");
});

test("a secret is in no message, result or public file, nor when it ends", async () => {
  const { root, first, configure, run } = await site(
    `partners: [{ profile: standard, secret: ${secret} }]\n`,
    {
      a: story("A", "2026-05-30"),
    },
  );
  expect(readdirSync(join(root, "dist/partners"))).toEqual([secret]);
  expect(JSON.stringify(first)).not.toContain(secret);
  for (const file of ["rss.xml", "atom.xml", "feed.json"])
    expect(readFileSync(join(root, "dist", file), "utf8")).not.toContain(secret);
  configure("");
  const ended = await run();
  expect(ended.files.filter(({ state }) => state === "removed").map(({ path }) => path)).toEqual([
    "partners/•••/standard.xml",
  ]);
  expect(JSON.stringify(ended)).not.toContain(secret);
  expect(readdirSync(join(root, "dist"))).not.toContain("partners");
});

test("nor is it in the names of compressed files that end, and the notes that have it are for their owner alone", async () => {
  const configuration = `delivery: { compress: [gzip] }\npartners: [{ profile: standard, secret: ${secret} }]\n`;
  const { root, configure, run } = await site(configuration, { a: story("A", "2026-05-30") });
  expect(statSync(join(root, ".feedwright/manifest.json")).mode & 0o077).toBe(0);
  configure("delivery: { compress: [gzip] }\n");
  const ended = await run();
  expect(ended.files.filter(({ state }) => state === "removed")).toHaveLength(2);
  expect(JSON.stringify(ended)).not.toContain(secret);
});

test.each(["a file in its folder's place", "a folder in its file's place"])(
  "nor in what the disk refuses: %s",
  async (what) => {
    const { root, configure, run } = await site("", { a: story("A", "2026-05-30") });
    const folder = join(root, "dist/partners", secret);
    mkdirSync(what.startsWith("a file") ? join(root, "dist/partners") : join(folder, "standard.xml/x"), {
      recursive: true,
    });
    if (what.startsWith("a file")) writeFileSync(folder, "in the way");
    configure(`partners: [{ profile: standard, secret: ${secret} }]\n`);
    const error = await run().catch((thrown: unknown) => thrown);
    const problems = error instanceof ProblemError ? error.problems : [];
    expect(problems.map(({ code }) => code)).toEqual(["output-unwritable"]);
    expect(JSON.stringify(problems)).not.toContain(secret);
  },
);

test("nor in what the disk refuses to remove", async () => {
  const configuration = `delivery: { compress: [gzip] }\npartners: [{ profile: standard, secret: ${secret} }]\n`;
  const { root, configure, run } = await site(configuration, { a: story("A", "2026-05-30") });
  // No disk takes so long a name, so that nobody can remove it, not even root.
  const notes = join(root, ".feedwright/manifest.json");
  const text = readFileSync(notes, "utf8").replaceAll("/standard.xml", `/${"x".repeat(300)}.xml`);
  writeFileSync(notes, text.replace(/,"checksum":\d+/, ""));
  configure("");
  const error = await run().catch((thrown: unknown) => thrown);
  const problems = error instanceof ProblemError ? error.problems : [];
  expect(problems.map(({ code }) => code)).toEqual(["output-unwritable"]);
  expect(JSON.stringify(problems)).toContain("partners/•••/xxx");
  expect(JSON.stringify(problems)).not.toContain(secret);
});

test("a partner whose article's file went is told of it by the words that it had", async () => {
  const { root, run } = await site("partners: [{ profile: msn }]\n", {
    a: `${story("A title that is long enough", "2026-05-30", "id: tag:news.example,2026:a\n")}${picture}`,
    b: `${story("Another that is long enough", "2026-05-30")}${picture}`,
  });
  rmSync(join(root, "articles/a.md"));
  for (const now of [start, start + day]) {
    await run(now);
    const [end = ""] =
      readFileSync(join(root, "dist/partners/msn.xml"), "utf8").match(
        /<item>(?:(?!<item>).)*expirationDate.*?<\/item>/s,
      ) ?? [];
    expect(end).toContain("<title>A title that is long enough</title>");
    expect(end).toContain("<link>https://news.example/a/</link>");
    expect(end).toContain(">tag:news.example,2026:a</guid>");
    expect(end).toContain("<pubDate>Sat, 30 May 2026 00:00:00 GMT</pubDate>");
  }
});

test.each([
  ["a feed", "partners: [{ profile: standard, path: rss.xml }]", "rss.xml"],
  ["a feed, where disks know no capitals", "partners: [{ profile: standard, path: Atom.XML }]", "atom.xml"],
])("a partner's document in the place of %s stops the build", async (_, configuration, path) => {
  const error = await site(configuration, { a: story("A", "2026-05-30") }).catch((thrown: unknown) => thrown);
  const [shared] = error instanceof ProblemError ? error.problems : [];
  expect(shared?.code).toBe("path-shared");
  expect(shared?.message).toContain(path);
});

test("a picture that would stand where a feed of any folder does costs itself alone", async () => {
  const { root, write, run } = await site("scopes: [topic]\npartners: [{ profile: standard }]\n", {
    a: story("A", "2026-05-30", "topic: World"),
  });
  for (const folder of ["topics/world/rss.xml", "partners/standard.xml"]) {
    mkdirSync(join(root, "articles", folder), { recursive: true });
    writeFileSync(join(root, "articles", folder, "x.png"), "no picture");
  }
  write("b", story("B", "2026-05-30", "image: topics/world/rss.xml/x.png\n"));
  write("c", story("C", "2026-05-30", "image: partners/standard.xml/x.png\n"));
  const { told } = await run();
  expect(told.map(({ code }) => code)).toEqual(["asset-in-feeds-place", "asset-in-feeds-place"]);
});

test("what breaks a partner's rules is told also by a build that has other feeds alone to write", async () => {
  const profile =
    "{ name: picky, extends: standard, lengths: { title: { minimum: 6 } }, items: { maximum: 2 } }";
  const { run, write } = await site(`scopes: [tag]\npartners: [{ profile: ${profile}, strict: true }]\n`, {
    a: story("Longest", "2026-05-01"),
    b: story("Short", "2026-05-02"),
    c: story("Longer", "2026-05-03"),
  });
  write("d", story("An older one", "2026-01-01", "tags: [x]\n"));
  expect((await run()).told).toMatchObject([{ code: "partner-rule", severity: "error" }]);
});

test("of a file that went only the partner is told that had it, for as many days as its profile says", async () => {
  const configuration =
    "tombstones: 1\npartners: [{ profile: wire, path: wire.xml }, { profile: wire, name: city, path: city-wire.xml }]\n";
  const { root, run } = await site(configuration, {
    a: story("A", "2026-05-30", "summary: S\npartners: { allow: [city] }\n"),
    b: story("B", "2026-05-30", "summary: S\n"),
    c: story("C", "2026-05-30", "summary: S\n"),
  });
  rmSync(join(root, "articles/a.md"));
  const has = (file: string) =>
    readFileSync(join(root, "dist", file), "utf8").includes("https://news.example/a/");
  for (const [days, expected] of [
    [0, [false, true, true]],
    [3, [false, true, false]],
    [8, [false, false, false]],
  ] as const) {
    await run(start + days * day);
    expect(["wire.xml", "city-wire.xml", "atom.xml"].map(has)).toEqual(expected);
  }
});

test("a partner's file may stand in a folder of its own, beside the public ones", async () => {
  const { root, titles, first } = await site(
    "partners: [{ profile: standard, name: p, output: private, path: p.xml }]\n",
    {
      a: story("A", "2026-05-30"),
    },
  );
  expect(titles("private/p.xml")).toEqual(["A"]);
  expect(readdirSync(join(root, "dist")).sort()).toEqual(["atom.xml", "feed.json", "rss.xml"]);
  expect(first.files.map(({ path }) => path)).toContain("../private/p.xml");
});

test("what a partner gets is rendered once, with the feeds", async () => {
  const story$ = vi.spyOn(ArticleReader.prototype, "story");
  await site("partners: [{ profile: standard }, { profile: wire }]\n", {
    a: story("A", "2026-05-30", "summary: S"),
    b: story("B", "2026-05-30", "summary: S"),
  });
  expect(story$).toHaveBeenCalledTimes(2);
});

test("a quiet day may leave a partner with nothing: no guard stops that", async () => {
  const { run, titles } = await site("partners: [{ profile: standard, window: 2d }]\n", {
    a: story("A", "2026-05-31"),
  });
  expect(titles("dist/partners/standard.xml")).toEqual(["A"]);
  await run(start + 5 * day);
  expect(titles("dist/partners/standard.xml")).toEqual([]);
});

test("each Atom feed has an id of its own, as no two feeds are one", async () => {
  const { root } = await site(
    "partners:\n  - { profile: wire, name: north }\n  - { profile: wire, name: south, secret: a1b2c3d4e5f6g7h8 }\n",
    { one: story("One", "2026-05-30", "summary: First.") },
  );
  const paths = readdirSync(join(root, "dist"), { recursive: true, encoding: "utf8" });
  const feeds = paths.filter((path) => /(?:atom|north|south)\.xml$/.test(path));
  const ids = feeds.map((path) => /<id>([^<]*)/.exec(readFileSync(join(root, "dist", path), "utf8"))?.[1]);
  expect(ids.sort()).toEqual([
    "https://news.example/",
    "https://news.example/#north",
    "https://news.example/#south",
  ]);
});
