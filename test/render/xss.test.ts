import { describe, expect, test } from "vitest";
import { createMarkdown } from "../../src/render/markdown.ts";
import { expectHarmless } from "./harmless.ts";
import { asBrowsersReadIt, clean } from "./support.ts";
import { vectors } from "./vectors.ts";

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
