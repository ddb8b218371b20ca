import { expect, test } from "vitest";
import { usualLimits } from "../limits.ts";
import { readAll, readOne, refusalsOf, story } from "../parse/support.ts";

const date = "date: 2025-01-01";
const trap = "globalThis.pwned = 1";

/** Every language that gray-matter has an engine for or may be asked for, however it is written. */
test.each([
  ...["js", "javascript", "JS", " js", "json5", "coffee", "coffeescript", "cson", "ts", "node", "eval"],
  ...["constructor", "__proto__", "toString", "hasOwnProperty"],
])("front matter in `---%s` is refused, and runs nothing", (language) => {
  const refusals = refusalsOf(`---${language}\nmodule.exports = { title: "A", x: (${trap}) }\n---\n`);
  expect(refusals).toEqual(["1:1 head-language"]);
  expect(globalThis).not.toHaveProperty("pwned");
});

test.each([
  "!!js/function 'x'",
  "!!js/regexp /a/",
  "!!python/object:a {}",
  "!<tag:x> 1",
  "!include /etc/passwd",
])("the YAML tag of %s makes nothing", (value) => {
  expect(refusalsOf(story(`x: ${value}\n`))[0]).toMatch(/head-syntax$/);
});

const pollution = ["__proto__", "constructor", "prototype"];

test.each([
  ["YAML", (key: string) => story(`${key}: { polluted: yes, toString: 1 }\n`)],
  ["plain YAML", (key: string) => story(`${key}:\n  polluted: yes\n`)],
  ["merged YAML", (key: string) => story(`x: &x\n  "${key}": { polluted: yes }\n<<: *x\n`)],
  [
    "TOML",
    (key: string) => `+++\ntitle = "A"\n${date.replace(":", " =")}\n["${key}"]\npolluted = true\n+++\n`,
  ],
  ["JSON", (key: string) => `{"title":"A","date":"2025-01-01","${key}":{"polluted":true}}\n`],
])("keys of %s that name an object's own parts change no object", (_, text) => {
  for (const key of pollution) {
    for (const { extra } of readAll({ "a.md": text(key) }).articles) {
      expect(Object.getPrototypeOf(extra)).toBe(Object.prototype);
      expect(Object.keys(extra)).toContain(key);
    }
    expect({}).not.toHaveProperty("polluted");
    expect(Object.prototype.toString).toBeTypeOf("function");
    expect(readOne(story()).article).not.toHaveProperty("polluted");
  }
});

test("aliases may stand for no more text than a person would write", () => {
  const text = (length: number) => story(`a: &a ${"x".repeat(length)}\nauthors: [${"*a,".repeat(99)}]\n`);
  expect(readOne(text(1000)).codes).toEqual([]);
  expect(refusalsOf(text(50_000))[0]).toMatch(/head-syntax$/);
});

test.each(["tags", "categories", "authors", "contributors", "corrections", "enclosures", "audio", "related"])(
  "a list of more `%s` than anybody means costs the article, whatever they say",
  (name) => {
    const list = (length: number) => story(`${name}:\n${"- a1\n".repeat(length)}`);
    expect(readAll({ "a.md": list(501) }).places).toEqual(["a.md:4:1 list-too-long"]);
    expect(readAll({ "a.md": list(500) }).codes).not.toContain("list-too-long");
    const more = { limits: { ...usualLimits, entries: 501 } };
    expect(readAll({ "a.md": list(501) }, more).codes).not.toContain("list-too-long");
  },
);

test("a head may be as long as its limit, and not longer", () => {
  const limits = (head: number) => ({ limits: { ...usualLimits, head } });
  const text = story(`summary: ${"x".repeat(5000)}\n`, "");
  expect(readAll({ "a.md": text }, limits(text.length - 20)).codes).toEqual(["head-too-large"]);
  expect(readAll({ "a.md": text }, limits(text.length)).codes).toEqual([]);
  const long = story(`summary: ${"x".repeat(300_000)}\n`);
  expect(readAll({ "a.md": long }).codes).toEqual(["head-too-large"]);
  expect(readAll({ "a.md": long }, limits(400_000)).codes).toEqual([]);
});

test.each([
  ...[
    "javascript:X()",
    "data:text/html,x",
    "//evil.example/",
    "https://evil.example/",
    "http://news.example/",
  ],
  ...["https://user:pass@news.example/", "https://user@news.example/", "https://news.example:444/"],
  ...[
    "https://news.example.evil.example/",
    "blob:https://news.example/x",
    "file:///etc/passwd",
    "\\\\evil.example\\",
  ],
])("an article's address is not %s", (address) => {
  const { articles } = readAll({ "a.md": story(`permalink: '${address}'\n`) });
  for (const { permalink } of articles) expect(permalink).toMatch(/^https:\/\/news\.example\//);
});

test("people's addresses in authors' keys and lists are web addresses or none", () => {
  const evil = ["javascript:X()", "data:text/html,x", "vbscript:x", " javascript:X()", "java\tscript:X()"];
  for (const url of evil) {
    const value = JSON.stringify(url);
    const { article } = readOne(
      story(`authors: [{ name: A, url: ${value}, avatar: ${value} }]\ncredit: { name: B, url: ${value} }\n`),
    );
    expect(article.authors).toEqual([{ name: "A", email: undefined, url: undefined, avatar: undefined }]);
    expect(article.credit).toMatchObject({ name: "B", url: undefined });
  }
});
