import fc from "fast-check";
import { expect, it } from "vitest";
import { Ampersands } from "../../src/import/xml/ampersands.ts";

/** The document in pieces, put right; and the lines that were told. */
function mended(pieces: readonly string[]): { text: string; lines: readonly number[] } {
  const lines: number[] = [];
  const ampersands = new Ampersands((line) => lines.push(line));
  const text = pieces.map((piece) => ampersands.mended(piece, false)).join("");
  return { text: text + ampersands.mended("", true), lines };
}

it("an & that begins no reference is one, on its line", () => {
  expect(mended(["<a>\n<b href='?x=1&y=2'/>\nQ&A; R & S &#38; &#x26; &amp; &; &#; &nbsp</a>"])).toEqual({
    text: "<a>\n<b href='?x=1&amp;y=2'/>\nQ&A; R &amp; S &#38; &#x26; &amp; &amp;; &amp;#; &amp;nbsp</a>",
    lines: [2, 3, 3, 3, 3],
  });
});

it("an & in a section of characters, a comment or an instruction is left alone", () => {
  const text = "<a><![CDATA[x & y ]] & ]]> &amp; <!-- & --> <?p & ?></a>";
  expect(mended([text])).toEqual({ text, lines: [] });
  expect(mended(["<![CDATA[ & "]).text).toBe("<![CDATA[ & ");
});

it("it doesn't matter where a document is cut into pieces", () => {
  const parts = [
    "&",
    "&amp;",
    "&#38;",
    "<![CDATA[",
    "]]>",
    "<!--",
    "-->",
    "<?x",
    "?>",
    "\n",
    "a",
    "]",
    "-",
    "<b>",
    ";",
  ];
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...parts), { maxLength: 30 }),
      fc.array(fc.nat(60), { maxLength: 6 }),
      (all, cuts) => {
        const text = all.join("");
        const places = [0, ...cuts.filter((cut) => cut < text.length).sort((a, b) => a - b), text.length];
        const pieces = places.slice(1).map((end, at) => text.slice(places[at], end));
        expect(mended(pieces)).toEqual(mended([text]));
      },
    ),
    // The end of a comment, cut where its reference would begin.
    { examples: [[["<!--", "&", "-->", "&"], [5]]], numRuns: 2000 },
  );
});
