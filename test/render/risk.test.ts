import { expect, test } from "vitest";
import { lengthOf, mayRunAway } from "../../src/render/risk.ts";

test.each([
  ["a short text, whatever it is", false, "*".repeat(4000)],
  ["prose of nearly eight thousand characters", false, "It rained, said the *mayor*, for days. ".repeat(200)],
  ["as much of signs", true, "*_[`<".repeat(1700)],
  ["as much of line ends", true, "\n".repeat(8000)],
  ["a word without an end", true, `${"a".repeat(16_000)}@`],
  ["spaces without an end", true, " ".repeat(16_000)],
  ["quotations seven deep", false, "> - > 1. >>\t> a"],
  ["quotations eight deep", true, "Text.\n> - > 1. >>\t>> a"],
  ["a rule of a list's signs", false, "- - - - - - - - -"],
  ["letters of any script without an end", true, "ж".repeat(16_000)],
])("%s may run away: %s", (_, expected, source) => {
  expect(mayRunAway([source])).toBe(expected);
  expect(mayRunAway(["", source])).toBe(expected);
  expect(lengthOf(["ab", source])).toBe(source.length + 2);
});
