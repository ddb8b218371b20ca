/** Ways that are taken because they are quicker: each has to lead where the long one does. */
import fc from "fast-check";
import { Marked } from "marked";
import markedFootnote from "marked-footnote";
import { gfmHeadingId } from "marked-gfm-heading-id";
import { expect, test } from "vitest";
import { dropped, elements, renamed } from "../../src/render/allowed.ts";
import { plainMarkdown } from "../../src/render/dialects/index.ts";
import { createMarkdown } from "../../src/render/markdown.ts";
import { countWords } from "../../src/render/reading.ts";
import { article } from "./support.ts";

const text = (...pieces: readonly string[]) =>
  fc.array(fc.constantFrom(...pieces), { maxLength: 30, size: "max" }).map((found) => found.join(""));

const blocks =
  "\n|\n\n|\n> |\n- |\n1. |\n    |\n\t|# |\n## |\n===\n|\n---\n|```\n|~~~\n|\\|a\\|\n|-\\|\n|[a]: /b\n".split(
    "|",
  );
const inline =
  "word| |  |\u00A0|é|*|**|_|__|~~|`|``|[|]|(|)|](/a)|![|[a]|![a](b)|^|[x^|\\|&amp;|&|<b>|</b>|<|>|\"|'|@|a@b.example|www.a.example|https://a.example/b|{|}|:|!|.|  \n|\\\n".split(
    "|",
  );

test("a body without a note's mark is read as if notes were looked for", () => {
  const full = new Marked(
    { gfm: true, async: false },
    gfmHeadingId(),
    markedFootnote({ footnoteDivider: true }),
  );
  const markdown = createMarkdown();
  fc.assert(
    fc.property(text(...blocks, ...inline), (source) => {
      fc.pre(!source.includes("[^"));
      expect(markdown.blocks(source)).toBe(full.parse(source));
    }),
    { numRuns: 3000 },
  );
});

test("headings' ids are numbered anew in each body, with notes and without", () => {
  const markdown = createMarkdown();
  for (const more of ["", "Text[^1].\n\n[^1]: Note."]) {
    const source = `# One\n\n# One\n\n${more}`;
    expect(markdown.blocks(source)).toBe(markdown.blocks(source));
    expect(markdown.blocks(source)).toMatch(/id="one".*id="one-1"/s);
  }
});

test("words go from a letter or digit to the next white space, in any script", () => {
  const pieces = fc.oneof(
    fc.string({ unit: "binary", maxLength: 40 }),
    fc.string({ unit: "grapheme", maxLength: 40 }),
    text(..."a|Z|7|-|’|.| |\n|\u00A0|\u2003|\u3000|\uFEFF|é|Ж|٣|Ⅷ|𝐀|😀|\uD835|\uDC00|—|한|\u0301".split("|")),
  );
  const unspaced =
    /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}]/u;
  fc.assert(
    fc.property(pieces, (given) => {
      fc.pre(!unspaced.test(given));
      expect(countWords(given)).toBe(given.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0);
    }),
    { numRuns: 3000 },
  );
});

test("a text that the dialects leave alone at first sight has nothing for them", () => {
  const read = (source: string) =>
    plainMarkdown(
      source,
      {
        article: article(),
        siteUrl: "https://news.example/",
        permalinkOf: () => undefined,
        line: (line) => line,
      },
      () => {},
    );
  const marks =
    "\n|\n\n|    |word| |{|}|{{|}}|{%|%}|{:|{#|={|:|::|:::|:::note|import |Import\t|[!NOTE]|> |[!|[|]|[toc]|[[toc]]|[_TOC_]|[[_toc_]]|${toc|){|`|```|<!--|-->|<b>|\\".split(
      "|",
    );
  fc.assert(
    fc.property(text(...marks), (source) => {
      fc.pre(read(source) === source);
      expect(read(`{% assign a = 1 %}\n\n${source}`)).toBe(`\n\n${source}`);
    }),
    { numRuns: 5000 },
  );
});

test("no element is both kept and left out", () => {
  const both = [...elements.keys()].filter((name) => dropped.has(name) || renamed.has(name));
  expect(both).toEqual([]);
  expect([...renamed.keys()].filter((name) => dropped.has(name))).toEqual([]);
});
