import { execFileSync } from "node:child_process";
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
} from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Problem, ProblemError } from "../../src/problems/index.ts";
import { bytesOf, Staging } from "../../src/publish/index.ts";
import { emptyFolder, filesBelow, identityOf, write } from "./support.ts";

/** The codes of the problems that an action throws. */
function problemsOf(action: () => void): readonly string[] {
  return problemsIn(action).map(({ code }) => code);
}

function problemsIn(action: () => void): readonly Problem[] {
  try {
    action();
  } catch (error) {
    if (error instanceof ProblemError) return error.problems;
    throw error;
  }
  return [];
}

/** Chunks that end in a failure. */
function* failing(...chunks: readonly string[]): Generator<string> {
  yield* chunks;
  throw new Error("the writer failed");
}

function texts(output: string, ...paths: readonly string[]): readonly string[] {
  return paths.map((path) => readFileSync(join(output, path), "utf8"));
}

describe("a staged file", () => {
  test("takes its place on commit, and until then the old one can be read", async () => {
    const output = emptyFolder();
    write(join(output, "rss.xml"), "old");
    const staging = new Staging(output);
    staging.add([{ path: "rss.xml", chunks: ["n", "ew"] }]);
    expect(texts(output, "rss.xml")).toEqual(["old"]);
    expect(staging.files()).toEqual([{ path: "rss.xml", state: "changed", bytes: 3 }]);
    await staging.commit();
    expect(texts(output, "rss.xml")).toEqual(["new"]);
    expect(filesBelow(output)).toEqual(["rss.xml"]);
  });

  test("stands beside its target until then, hidden, so that a rename is one step", async () => {
    const output = emptyFolder();
    const staging = new Staging(output);
    staging.add([{ path: "a/b/rss.xml", chunks: ["new"] }]);
    const [staged = ""] = filesBelow(output);
    expect(filesBelow(output)).toHaveLength(1);
    expect(staged).toMatch(/^a\/b\/\./);
    await staging.commit();
    expect(filesBelow(output)).toEqual(["a/b/rss.xml"]);
  });

  test("that would not change is not touched, nor is anything staged for it", async () => {
    const output = emptyFolder();
    const path = join(output, "rss.xml");
    write(path, "same text");
    const before = identityOf(path);
    const staging = new Staging(output);
    staging.add([{ path: "rss.xml", chunks: ["same ", "", Buffer.from("te"), "xt"] }]);
    expect(filesBelow(output)).toEqual(["rss.xml"]);
    expect(staging.files()).toEqual([{ path: "rss.xml", state: "unchanged", bytes: 9 }]);
    await staging.commit();
    expect(identityOf(path)).toEqual(before);
  });

  test.each([
    ["longer", "same", "same text"],
    ["shorter", "same text", "same"],
    ["empty", "same", ""],
    ["no longer empty", "", "same"],
    ["other in its first byte", "Xame", "same"],
    ["other in its last byte", "samX", "same"],
  ])("that is %s is changed", async (_, old, text) => {
    const output = emptyFolder();
    write(join(output, "a"), old);
    const staging = new Staging(output);
    staging.add([{ path: "a", chunks: text === "" ? [] : [text] }]);
    expect(staging.files()).toEqual([{ path: "a", state: "changed", bytes: text.length }]);
    await staging.commit();
    expect(texts(output, "a")).toEqual([text]);
  });

  test("that is empty and new is there all the same", async () => {
    const output = emptyFolder();
    const staging = new Staging(output);
    staging.add([{ path: "a", chunks: [] }]);
    expect(staging.files()).toEqual([{ path: "a", state: "new", bytes: 0 }]);
    await staging.commit();
    expect(texts(output, "a")).toEqual([""]);
  });

  test("may have a name as long as names can be", async () => {
    const output = emptyFolder();
    const path = `${"ї".repeat(125)}.png`;
    const staging = new Staging(output);
    staging.add([{ path, chunks: ["new"] }]);
    await staging.commit();
    expect(filesBelow(output)).toEqual([path]);
  });

  test("takes the place of a link, and what the link led to stays", async () => {
    const [output, elsewhere] = [emptyFolder(), emptyFolder()];
    write(join(elsewhere, "target"), "not ours");
    symlinkSync(join(elsewhere, "target"), join(output, "rss.xml"));
    const staging = new Staging(output);
    staging.add([{ path: "rss.xml", chunks: ["new"] }]);
    await staging.commit();
    expect(texts(output, "rss.xml")).toEqual(["new"]);
    expect(texts(elsewhere, "target")).toEqual(["not ours"]);
  });
});

describe("several files", () => {
  test("are written in step, a chunk from each in turn", async () => {
    const taken: string[] = [];
    function* chunks(name: string, count: number): Generator<string> {
      for (let each = 0; each < count; each++) {
        taken.push(`${name}${each}`);
        yield name;
      }
    }
    const staging = new Staging(emptyFolder());
    staging.add([
      { path: "a", chunks: chunks("a", 3) },
      { path: "b", chunks: chunks("b", 1) },
      { path: "c", chunks: chunks("c", 2) },
    ]);
    expect(taken).toEqual(["a0", "b0", "c0", "a1", "c1", "a2"]);
    staging.discard();
  });

  test("leave all other files alone", async () => {
    const output = emptyFolder();
    write(join(output, "CNAME"), "news.example");
    write(join(output, "a/.hidden"), "x");
    const before = [identityOf(join(output, "CNAME")), identityOf(join(output, "a/.hidden"))];
    const staging = new Staging(output);
    staging.add([{ path: "a/rss.xml", chunks: ["new"] }]);
    await staging.commit();
    expect(filesBelow(output)).toEqual(["CNAME", "a/.hidden", "a/rss.xml"]);
    expect([identityOf(join(output, "CNAME")), identityOf(join(output, "a/.hidden"))]).toEqual(before);
  });

  test("that have to be in place first are", async () => {
    const output = emptyFolder();
    const staging = new Staging(output);
    staging.add([{ path: "rss.xml", chunks: ["a"] }]);
    staging.addFirst([{ path: "media/a.png", chunks: ["b"] }]);
    expect(staging.files().map(({ path }) => path)).toEqual(["media/a.png", "rss.xml"]);
    await staging.commit();
    expect(filesBelow(output)).toEqual(["media/a.png", "rss.xml"]);
  });

  test("can be staged anew after they were discarded", async () => {
    const output = emptyFolder();
    write(join(output, "a"), "old");
    const staging = new Staging(output);
    staging.add([
      { path: "a", chunks: ["first"] },
      { path: "b", chunks: ["first"] },
    ]);
    staging.discard();
    expect(filesBelow(output)).toEqual(["a"]);
    staging.add([{ path: "a", chunks: ["second"] }]);
    await staging.commit();
    expect(filesBelow(output)).toEqual(["a"]);
    expect(texts(output, "a")).toEqual(["second"]);
  });
});

test("what a killed build left an hour ago is removed, and nothing else", async () => {
  const output = emptyFolder();
  const name = (digit: string) => `a/.${digit.repeat(24)}.feedwright`;
  const others = [name("b"), name("g"), "a/.aa.feedwright", `a/x${"a".repeat(24)}.feedwright`];
  for (const path of [name("a"), ...others]) write(join(output, path), "x");
  const old = new Date(Date.now() - 61 * 60 * 1000);
  for (const path of [name("a"), ...others.slice(1)]) utimesSync(join(output, path), old, old);
  mkdirSync(join(output, name("c")));
  utimesSync(join(output, name("c")), old, old);
  const staging = new Staging(output);
  staging.add([{ path: "a/rss.xml", chunks: ["new"] }]);
  await staging.commit();
  expect(filesBelow(output)).toEqual([...others, "a/rss.xml"].sort());
});

test("a staging file has a name of its own, which no other build's has", async () => {
  const output = emptyFolder();
  const files = [{ path: "rss.xml", chunks: ["new"] }];
  const stagings = [new Staging(output), new Staging(output)];
  for (const staging of stagings) staging.add(files);
  expect(filesBelow(output)).toHaveLength(2);
  for (const name of filesBelow(output)) expect(name).toMatch(/^\.[0-9a-f]{24}\.feedwright$/);
  for (const staging of stagings) staging.discard();
});

test("folders that were made for what is discarded go, others stay", async () => {
  const output = join(emptyFolder(), "dist");
  mkdirSync(join(output, "mine"), { recursive: true });
  const staging = new Staging(output);
  staging.add([{ path: "mine/a", chunks: ["new"] }]);
  staging.addFirst([
    { path: "x/y/b", chunks: ["new"] },
    { path: "x/c", chunks: ["new"] },
  ]);
  staging.discard();
  expect(readdirSync(output, { recursive: true })).toEqual(["mine"]);
});

describe("nothing staged is left, and nothing is changed,", () => {
  const feeds = [
    { path: "a", chunks: ["new"] },
    { path: "sub/b", chunks: ["new"] },
  ];

  test("after a discard", async () => {
    const output = emptyFolder();
    write(join(output, "a"), "old");
    const staging = new Staging(output);
    staging.add(feeds);
    staging.discard();
    staging.discard();
    expect(filesBelow(output)).toEqual(["a"]);
    expect(texts(output, "a")).toEqual(["old"]);
    expect(staging.files()).toEqual([]);
  });

  test("where a writer fails midway", async () => {
    const output = emptyFolder();
    write(join(output, "a"), "old");
    const staging = new Staging(output);
    const add = () => staging.add([...feeds, { path: "c", chunks: failing("x", "y") }]);
    expect(add).toThrow("the writer failed");
    expect(filesBelow(output)).toEqual(["a"]);
    expect(texts(output, "a")).toEqual(["old"]);
  });

  test("where a later file fails, of those that were staged before", async () => {
    const output = emptyFolder();
    const staging = new Staging(output);
    staging.add(feeds);
    expect(() => staging.addFirst([{ path: "c", chunks: failing("x") }])).toThrow("the writer failed");
    expect(filesBelow(output)).toEqual([]);
    expect(staging.files()).toEqual([]);
  });

  test.each([
    ["the output folder is a file", (output: string) => write(output, "x")],
    ["a folder's place is taken by a file", (output: string) => write(join(output, "sub"), "x")],
    [
      "a file's place is taken by a folder",
      (output: string) => mkdirSync(join(output, "sub/b"), { recursive: true }),
    ],
    [
      "a file's place is taken by a FIFO",
      (output: string) => {
        mkdirSync(join(output, "sub"), { recursive: true });
        execFileSync("mkfifo", [join(output, "sub/b")]);
      },
    ],
    [
      "a link leads round in a circle",
      (output: string) => {
        mkdirSync(output);
        symlinkSync("sub", join(output, "sub"));
      },
    ],
  ])("where %s", (_, prepare) => {
    const output = join(emptyFolder(), "dist");
    prepare(output);
    const staging = new Staging(output);
    const large = feeds.map(({ path }) => ({ path, chunks: ["x".repeat(300_000)] }));
    for (const files of [feeds, large])
      expect(problemsOf(() => staging.add(files))).toEqual(["output-unwritable"]);
    const below = filesBelow(join(output, ".."));
    expect(below.filter((path) => /(?:^|\/)\.|\/a$/.test(path))).toEqual([]);
  });

  test("where a file can't take its place at the end, of those that were to follow", async () => {
    const output = emptyFolder();
    const staging = new Staging(output);
    staging.add([
      { path: "a", chunks: ["new"] },
      { path: "b", chunks: ["new"] },
      { path: "c", chunks: ["new"] },
    ]);
    mkdirSync(join(output, "b/in-the-way"), { recursive: true });
    const error: unknown = await staging.commit().catch((thrown: unknown) => thrown);
    const said = error instanceof ProblemError ? error.problems : [];
    expect(said.map(({ code }) => code)).toEqual(["output-unwritable"]);
    expect(said[0]?.hint).toMatch(/; 1 other file is in place$/);
    expect(filesBelow(output)).toEqual(["a"]);
  });
});

const bytes = fc.uint8Array({ maxLength: 40 }).map((each) => Buffer.from(each));
const times = fc.constantFrom(1, 1, 1, 3000, 40_000);
const longText = fc.tuple(fc.string({ unit: "grapheme", maxLength: 10 }), times);
const chunk = fc.oneof(
  bytes,
  longText.map(([text, count]) => text.repeat(count)),
);
const share = fc.integer({ min: 0, max: 100 });

test("whatever stood there and however the new bytes are cut, the new bytes stand there, exactly", async () => {
  const output = emptyFolder();
  await fc.assert(
    fc.asyncProperty(fc.array(chunk, { maxLength: 8 }), fc.oneof(bytes, share), async (chunks, before) => {
      const expected = Buffer.concat(chunks.map((each) => Buffer.from(each)));
      const begun = (percent: number) => expected.subarray(0, (expected.length * percent) / 100);
      const old = typeof before === "number" ? begun(before) : before;
      write(join(output, "a"), old);
      const staging = new Staging(output);
      staging.add([{ path: "a", chunks }]);
      const state = expected.equals(old) ? "unchanged" : "changed";
      expect(staging.files()).toEqual([{ path: "a", state, bytes: expected.length }]);
      await staging.commit();
      expect(readFileSync(join(output, "a")).equals(expected)).toBe(true);
      expect(filesBelow(output)).toEqual(["a"]);
    }),
    { numRuns: 400 },
  );
});

test("a file's bytes come in pieces, and all of them", async () => {
  const path = join(emptyFolder(), "a");
  const content = Buffer.from(Array.from({ length: 600_000 }, (_, index) => index % 251));
  write(path, content);
  const pieces = [...bytesOf(path, standing(path))];
  expect(pieces.length).toBeGreaterThan(1);
  expect(Buffer.concat(pieces).equals(content)).toBe(true);
});

function standing(path: string) {
  const { dev: device, ino: node } = statSync(path, { bigint: true });
  return { device, node };
}

test.each([
  ["by a link", (path: string, other: string) => symlinkSync(other, path)],
  ["by a link to itself", (path: string) => symlinkSync(`${path}.old`, path)],
  ["by a FIFO", (path: string) => execFileSync("mkfifo", [path])],
  ["by a folder", (path: string) => mkdirSync(path)],
  ["by another file", (path: string) => write(path, "other")],
  ["by nothing", () => {}],
])("a file that was exchanged %s since it was looked at is not copied", (_, exchange) => {
  const folder = emptyFolder();
  const [path, other] = [join(folder, "a"), join(folder, "other")];
  write(path, "mine");
  write(other, "other");
  const before = standing(path);
  renameSync(path, `${path}.old`);
  exchange(path, other);
  expect(problemsOf(() => [...bytesOf(path, before)])).toEqual(["media-unreadable"]);
});

test("nor is one whose folder was exchanged", async () => {
  const folder = emptyFolder();
  const path = join(folder, "in/a");
  write(path, "mine");
  write(join(folder, "out/a"), "other");
  const before = standing(path);
  rmSync(join(folder, "in"), { recursive: true });
  symlinkSync("out", join(folder, "in"));
  expect(problemsOf(() => [...bytesOf(path, before)])).toEqual(["media-unreadable"]);
});
