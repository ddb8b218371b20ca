import fc from "fast-check";
import { expect, test } from "vitest";
import { folderName } from "../../src/select/folderName.ts";

test.each([
  ["Politics", "politics"],
  ["  Climate   change ", "climate-change"],
  ["Rock & Roll", "rock-roll"],
  ["Women's sport", "womens-sport"],
  ["Європейський Союз", "європейський-союз"],
  ["日本 の 政治", "日本-の-政治"],
  ["हिन्दी", "हिन्दी"],
  ["U.S.", "u-s"],
  ["2026", "2026"],
])("%s is %s", (term, name) => {
  expect(folderName(term)).toBe(name);
});

test("spellings of one term have one folder: case, blanks, the letters' normal form", () => {
  for (const [one, other] of [
    ["Climate", "CLIMATE"],
    ["Climate change", " climate\tchange "],
    ["Café", "Cafe\u0301"],
    ["Café", "Ca\u200Bf\u00ADé"],
    ["fish", "ﬁsh"],
  ] as const)
    expect(folderName(one)).toBe(folderName(other));
});

test("what tells terms apart is kept apart", () => {
  const terms = ["C", "C++", "C#", "🚀", "☂️", "...", "!?", "a/b", "a b", "x".repeat(300), "x".repeat(301)];
  expect(new Set(terms.map(folderName)).size).toBe(terms.length);
  expect(folderName("C++")).toMatch(/^c-[0-9a-f]{8}$/);
});

test.each(["con", "NUL", "Com1", "lpt9"])("%s, a device on Windows, is no folder", (term) => {
  expect(folderName(term)).toMatch(/^\w+-[0-9a-f]{8}$/);
});

test("any term makes one folder's name, short and without signs that mean something in paths", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (term) => {
      const name = folderName(term);
      expect(name).toMatch(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*$/u);
      expect(Buffer.byteLength(name)).toBeLessThan(100);
      expect(name).toBe(name.toLowerCase());
      expect(folderName(term)).toBe(name);
    }),
  );
});
