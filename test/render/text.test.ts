import { expect, test } from "vitest";
import { createMarkdown } from "../../src/render/markdown.ts";
import { plainText } from "../../src/render/text.ts";

const markdown = createMarkdown();

test.each([
  ["Plain as it is", "Plain as it is"],
  ["  folded \n\t white  space ", "folded white space"],
  ["*War* and **peace**", "War and peace"],
  ["`code` and ~~struck~~", "code and struck"],
  ["[linked](https://example.org/)", "linked"],
  ["<em>tagged</em> &amp; <b>bold</b>", "tagged & bold"],
  ["Tom &amp; Jerry", "Tom & Jerry"],
  ["AT&T, R&D", "AT&T, R&D"],
  ["1 < 2 > 0", "1 < 2 > 0"],
  ["I <3 you", "I <3 you"],
  ["2 * 3 * 4 = 24", "2 * 3 * 4 = 24"],
  ["snake_case_name", "snake_case_name"],
  ["\\*starred\\*", "*starred*"],
  ["&lt;script&gt;", "<script>"],
  ["<script>X()</script>after", "after"],
  ["a<style>b</style>c<br>d", "ac d"],
  ["[not a link]", "[not a link]"],
  ["https://example.org/a_b_c", "https://example.org/a_b_c"],
  ["control\u0000\u0008 characters\uFFFF", "control characters"],
  ["# 1 in the list", "# 1 in the list"],
  ["Київ: «Так»", "Київ: «Так»"],
  ["&copy; 2025 &#8212; x", "© 2025 — x"],
  ["Array<T> and Map<K, V> explained", "Array<T> and Map<K, V> explained"],
  ["<font color=red>Red</font> <T>", "Red <T>"],
  ["", ""],
])("%j reads %j", (line, expected) => {
  expect(plainText(line, markdown)).toBe(expected);
});
