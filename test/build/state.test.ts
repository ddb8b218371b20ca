import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { setTimeout } from "node:timers/promises";
import fc from "fast-check";
import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import { type BuildResult, build, type Config, loadConfig } from "../../src/index.ts";
import { ArticleReader } from "../../src/parse/index.ts";

/** What may happen between two builds. Numbers choose among the files that are there. */
type Edit =
  | { readonly kind: "add"; readonly name: string; readonly head: number; readonly body: number }
  | { readonly kind: "body" | "head"; readonly file: number; readonly with: number }
  | { readonly kind: "touch" | "delete" | "unseen"; readonly file: number }
  | { readonly kind: "rename"; readonly file: number; readonly name: string }
  | { readonly kind: "picture"; readonly with: number }
  | { readonly kind: "authors"; readonly with: number }
  | { readonly kind: "output"; readonly file: number; readonly loss: boolean }
  | { readonly kind: "damage"; readonly file: number; readonly at: number; readonly how: number }
  | { readonly kind: "clock"; readonly now: number }
  | { readonly kind: "nothing" };

const heads = [
  "title: A story\ndate: 2025-02-23\nauthors: [jane]\nsummary: S\ncredit: Wire\n",
  "title: A later story\ndate: 2025-02-24\ntopic: City\ntags: [a, b]\n",
  "title: Another of that day\ndate: 2025-02-24\nid: one\n",
  "title: A draft\ndate: 2025-02-25\ndraft: true\n",
  "title: To come\ndate: 2025-03-02\n",
  "title: Corrected\ndate: 2025-02-20\ncorrections:\n  - {date: 2025-03-03, note: It was two.}\n  - {date: 2025-02-21, note: One.}\n",
  "title: Short-lived\ndate: 2025-02-19\nexpires: 2025-03-01\n",
  "title: With a picture\ndate: 2025-02-22\nimage: {src: picture.png, alt: A bridge}\n",
  "title: Wrong\ndate: 2025-02-30\n",
  "titel: Near a miss\ntitle: Near\ndate: 2025-02-18\n",
  "title: Taken back\ndate: 2025-02-17\nwithdrawn: 2025-02-25\nreason: Wrong\ntopic: City\n",
  "title: Updated\ndate: 2025-01-17\nupdated: 2025-03-01\ntopic: city\ntags: [b]\nlanguage: uk\n",
  "title: Old\ndate: 2024-12-31T23:30:00Z\nauthors: [jane, June]\ntags: ['C++', 'C']\n",
];
const bodies = [
  "Text.\n",
  "Text of *another* kind.\n\n![A picture](picture.png)\n",
  "See [that one](a.md) and [this](sub/b.md).\n",
  "Text!\n",
  `${"<b>".repeat(300)}too deep\n`,
  "[a link](missing.md) and ![none](gone.png)\n",
];
const pixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=",
  "base64",
);
const names = ["a.md", "b.md", "sub/b.md", "sub/c.md", "sub/deep/d.md"];
const nows = ["2025-02-23T12:00:00Z", "2025-02-28T00:00:00Z", "2025-03-02T12:00:00Z", "2025-03-04T00:00:00Z"];

const file = fc.nat(9);
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    kind: fc.constant("add" as const),
    name: fc.constantFrom(...names),
    head: fc.nat(heads.length - 1),
    body: fc.nat(bodies.length - 1),
  }),
  fc.record({ kind: fc.constantFrom("body" as const, "head" as const), file, with: fc.nat(12) }),
  fc.record({ kind: fc.constantFrom("touch" as const, "delete" as const, "unseen" as const), file }),
  fc.record({ kind: fc.constant("rename" as const), file, name: fc.constantFrom(...names) }),
  fc.record({ kind: fc.constant("picture" as const), with: fc.nat(2) }),
  fc.record({ kind: fc.constant("authors" as const), with: fc.nat(2) }),
  fc.record({ kind: fc.constant("output" as const), file, loss: fc.boolean() }),
  fc.record({ kind: fc.constant("damage" as const), file, at: fc.nat(5000), how: fc.nat(2) }),
  fc.record({ kind: fc.constant("clock" as const), now: fc.nat(nows.length - 1) }),
  fc.record({ kind: fc.constant("nothing" as const) }),
);

const ways = fc.record({
  settled: fc.boolean(),
  configuration: fc.constantFrom("divided" as const, "alone" as const),
});

/** A site that is edited and built again and again. */
class Site {
  readonly root = mkdtempSync(join(tmpdir(), "feedwright-edits-"));
  now = Date.parse("2025-02-28T00:00:00Z");

  constructor(configuration: keyof typeof configurations = "alone") {
    // What is kept of a broken article is kept in the state.
    const text = `site: { title: T, url: "https://news.example/" }\nbroken: drop\n${configurations[configuration]}\n`;
    writeFileSync(join(this.root, "feedwright.yaml"), text);
    mkdirSync(join(this.root, "articles"));
    this.write("a.md", 0, 0);
    this.write("sub/b.md", 1, 2);
  }

  write(name: string, head: number, body: number): void {
    const path = join(this.root, "articles", name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `---\n${heads[head]}---\n${bodies[body]}`);
  }

  edit(step: Edit): void {
    if (step.kind === "nothing") return;
    if (step.kind === "add") this.write(step.name, step.head, step.body);
    else if (step.kind === "picture") this.picture(step.with);
    else if (step.kind === "authors") this.authors(step.with);
    else if (step.kind === "output") spoil(join(this.root, "dist"), step.file, step.loss ? 0 : 1, 100);
    else if (step.kind === "damage") spoil(join(this.root, ".feedwright"), step.file, step.how, step.at);
    else if (step.kind === "clock") this.now = Date.parse(nows[step.now] ?? "");
    else this.editFile(step);
  }

  private editFile(step: Extract<Edit, { file: number }>): void {
    const path = pick(filesBelow(join(this.root, "articles"), ".md"), step.file);
    if (path === undefined) return;
    const [, head = "", body = ""] = readFileSync(path, "utf8").split("---\n");
    if (step.kind === "body") writeFileSync(path, `---\n${head}---\n${bodies[step.with % bodies.length]}`);
    if (step.kind === "head") writeFileSync(path, `---\n${heads[step.with % heads.length]}---\n${body}`);
    if (step.kind === "touch") utimesSync(path, 1, 1);
    if (step.kind === "delete") rmSync(path);
    if (step.kind === "unseen") changeUnseen(path);
    if (step.kind === "rename") {
      const target = join(this.root, "articles", step.name);
      mkdirSync(dirname(target), { recursive: true });
      renameSync(path, target);
    }
  }

  private authors(what: number): void {
    const path = join(this.root, "articles", "authors.yml");
    if (what === 0) rmSync(path, { force: true });
    else writeFileSync(path, what === 1 ? "jane: {name: Jane Doe}\n" : "- no list\n");
  }

  private picture(what: number): void {
    const path = join(this.root, "articles", "picture.png");
    if (what === 0) rmSync(path, { force: true });
    else writeFileSync(path, what === 1 ? pixel : "no picture");
  }
}

/** Other bytes of the same length, with the same time of modification. */
function changeUnseen(path: string): void {
  const { atime, mtime } = statSync(path);
  writeFileSync(
    path,
    readFileSync(path, "utf8").replace(/[Tt]ext|[Ss]tory/, (word) => [...word].reverse().join("")),
  );
  utimesSync(path, atime, mtime);
}

function spoil(folder: string, file: number, how: number, at: number): void {
  const path = existsSync(folder) ? pick(filesBelow(folder, ""), file) : undefined;
  if (path === undefined) return;
  const { size } = statSync(path);
  if (how === 0) rmSync(path);
  else if (how === 1) truncateSync(path, Math.min(at, size));
  else {
    const bytes = readFileSync(path);
    if (size > 0) bytes[at % size] = (bytes[at % size] ?? 0) ^ 1;
    writeFileSync(path, bytes);
  }
}

function pick<Each>(list: readonly Each[], at: number): Each | undefined {
  return list[at % Math.max(list.length, 1)];
}

function filesBelow(folder: string, ending: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((each) => each.isFile() && each.name.endsWith(ending));
  return files.map(({ parentPath, name }) => join(parentPath, name)).sort();
}

/** A build's bytes and all that it tells, but for how long it took and what it had to write. */
function told(result: BuildResult, output: string) {
  const { milliseconds: _, rooms: __, files, ...rest } = result;
  const standing = files.filter(({ state }) => state !== "removed");
  const bytes = standing.map(({ path, state: ___, ...file }) => [
    path,
    file,
    readFileSync(join(output, path), "base64"),
  ]);
  const { problems, ...others } = rest;
  // What is gone only those who knew it can miss.
  // These two compare with what was published.
  const told = problems.filter(({ code }) => code !== "article-missing" && code !== "id-changed");
  const feeds = filesBelow(output, "").filter((path) => /\.(?:xml|json)$/.test(path));
  return { ...others, problems: told, bytes, feeds: feeds.map((path) => relative(output, path)) };
}

/** Feeds of all kinds, or one alone. */
const configurations = {
  divided: [
    "scopes: { topic: true, author: { minimum: 2 }, tag: { limit: 1, content: summary }, language: true }",
    "selections: [{ name: ours, where: { author: Jane Doe, not: { tag: a } }, formats: [atom] }]",
    "archive: month",
    "partners: [{ profile: standard, window: 20d }, { profile: standard, name: one, limit: 1 }]",
    "credits: { Wire: { days: 2 } }",
    "tombstones: 0",
  ].join("\n"),
  alone: "tombstones: 0",
} as const;

async function both(site: Site) {
  const flags = { title: "T", url: "https://news.example/", limit: "3" };
  const config = await loadConfig({ cwd: site.root, flags });
  const fresh = mkdtempSync(join(tmpdir(), "feedwright-fresh-"));
  const output = join(fresh, "dist");
  const partners = config.partners.map((each) => ({ ...each, output }));
  const without: Config = { ...config, root: fresh, output, partners };
  const { now } = site;
  const expected = told(await build({ config: without, now, force: true }), without.output);
  const got = told(await build({ config, now, force: true }), config.output);
  rmSync(fresh, { recursive: true });
  return { got, expected };
}

afterEach(() => {
  vi.restoreAllMocks();
});

/** What earlier runs have found. */
const found: [Edit[], { settled: boolean; configuration: keyof typeof configurations }][] = [
  // A file gone, and the clock back before that was noticed: with no tombstones, nothing ends then.
  [
    [
      { kind: "rename", file: 0, name: "sub/b.md" },
      { kind: "clock", now: 0 },
    ],
    { settled: false, configuration: "alone" },
  ],
];

/** Longer than the file system's clock takes to move on. */
const tick = 12;

test("whatever was edited, and whatever became of the state, a build is as one without state", async () => {
  // Files are old enough to be taken at their times' word.
  const clock = Date.now;
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 8 }), ways, async (edits, way) => {
      vi.spyOn(Date, "now").mockImplementation(() => clock() + (way.settled ? 60_000 : 0));
      const site = new Site(way.configuration);
      let forgotten = false;
      try {
        for (const step of [{ kind: "nothing" } as const, ...edits]) {
          await setTimeout(tick);
          site.edit(step);
          const { got, expected } = await both(site);
          forgotten ||= step.kind === "damage";
          // Without the manifest nobody knows whose feeds those are that are no more.
          expect(forgotten ? { ...got, feeds: expected.feeds } : got).toEqual(expected);
        }
      } finally {
        rmSync(site.root, { recursive: true });
      }
    }),
    { numRuns: 40, examples: found },
  );
}, 120_000);

test("where nothing changed no head is read, nothing is rendered, and no file is touched", async () => {
  const clock = Date.now;
  vi.spyOn(Date, "now").mockImplementation(() => clock() + 60_000);
  const head = vi.spyOn(ArticleReader.prototype, "head");
  const story = vi.spyOn(ArticleReader.prototype, "story");
  const read = () => [head.mock.calls.length, story.mock.calls.length];
  const site = new Site();
  onTestFinished(() => rmSync(site.root, { recursive: true }));
  site.write("sub/b.md", 1, 0);
  site.write("draft.md", 3, 0);
  const config = await loadConfig({ cwd: site.root, flags: { title: "T", url: "https://news.example/" } });
  const again = async () => {
    head.mockClear();
    story.mockClear();
    await setTimeout(tick);
    return await build({ config, now: site.now });
  };
  await again();
  expect(read()).toEqual([3, 2]);
  const states = () => filesBelow(site.root, "").map((path) => [path, statSync(path).ctimeMs]);
  const before = states();
  await again();
  expect(read()).toEqual([0, 0]);
  expect(states()).toEqual(before);
  // A draft in no feed: its head alone.
  site.write("draft.md", 3, 1);
  await again();
  expect(read()).toEqual([1, 0]);
  // A story of the feeds: its head and body; what the other became is kept.
  site.write("a.md", 0, 3);
  await again();
  expect(read()).toEqual([1, 1]);
  // The clock alone, where nothing falls due.
  site.now += 1000;
  await again();
  expect(read()).toEqual([0, 0]);
});

test("in a fresh checkout, where all times are new, heads decide, and nothing is rendered again", async () => {
  const clock = Date.now;
  vi.spyOn(Date, "now").mockImplementation(() => clock() + 60_000);
  const story = vi.spyOn(ArticleReader.prototype, "story");
  const site = new Site();
  onTestFinished(() => rmSync(site.root, { recursive: true }));
  const config = await loadConfig({ cwd: site.root, flags: { title: "T", url: "https://news.example/" } });
  await build({ config, now: site.now });
  expect(story).toHaveBeenCalledTimes(2);
  story.mockClear();
  await setTimeout(tick);
  for (const path of filesBelow(join(site.root, "articles"), ".md")) writeFileSync(path, readFileSync(path));
  const { files } = await build({ config, now: site.now });
  expect(story).not.toHaveBeenCalled();
  expect(files.map(({ state }) => state)).toEqual(["unchanged", "unchanged", "unchanged"]);
});
