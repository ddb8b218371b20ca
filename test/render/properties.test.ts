import fc from "fast-check";
import { expect, test } from "vitest";
import { dropped, elements, renamed } from "../../src/render/allowed.ts";
import { TooDeep } from "../../src/render/nesting.ts";
import { asBrowsersReadIt, clean } from "./support.ts";

const names = [...elements.keys(), ...renamed.keys(), "iframe", "object", "font", "x-y", "body"];
// Those that browsers close, add or move.
const fickle =
  `table tr td th tbody thead col colgroup caption p a b em li ul dd dt dl h1 h2 ruby rt rp pre div
  span blockquote hr audio`.split(/\s+/);
const tag = fc.oneof(fc.constantFrom(...names), fc.constantFrom(...fickle), fc.constantFrom(...fickle));
const swallowing = fc.constantFrom(...dropped);
const piece = fc.oneof(
  { weight: 5, arbitrary: tag.map((name) => `<${name}>`) },
  { weight: 3, arbitrary: tag.map((name) => `</${name}>`) },
  { weight: 1, arbitrary: tag.map((name) => `<${name}/>`) },
  { weight: 1, arbitrary: swallowing.map((name) => `<${name}>x</${name}>`) },
  fc.constantFrom(
    "text",
    " ",
    "\n",
    "\r\n",
    "\n\n",
    "\u00A0",
    "\u2003",
    "\0",
    "&amp;",
    "&lt;b&gt;",
    "&nbsp;",
    "&#13;",
    "&notin",
    "<",
    ">",
    "</",
    "<!--",
    "-->",
    "<!-- more -->",
    "<![CDATA[",
    "]]>",
    "<?x",
    "<!x",
    "</br>",
    "</p>",
    '<a href="/x">',
    '<img src=x alt="">',
    '<td colspan=2 title="<">',
    '<ol start="3">',
  ),
);
const soup = fc.array(piece, { maxLength: 40, size: "max" }).map((pieces) => pieces.join(""));

test("a browser builds the very tree that was written", () => {
  fc.assert(
    fc.property(soup, (html) => {
      const once = clean(html);
      expect(asBrowsersReadIt(once)).toBe(once);
    }),
    { numRuns: 3000 },
  );
});

test("cleaning what is clean changes nothing", () => {
  fc.assert(
    fc.property(soup, (html) => {
      const once = clean(html);
      expect(clean(once)).toBe(once);
    }),
    { numRuns: 3000 },
  );
});

test("any text whatever comes out whole for a browser and for XML", () => {
  const text = fc.oneof(fc.string({ unit: "binary", maxLength: 200 }), fc.string({ maxLength: 200 }));
  fc.assert(
    fc.property(text, soup, swallowing, (html, more, name) => {
      const once = clean(`${html}${more}<${name}>${more}`);
      expect(asBrowsersReadIt(once)).toBe(once);
      expect(once).not.toMatch(/[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/);
      expect(once).not.toMatch(/\p{Surrogate}/u);
    }),
    { numRuns: 2000 },
  );
});

test("tags may stand 256 deep and no deeper", () => {
  const nest = (depth: number) => "<div>".repeat(depth) + "</div>".repeat(depth);
  expect(clean(nest(256))).toBe(nest(256));
  expect(() => clean(nest(257))).toThrow(TooDeep);
});
