import { describe, expect, test } from "vitest";
import { createMarkdown } from "../../src/render/markdown.ts";
import { asBrowsersReadIt, clean, elementsOf } from "./support.ts";
import { vectors } from "./vectors.ts";

// Written out here on purpose: a slip in the allow-list itself must not go unseen.
const harmless = new Set(
  `a abbr address article aside audio b bdi bdo blockquote br caption cite code col colgroup data dd del
  details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li mark ol p
  picture pre q rp rt ruby s samp section small source span strong sub summary sup table tbody td tfoot th
  thead time tr track u ul var video wbr`.split(/\s+/),
);
const addresses = new Set(["href", "src", "poster", "cite", "longdesc"]);
const harmlessAttributes = new Set(
  `href src srcset poster cite longdesc alt title lang dir id class width height controls open aria-label
  colspan rowspan start datetime value type kind label`.split(/\s+/),
);
const harmlessScheme = /^(?:https?:\/\/|mailto:|tel:|sms:)/;

function expectHarmless(html: string): void {
  for (const { tagName, attrs, namespaceURI } of elementsOf(html)) {
    expect(harmless).toContain(tagName);
    expect(namespaceURI).toBe("http://www.w3.org/1999/xhtml");
    for (const { name, value } of attrs) {
      expect(harmlessAttributes).toContain(name);
      if (addresses.has(name)) expect(value).toMatch(harmlessScheme);
      if (name === "srcset") for (const part of value.split(", ")) expect(part).toMatch(/^https?:\/\//);
    }
  }
}

/** Places that a parser reads differently from the top of a body. */
const surroundings: Readonly<Record<string, (vector: string) => string>> = {
  alone: (vector) => vector,
  "in a paragraph": (vector) => `<p>a ${vector} b</p>`,
  "in a table": (vector) => `<table><tr>${vector}<td>b</table>`,
  "in an attribute": (vector) => `<p title="${vector.replaceAll('"', "&quot;")}">b</p>`,
  "in code": (vector) => `<pre><code class="language-x">${vector}</code></pre>`,
  "after an open comment": (vector) => `<!-- ${vector} --> ${vector}`,
  "in foreign content": (vector) => `<svg><p>${vector}</svg>${vector}`,
  "in text-only elements": (vector) => `<title>${vector}</title><textarea>${vector}</textarea>${vector}`,
};

describe.each(Object.entries(surroundings))("%s", (_, around) => {
  test.each(vectors)("%s", (vector) => {
    const html = clean(around(vector));
    expectHarmless(html);
    expect(asBrowsersReadIt(html)).toBe(html);
    expect(clean(html)).toBe(html);
  });
});

describe("through Markdown", () => {
  const markdown = createMarkdown();
  const inMarkdown = [
    "[x](javascript:X())",
    "[x](<java\tscript:X()>)",
    "[x](javascript&colon;X())",
    "[x](  javascript:X())",
    "[x](&#106;avascript:X())",
    "![x](javascript:X())",
    '![x](x "onerror=X()")',
    '![x"onerror="X()](x)',
    '[x](x "\\" onclick=\\"X()")',
    "<javascript:X()>",
    "[x]: javascript:X()\n\n[x]",
    "[x][1]\n\n[1]: data:text/html,<script>X()</script>",
    '```x"><script>X()</script>\nx\n```',
    "`<script>X()</script>`",
    "# <img src=x onerror=X()>",
    "|a|\n|-|\n|<img src=x onerror=X()>|",
    "x[^1]\n\n[^1]: <script>X()</script>",
    'x[^"><script>X()</script>]\n\n[^"><script>X()</script>]: y',
    "<a href=`x`onclick=X()>`</a>`",
    "**<b onclick=X()>**</b>",
    "<div>\n\n[x](vbscript:X())\n\n</div>",
    'https://x.example/"onclick=X()',
    '<https://x.example/"onclick=X()>',
    "www.x.example'onmouseover='X()",
  ];
  test.each([...inMarkdown, ...vectors])("%s", (source) => {
    expectHarmless(clean(markdown.blocks(source)));
  });
});

test("there are enough vectors to mean something", () => {
  expect(new Set(vectors).size).toBeGreaterThan(180);
});
