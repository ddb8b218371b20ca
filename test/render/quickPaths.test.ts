/** Ways that are taken because they are quicker: each has to lead where the long one does. */
import fc from "fast-check";
import { Marked } from "marked";
import markedFootnote from "marked-footnote";
import { gfmHeadingId } from "marked-gfm-heading-id";
import { expect, test } from "vitest";
import { dropped, elements, renamed } from "../../src/render/allowed.ts";
import { plainMarkdown } from "../../src/render/dialects/index.ts";
import { cleanText } from "../../src/render/escape.ts";
import { fold } from "../../src/render/facts.ts";
import { sanitise, sanitiseAny } from "../../src/render/html.ts";
import { createMarkdown } from "../../src/render/markdown.ts";
import { readPlainHtml } from "../../src/render/plainHtml.ts";
import { countWords } from "../../src/render/reading.ts";
import { plainText, textOf, textOfAny } from "../../src/render/text.ts";
import { absoluteUrl, mediaSchemes } from "../../src/render/url.ts";
import { article, permalink } from "./support.ts";

const text = (...pieces: readonly string[]) =>
  fc.array(fc.constantFrom(...pieces), { maxLength: 30, size: "max" }).map((found) => found.join(""));

const blocks =
  "\n|\n\n|\n> |\n- |\n1. |\n    |\n\t|# |\n## |\n===\n|\n---\n|```\n|~~~\n|\\|a\\|\n|-\\|\n|[a]: /b\n".split(
    "|",
  );
const inline =
  "word| |  |\u00A0|é|*|**|_|__|~~|`|``|[|]|(|)|](/a)|![|[a]|![a](b)|^|[x^|\\|&amp;|&|<b>|</b>|<|>|\"|'|@|a@b.example| a_b@c.example|www.a.example|https://a.example/b|HTTP|ftp:|ftp://a.b|mailto:a@b.cd|xmpp:|&#65;|&#x0;|&#|www.|<pre>|</pre>|<a>|</a>|{|}|:|!|.|  \n|   \n|\\\n".split(
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
      const below = `\n\n${source}`;
      fc.pre(read(below) === below);
      expect(read(`{% assign a = 1 %}${below}`)).toBe(below);
    }),
    { numRuns: 5000 },
  );
});

test("no element is both kept and left out", () => {
  const both = [...elements.keys()].filter((name) => dropped.has(name) || renamed.has(name));
  expect(both).toEqual([]);
  expect([...renamed.keys()].filter((name) => dropped.has(name))).toEqual([]);
});

const strays =
  "</p>|<li>|<td>|<tr>|</table>|<br>|<hr>|<img>|<input>|<b>|</b>|<script>|</script>|<BR>|<br/>|</p >|<!--|-->|<|>|\r|&lt|&|&copy;|&nbsp|&#13;|\0|\uD800".split(
    "|",
  );
const words = "\n| |word|&amp;|&lt;|&#39;|&quot;|&nbsp;|&ndash;|&mdash;|&hellip;|😀".split("|");
const attributes =
  ' href="/a"| href="javascript:X()"| title="&lt;>"| title="&copy;"| title=\'a\'| src="a.png"| checked=""| checked| id="b" id="c"|  id="b"| id="c"| constructor="c"| onload="X()"|id="b"| class="language-x"| align="left"| start="3"| /| '.split(
    "|",
  );
const nested = "p|h2|h3|ul|ol|li|blockquote|table|thead|tbody|tr|td|th|em|strong|a|del|pre|code".split("|");
const tagged = fc
  .tuple(
    fc.constantFrom("a", "p", "ol", "code", "th"),
    fc.array(fc.constantFrom(...attributes), { maxLength: 2 }),
  )
  .map(([name, given]) => `<${name}${given.join("")}>word</${name}>`);

/** HTML that is as marked writes it or nearly so: elements in elements, with something amiss now and then. */
const { nearlyPlain } = fc.letrec<{ nearlyPlain: string }>((again) => ({
  nearlyPlain: fc.oneof(
    { maxDepth: 5, depthSize: "max" },
    {
      weight: 3,
      arbitrary: fc.array(fc.constantFrom(...words), { maxLength: 4 }).map((each) => each.join("")),
    },
    { weight: 1, arbitrary: fc.constantFrom(...strays) },
    { weight: 1, arbitrary: tagged },
    { weight: 4, arbitrary: fc.array(again("nearlyPlain"), { maxLength: 4 }).map((each) => each.join("")) },
    {
      weight: 12,
      arbitrary: fc
        .tuple(fc.constantFrom(...nested), again("nearlyPlain"))
        .map(([name, inside]) => `<${name}>${inside}</${name}>`),
    },
  ),
}));

/** What sanitising gives and whom it asks. */
function outcome(html: string, way: typeof sanitise) {
  const asked: string[] = [];
  const link = (reference: string) => {
    asked.push(reference);
    return absoluteUrl(reference, permalink);
  };
  const media = (reference: string) => {
    const url = link(reference);
    return url === undefined ? undefined : { url };
  };
  const { html: result, facts } = way(html, { link, media });
  const { images, text: said, beforeMore, beginning, lastParagraph } = facts;
  return { result, images, said, beforeMore, beginning, lastParagraph, asked: [...new Set(asked)] };
}

test("HTML that needs no parser reads as a parser would read it", () => {
  const markdown = createMarkdown();
  const given = fc.oneof(
    nearlyPlain,
    text(...words, ...strays, ...nested.flatMap((name) => [`<${name}>`, `</${name}>`])),
    text(...blocks, ...inline).map((source) => markdown.blocks(source)),
  );
  fc.assert(
    fc.property(given, (html) => {
      expect(outcome(html, sanitise)).toEqual(outcome(html, sanitiseAny));
      expect(textOf(html)).toBe(textOfAny(html));
    }),
    { numRuns: 10_000 },
  );
});

test("what marked writes of Markdown needs no parser", () => {
  const source =
    '# A & B\n\nIt\'s *so* **it** ~~is~~ `<b>`  \nthere: https://a.example/?b&c\n\n1. one\n   - [x] two\n\n     three\n\n3. four\n\n> Said\n> ["so"](/a "title")\n\n![a < b](c.png "d")\n\n|a|b|\n|-|:-:|\n|1|2 & 3|\n\n***\n\n```js\na < b && \'c\'\n```\n';
  const events: string[] = [];
  const handler = {
    opened: (name: string) => events.push(name),
    closed: () => events.push("/"),
    text: (data: string) => events.push(JSON.stringify(data)),
  };
  expect(readPlainHtml(createMarkdown().blocks(source), handler)).toBe(true);
  expect(events.filter((each) => each === "/")).toHaveLength(
    events.filter((each) => /^[a-z]/.test(each)).length,
  );
});

test("an address that is known at a glance is what parsing gives", () => {
  const pieces =
    "/|//|/a|/a.b|/.|/..|./|b|-|_|~|.|?|?c=1|&d|=|+|,|:|;|@|'|%20|%|\"|{|#|#e| |\\|é|A|https:|http:|ftp:|javascript:|//news.example|https://news.example|https://news.example/|http://xn--a.example/|https://a.example:443/|https://a@b.example/|https://1.2.3.4/|https://a.1/|https://A.example/".split(
      "|",
    );
  const bases = [
    permalink,
    "http://a.example/b?c/d",
    "https://a.example",
    "https://a.example:8080/b/",
    "https://a.example?b/c",
  ];
  const slow = (reference: string, base: string) => {
    try {
      const { protocol, href } = new URL(reference, base);
      return /^https?:$/.test(protocol)
        ? href.replace(/[ "<>\\^`{|}]|%(?![0-9a-fA-F]{2})/g, encodeURIComponent)
        : undefined;
    } catch {
      return undefined;
    }
  };
  const short = fc.array(fc.constantFrom(...pieces), { maxLength: 6 }).map((each) => each.join(""));
  fc.assert(
    fc.property(short, fc.constantFrom(...bases), (reference, base) => {
      expect(absoluteUrl(reference, base, mediaSchemes)).toBe(slow(reference, base));
    }),
    { numRuns: 20_000 },
  );
});

test("a line without a sign that could mean something is plain text as it is", () => {
  const markdown = createMarkdown();
  const pieces =
    "a|Z|9| |  |\n|\t|\r|\u00A0|.|,|;|?|-|+|=|#|1.|(|)|{|}|'|\"|/|$|%|^|www|www.|http|ftp|é|—|…|😀|\0|\u0085|\u2028|:|&|<|*|_|`|[|!|@|~".split(
      "|",
    );
  const line = fc.oneof(text(...pieces, "|"), fc.string({ unit: "binary", maxLength: 30 }));
  fc.assert(
    fc.property(line, (given) => {
      const slow = textOfAny(markdown.line(fold(cleanText(given))));
      expect(plainText(given, markdown)).toBe(fold(cleanText(slow)));
    }),
    { numRuns: 10_000 },
  );
});
