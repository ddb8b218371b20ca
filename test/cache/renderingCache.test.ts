import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { RenderingCache } from "../../src/cache/index.ts";

const context = "a program, a configuration";

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "feedwright-cache-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

const keys = (name: string) => ({
  content: `content of ${name}`,
  state: `state of ${name}`,
  path: `${name}.md`,
});
const bytesOf = (name: string, length = 100) => Buffer.from(name.repeat(length / name.length));

/** One build: adds what it makes, asks for what it uses, and closes the cache. */
function build(path: string, { add = "", use = "", room = 1000, size = 100 }) {
  const cache = new RenderingCache(path, context, false, room);
  for (const name of add) cache.add(keys(name), bytesOf(name, size));
  const found = [...use].filter((name) => cache.byState(keys(name).state)?.equals(bytesOf(name, size)));
  cache.close();
  return found.join("");
}

test("what one build adds the next one finds, by the file's state or by the content", () => {
  const path = folder();
  build(path, { add: "abc" });
  const cache = new RenderingCache(path, context);
  expect(cache.byState(keys("a").state)).toEqual(bytesOf("a"));
  expect(cache.byContent(keys("b").content)).toEqual(bytesOf("b"));
  expect(cache.byState("another state")).toBeUndefined();
  expect(cache.byContent("another content")).toBeUndefined();
  cache.close();
});

test("a content may be found under the state that its file has now", () => {
  const path = folder();
  build(path, { add: "a" });
  const cache = new RenderingCache(path, context);
  expect(cache.adopt({ ...keys("a"), state: "a newer state" })).toBe(true);
  expect(cache.adopt({ content: "another content", state: "a state", path: "a.md" })).toBe(false);
  expect(cache.hasState(keys("a").state)).toBe(false);
  cache.close();
  const next = new RenderingCache(path, context);
  expect(next.byState("a newer state")).toEqual(bytesOf("a"));
  next.close();
});

test("another program or configuration finds nothing", () => {
  const path = folder();
  build(path, { add: "a" });
  const cache = new RenderingCache(path, "another context");
  expect(cache.isEmpty).toBe(true);
  cache.close();
});

test("beyond the room for them, those that were not used for longest go", () => {
  const path = folder();
  build(path, { add: "abcdefghij" });
  expect(build(path, { use: "ab", add: "k" })).toBe("ab");
  expect(build(path, { use: "cdefghijkab" })).toBe("defghijkab");
});

test("what a build uses doesn't go for what it adds", () => {
  const path = folder();
  build(path, { add: "abcdefgh" });
  expect(build(path, { use: "abcdefgh", add: "" })).toBe("abcdefgh");
  const cache = new RenderingCache(path, context, false, 1000);
  for (const name of "abcdefgh") cache.byState(keys(name).state);
  for (const name of "klmnop") cache.add(keys(name), bytesOf(name));
  cache.close();
  expect(build(path, { use: "abcdefghklmnop" })).toBe("abcdefghkl");
});

test("the file is written anew when more than half of it is of no use", () => {
  const path = folder();
  const size = 400_000;
  for (const name of "abcdefghij") build(path, { add: name, room: 2 * size, size });
  expect(statSync(join(path, "renderings.data")).size).toBeLessThan(6 * size);
  expect(build(path, { use: "abcdefghij", room: 2 * size, size })).toBe("ij");
});

test("one that only looks keeps nothing", () => {
  const path = folder();
  const cache = new RenderingCache(path, context, true);
  cache.add(keys("a"), bytesOf("a"));
  cache.close();
  expect(new RenderingCache(path, context).isEmpty).toBe(true);
});

test("whatever bytes of it are damaged, what it gives is what was added, or nothing", () => {
  const damage = fc.record({
    file: fc.constantFrom("renderings", "renderings.data"),
    at: fc.nat(2000),
    cut: fc.boolean(),
  });
  fc.assert(
    fc.property(damage, ({ file, at, cut }) => {
      const path = mkdtempSync(join(tmpdir(), "feedwright-cache-"));
      build(path, { add: "abc" });
      const bytes = readFileSync(join(path, file));
      const place = at % bytes.length;
      bytes[place] = (bytes[place] ?? 0) ^ 4;
      writeFileSync(join(path, file), cut ? bytes.subarray(0, place) : bytes);
      const cache = new RenderingCache(path, context);
      for (const name of "abc")
        expect([undefined, name]).toContain(cache.byState(keys(name).state)?.toString("utf8", 0, 1));
      for (const name of "abc") {
        const found = cache.byContent(keys(name).content);
        if (found) expect(found).toEqual(bytesOf(name));
      }
      cache.add(keys("d"), bytesOf("d"));
      cache.close();
      expect(build(path, { use: "d" })).toBe("d");
      rmSync(path, { recursive: true });
    }),
    { numRuns: 300 },
  );
});

test("a link or a folder in its place is not followed", () => {
  const [path, outside] = [folder(), folder()];
  writeFileSync(join(outside, "secret"), "secret");
  symlinkSync(join(outside, "secret"), join(path, "renderings.data"));
  expect(() => build(path, { add: "a" })).toThrow();
  expect(readFileSync(join(outside, "secret"), "utf8")).toBe("secret");
  rmSync(join(path, "renderings.data"));
  mkdirSync(join(path, "renderings.data"));
  expect(() => build(path, { add: "a" })).toThrow();
});

test("of an article's renderings the last is found by its path, or none where that one found no room", () => {
  const path = folder();
  const [first, second] = [
    { content: "1", state: "1", path: "a.md" },
    { content: "2", state: undefined, path: "a.md" },
  ];
  const cache = new RenderingCache(path, context, false, 300);
  cache.add(first, bytesOf("1"));
  cache.add(second, bytesOf("2"));
  cache.close();
  const next = new RenderingCache(path, context, false, 300);
  expect(next.lastAt("a.md")).toEqual(bytesOf("2"));
  expect(next.lastAt("b.md")).toBeUndefined();
  next.add({ content: "3", state: "3", path: "a.md" }, bytesOf("3", 400));
  expect(next.lastAt("a.md")).toBeUndefined();
  next.close();
  expect(new RenderingCache(path, context).lastAt("a.md")).toBeUndefined();
});
