import fc from "fast-check";
import { expect, test } from "vitest";
import { readPlainYaml } from "../../src/parse/plainYaml.ts";
import { byLibrary, expectNoDeviation, sign, withTypingErrors } from "./twoReaders.ts";

const anything = fc.array(sign, { maxLength: 24, size: "max" }).map((signs) => signs.join(""));

test("of any text whatever, it gives what the library gives or nothing", () => {
  fc.assert(fc.property(anything, expectNoDeviation), { numRuns: 15_000 });
  fc.assert(
    fc.property(anything, (text) => expectNoDeviation(`a: ${text}`)),
    { numRuns: 15_000 },
  );
});

const key = fc.constantFrom(
  ..."title date tags authors summary draft id a b-c d_e __proto__ constructor toString y null True 7".split(
    " ",
  ),
  '"quoted"',
  "two words",
);
const word = fc.constantFrom(
  ..."true false True FALSE yes no on off null Null NULL ~ y N 0 7 007 0o17 0x1F 1e3 1_000 .5 5. -1 +1 1.0 .inf -.Inf .nan".split(
    " ",
  ),
  ..."12345678901234567890 123456789012345 2025-02-30 2025-02-23T18:30:00+02:00 2025-2-3 12:30 12:30:45 1:2".split(
    " ",
  ),
  "2025-02-23 18:30",
  "2025-02-23 18:",
  "2025-02-23 18:30 +02:00",
  "https://news.example/a?b=c#d",
  "What it says: a study",
  "Nr. 5 #tag",
  "it's",
  'a "word"',
  "50 % off",
  "C# and F#",
  "a, b",
  "(brackets)",
  "/path/",
  "./here",
  "...",
  "---",
  "- a",
  "a: b",
  "a:",
  ":a",
  "?",
  "? a",
  "!tag a",
  "&anchor a",
  "*anchor",
  "|",
  ">-",
  "{a: b}",
  "{}",
  "[]",
  "@a",
  "`a`",
  "%a",
  "Ґанок і її",
  "標題",
  "½ cup",
  "٣",
  "",
);
const quoted = word.chain((text) =>
  fc.constantFrom(
    `"${text}"`,
    `'${text}'`,
    `'${text.replaceAll("'", "''")}'`,
    JSON.stringify(text),
    `"${text}" x`,
  ),
);
const value = fc.oneof({ weight: 3, arbitrary: word }, quoted);
const spaced = value.chain((text) =>
  fc.constantFrom(text, text, text, ` ${text}`, `${text} `, `${text} # why`),
);
const flow = fc
  .tuple(
    fc.array(value, { maxLength: 4 }),
    fc.constantFrom(", ", ",", " , "),
    fc.constantFrom("", "", "", ",", " "),
  )
  .map(([parts, comma, end]) => `[${parts.join(comma)}${end}]`);
const indent = fc.constantFrom("", "  ", "  ", "  ", " ", "    ", "\t");

const items = fc
  .tuple(
    indent,
    fc.array(
      fc.oneof(
        spaced,
        fc.tuple(key, spaced).map(([k, v]) => `${k}: ${v}`),
      ),
      { maxLength: 4 },
    ),
  )
  .map(([margin, all]) => all.map((each) => `\n${margin}- ${each}`).join(""));
const members = fc
  .tuple(indent, fc.array(fc.tuple(key, spaced), { maxLength: 3 }))
  .map(([margin, all]) => all.map(([k, v]) => `\n${margin}${k}: ${v}`).join(""));
const people = fc
  .array(fc.tuple(spaced, spaced), { minLength: 1, maxLength: 3 })
  .map((all) => all.map(([name, url]) => `\n  - name: ${name}\n    url: ${url}`).join(""));
const block = fc.oneof(
  items,
  members,
  people,
  fc.constantFrom(
    " |\n  text\n  more",
    " >-\n  text",
    "\n  folded\n  text",
    ' "open\n  text"',
    " a\n  b",
    "\n",
  ),
);
const entry = fc
  .tuple(
    key,
    fc.oneof(
      { weight: 3, arbitrary: spaced.map((text) => ` ${text}`) },
      flow.map((text) => ` ${text}`),
      block,
    ),
  )
  .map(([name, text]) => `${name}:${text}`);
const between = fc.constantFrom(
  "\n",
  "\n",
  "\n",
  "\n\n",
  "\n# said\n",
  "\n  # said\n",
  "\n \n",
  "\r\n",
  "\n---\n",
  "\n...\n",
);
const head = fc
  .array(fc.tuple(entry, between), { minLength: 1, maxLength: 6 })
  .map((entries) => entries.flat().join(""));

test("of front matter of every kind, it gives what the library gives or nothing", () => {
  fc.assert(fc.property(head, expectNoDeviation), { numRuns: 15_000 });
});

const mutated = withTypingErrors(head, 3);

test("of front matter with typing errors, it gives what the library gives or nothing", () => {
  fc.assert(fc.property(mutated, expectNoDeviation), { numRuns: 20_000 });
});

const plain: readonly (readonly [rule: string, source: string, data: unknown])[] = [
  ["a text", "title: A new bridge", { title: "A new bridge" }],
  ["a text in double quotes", 'title: "What it says: a study"', { title: "What it says: a study" }],
  ["a text in single quotes", "title: '#1 of 5'", { title: "#1 of 5" }],
  ["a backslash in single quotes", String.raw`a: 'C:\dir'`, { a: String.raw`C:\dir` }],
  ["doubled quotes", "a: 'it''s'\nb: ''''", { a: "it's", b: "'" }],
  ["quotes and backslashes behind backslashes", String.raw`a: "\"C:\\dir\""`, { a: String.raw`"C:\dir"` }],
  ["an empty text in quotes", 'title: ""', { title: "" }],
  ["an apostrophe in a text", "title: It's open", { title: "It's open" }],
  ["a hash without a blank before it", "title: C# and F#", { title: "C# and F#" }],
  ["a colon without a blank behind it", "url: https://news.example/a", { url: "https://news.example/a" }],
  ["another script", "title: Міст відкрито", { title: "Міст відкрито" }],
  ["truth values", "draft: true\nfeatured: false", { draft: true, featured: false }],
  ["YAML 1.1's truth values, which are texts now", "draft: yes\nx: off", { draft: "yes", x: "off" }],
  ["a number, which stays the text that was written", "weight: 42\nzero: 0", { weight: "42", zero: "0" }],
  ["zeros in front, behind, and other numbers", "a: 007\nb: 1.50\nc: 1e3", { a: "007", b: "1.50", c: "1e3" }],
  ["a date, which stays text", "date: 2025-02-30", { date: "2025-02-30" }],
  ["a moment, which stays text", "date: 2025-02-23 18:30:00 +02:00", { date: "2025-02-23 18:30:00 +02:00" }],
  ["a key without value", "summary:\ntitle: A", { summary: null, title: "A" }],
  ["the last key without value", "title: A\nsummary:", { title: "A", summary: null }],
  ["a list in brackets", 'tags: [a, "b c", 3, true]', { tags: ["a", "b c", "3", true] }],
  ["an empty list", "tags: [ ]", { tags: [] }],
  ["a list at the margin", "tags:\n- a\n- b\ntitle: A", { tags: ["a", "b"], title: "A" }],
  ["an indented list", "tags:\n    - a\n    - 2\n", { tags: ["a", "2"] }],
  ["a map", "image:\n  src: a.jpg\n  width: 800", { image: { src: "a.jpg", width: "800" } }],
  [
    "a list of maps",
    "authors:\n  - name: The desk\n    url: https://news.example/\n  - name: Agency",
    { authors: [{ name: "The desk", url: "https://news.example/" }, { name: "Agency" }] },
  ],
  ["comments and blank lines", "# head\n\ntitle: A\n\n# more\ndraft: false\n", { title: "A", draft: false }],
  ["blanks at a line's end", "title:   A   \ntags:   \n- a  ", { title: "A", tags: ["a"] }],
];

test.each(plain)("%s is plain", (_, source, data) => {
  expect(readPlainYaml(source)).toEqual(data);
  expect(byLibrary(source)).toEqual(data);
});

test.each([
  ["a null word", "a: Null"],
  ["an anchor", "a: &x b"],
  ["a tag", "a: !!str 5"],
  ["a block text", "a: |\n  b"],
  ["a map in braces", "a: {b: c}"],
  ["a comment behind a value", "a: b # c"],
  ["a text that goes on", "a: b\n  c"],
  ["an escape", 'a: "\\u0041"'],
  ["a quote that isn't doubled", "a: 'it's'"],
  ["a quote without its backslash", 'a: "it"s"'],
  ["a backslash that takes the last quote", String.raw`a: "it\"`],
  ["a key twice", "a: b\na: c"],
  ["a key that is a truth value", "true: b"],
  ["a key in quotes", '"a": b'],
  ["__proto__", "__proto__: b"],
  ["a tab", "a:\tb"],
  ["a control character in a comment", "a: b\n# \u0000"],
  ["a character that is none", "a: \uFFFE"],
  ["a second document", "a: b\n---\nc: d"],
  ["a moment that ends in a colon", "a: 2025-02-23 18:"],
  ["a list's item beside a hard space", 'a: ["b"\u00A0]'],
  ["nothing at all", "\n\n"],
])("%s is left to the library", (_, source) => {
  expect(readPlainYaml(source)).toBeUndefined();
});
