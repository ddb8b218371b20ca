import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Problem } from "../../src/problems/index.ts";
import {
  guard,
  type PlannedFeed,
  type PublishedIds,
  readListing,
  readManifest,
  writeManifest,
} from "../../src/publish/index.ts";
import { emptyFolder, filesBelow, identityOf, write } from "./support.ts";

const feeds = {
  ids: { "rss.xml": ["a", "b"], "feed.json": [] },
  missing: [{ id: "c", since: 5, feeds: ["rss.xml"] }],
  stories: { a: { url: "https://news.example/a/", title: "A", published: 5 } },
  others: ["feeds.opml"],
  media: [],
  placing: [],
  hidden: {},
};
const none = { ids: {}, missing: [], stories: {}, others: [], media: [], placing: [], hidden: {} };

function written(root: string, output = join(root, "dist")): readonly Problem[] {
  const problems: Problem[] = [];
  writeManifest(root, output, feeds, (each) => problems.push(each));
  return problems;
}

describe("the manifest", () => {
  test("that was written is read again", () => {
    const root = emptyFolder();
    expect(written(root)).toEqual([]);
    expect(readManifest(root, join(root, "dist"))).toEqual(feeds);
    expect(filesBelow(root)).toEqual([".feedwright/manifest.json"]);
  });

  test("of another output folder knows nothing of this one", () => {
    const root = emptyFolder();
    written(root, join(root, "preview"));
    expect(readManifest(root, join(root, "dist"))).toEqual(none);
  });

  test("can be moved with its root", () => {
    const [root, other] = [emptyFolder(), emptyFolder()];
    written(root);
    write(join(other, ".feedwright/manifest.json"), readFileSync(join(root, ".feedwright/manifest.json")));
    expect(readManifest(other, join(other, "dist"))).toEqual(feeds);
  });

  test("that would say the same is not touched", () => {
    const root = emptyFolder();
    written(root);
    const path = join(root, ".feedwright/manifest.json");
    const before = identityOf(path);
    written(root);
    expect(identityOf(path)).toEqual(before);
  });

  test("that can't be written is said, and stops nothing", () => {
    const root = emptyFolder();
    write(join(root, ".feedwright"), "in the way");
    expect(written(root).map(({ code }) => code)).toEqual(["state-unwritable"]);
  });

  test("that is missing knows nothing", () => {
    const root = emptyFolder();
    expect(readManifest(root, join(root, "dist"))).toEqual(none);
    expect(readManifest(join(root, "nowhere"), join(root, "dist"))).toEqual(none);
    mkdirSync(join(root, ".feedwright/manifest.json"), { recursive: true });
    expect(readManifest(root, join(root, "dist"))).toEqual(none);
    rmSync(join(root, ".feedwright"), { recursive: true });
  });

  test("that lost a bit knows nothing, or all that it knew", () => {
    const root = emptyFolder();
    written(root);
    const path = join(root, ".feedwright/manifest.json");
    const whole = readFileSync(path);
    for (let at = 0; at < whole.length; at++) {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      write(path, bytes);
      expect([none, feeds]).toContainEqual(readManifest(root, join(root, "dist")));
    }
  });

  test("whose place is taken by a FIFO holds nothing up", () => {
    const root = emptyFolder();
    mkdirSync(join(root, ".feedwright"));
    execFileSync("mkfifo", [join(root, ".feedwright/manifest.json")]);
    expect(readManifest(root, join(root, "dist"))).toEqual(none);
    expect(written(root).map(({ code }) => code)).toEqual(["state-unwritable"]);
  });

  test("lists the feeds as files, and which of them are private", () => {
    const root = emptyFolder();
    const output = join(root, "dist");
    const report = () => expect.fail("nothing is wrong");
    const partly = { ...feeds, hidden: { "feed.json": "•••.json" } };
    writeManifest(root, output, partly, report);
    expect(readListing(root, output)).toEqual([
      { path: "rss.xml", isPrivate: false },
      { path: "feed.json", isPrivate: true },
    ]);
    expect(readManifest(root, output)).toEqual(partly);
    written(root);
    expect(readListing(root, output).map(({ isPrivate }) => isPrivate)).toEqual([false, false]);
    expect(readListing(root, join(root, "preview"))).toEqual([]);
  });

  test.each([
    ["missing", { missing: [{ id: "a" }] }],
    ["missing", { missing: [{ id: "a", since: "now", feeds: [] }] }],
    ["missing", { missing: [{ id: "a", since: 5, feeds: [1] }] }],
    ["missing", { missing: [{ id: "a", since: 5, feeds: [], story: { url: 1 } }] }],
    ["missing", { missing: ["a"] }],
    ["stories", { stories: [], lists: [1] }],
    ["stories", { stories: { a: { url: "u", title: "t" } } }],
    ["stories", { stories: { a: "u" } }],
    ["stories", { stories: "a" }],
    ["others", { others: [1], media: [], placing: [] }],
    ["checksum", { checksum: 1 }],
  ])("whose %s can't be so knows nothing: %j", (_, wrong) => {
    const root = emptyFolder();
    const data = { version: 2, output: "dist", lists: [["a"]], feeds: { "a.xml": 0 } };
    write(join(root, ".feedwright/manifest.json"), JSON.stringify(data));
    expect(readManifest(root, join(root, "dist")).ids).toEqual({ "a.xml": ["a"] });
    write(join(root, ".feedwright/manifest.json"), JSON.stringify({ ...data, ...wrong }));
    expect(readManifest(root, join(root, "dist"))).toEqual(none);
  });

  test.each(["a.xml", ["a.xml"], { "a.xml": 1 }, null])(
    "whose private feeds can't be read lists nothing: none of them may be told: %j",
    (wrong) => {
      const root = emptyFolder();
      const data = { version: 2, output: "dist", lists: [[]], feeds: { "a.xml": 0 } };
      write(join(root, ".feedwright/manifest.json"), JSON.stringify(data));
      expect(readListing(root, join(root, "dist"))).toHaveLength(1);
      write(join(root, ".feedwright/manifest.json"), JSON.stringify({ ...data, private: wrong }));
      expect(readListing(root, join(root, "dist"))).toEqual([]);
    },
  );

  const whole = { version: 1, output: "dist", feeds };

  test.each([
    ["nothing", ""],
    ["half of it", JSON.stringify(whole).slice(0, 30)],
    ["no JSON", "version: 1"],
    ["null", "null"],
    ["a list", "[]"],
    ["a text", '"version"'],
    ["another version", JSON.stringify({ ...whole, version: 2 })],
    ["no version", JSON.stringify({ output: "dist", feeds })],
    ["no output", JSON.stringify({ version: 1, feeds })],
    ["no feeds", JSON.stringify({ version: 1, output: "dist" })],
    ["feeds that are null", JSON.stringify({ ...whole, feeds: null })],
    ["ids that are no list", JSON.stringify({ ...whole, feeds: { "rss.xml": "a" } })],
    ["ids that are numbers", JSON.stringify({ ...whole, feeds: { "rss.xml": [1] } })],
  ])("that holds %s knows nothing, and is written anew", (_, text) => {
    const root = emptyFolder();
    write(join(root, ".feedwright/manifest.json"), text);
    expect(readManifest(root, join(root, "dist"))).toEqual(none);
    expect(written(root)).toEqual([]);
    expect(readManifest(root, join(root, "dist"))).toEqual(feeds);
  });
});

describe("the guards", () => {
  const ids = (count: number) => Array.from({ length: count }, (_, index) => String(index));
  const limits = { emptied: true, lost: 0.5, ids: 3, dates: 3 };
  /** What they look at, where nothing else is of interest. */
  const guarded = (ids: PublishedIds, planned: readonly PlannedFeed[], known: (id: string) => boolean) => ({
    last: { ids, missing: [], stories: {}, others: [], media: [], placing: [] },
    planned,
    known,
    site: "https://news.example/",
    standing: () => 0,
    changedIds: [],
    movedDates: [],
  });
  /** The codes of what the guards say of one feed. */
  function objections(
    before: readonly string[],
    now: readonly string[],
    known: readonly string[],
  ): readonly string[] {
    const planned = [{ path: "rss.xml", ids: now }];
    const problems = guard(
      guarded({ "rss.xml": before }, planned, (id) => known.includes(id)),
      limits,
    );
    return problems.map(({ code, severity }) => `${severity} ${code}`);
  }

  test("say nothing of a first build, nor of one that had nothing before", () => {
    expect(
      guard(
        guarded({}, [{ path: "rss.xml", ids: [] }], () => false),
        limits,
      ),
    ).toEqual([]);
    expect(objections([], [], [])).toEqual([]);
  });

  test("object to a feed that would become empty, even if all its stories are known", () => {
    expect(objections(ids(1), [], [])).toEqual(["fatal feed-emptied"]);
    expect(objections(ids(5), [], ids(5))).toEqual(["fatal feed-emptied"]);
  });

  test("object where more than half of the stories are gone, and not where it is half", () => {
    expect(objections(ids(10), ["new"], ids(4))).toEqual(["fatal feed-shrunk"]);
    expect(objections(ids(10), ["new"], ids(5))).toEqual([]);
    expect(objections(ids(1), ["new"], [])).toEqual(["fatal feed-shrunk"]);
  });

  test("don't count a story that is only held back, or fell out of the feed's limit", () => {
    expect(objections(ids(10), ["9"], ids(10))).toEqual([]);
  });

  test("judge every feed by its own past, and name it", () => {
    const last = { "rss.xml": ids(3), "atom.xml": ids(3), "feed.json": [] };
    const planned = ["rss.xml", "atom.xml", "feed.json"].map((path) => ({ path, ids: [] }));
    const problems = guard(
      guarded(last, planned, () => true),
      limits,
    );
    expect(problems.map(({ message }) => message.slice(0, message.indexOf(" ")))).toEqual([
      "rss.xml",
      "atom.xml",
    ]);
  });

  test("never object to a feed that keeps what it had", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string()), fc.array(fc.string()), (before, more) => {
        const now = [...before, ...more];
        expect(objections(before, now, now)).toEqual([]);
      }),
    );
  });
});
