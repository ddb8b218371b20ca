import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bodyOf, cleanHtml } from "../../src/import/body/index.ts";
import { createAssets, renderItem } from "../../src/render/index.ts";
import { usualLimits } from "../limits.ts";

const base = "https://daily.example/one/";
const bounds = { embeds: [], limits: usualLimits };

function written(html: string, exact = false, title = "The title") {
  const clean = cleanHtml(html, base).html;
  return { clean, ...bodyOf({ html: clean, title, base, bounds, exact }) };
}

function rendered(markdown: string, title = "The title"): string | undefined {
  const article = { file: "a.md", id: base, permalink: base, title, published: 0, draft: false, extra: {} };
  const none = { tags: [], authors: [], contributors: [], enclosures: [], corrections: [], links: [] };
  const site = { url: "https://daily.example/", authors: [] };
  const assets = createAssets("/nowhere", site.url, usualLimits);
  const context = { ...bounds, site, mode: "full", assets, report: () => {} } as const;
  return renderItem({ ...article, ...none }, markdown, context)?.contentHtml;
}

describe("a body is Markdown", () => {
  it.each([
    ["<p>One</p><p>Two</p>", "One\n\nTwo"],
    ["<h2>A <em>part</em></h2>", "## A *part*"],
    ["<p><b>Bold</b> and <i>italic</i>, <del>gone</del></p>", "**Bold** and *italic*, ~~gone~~"],
    ["<p>See <a href='/two/' title='Two'>this</a></p>", 'See [this](https://daily.example/two/ "Two")'],
    ["<p><a href='https://x.example/'>https://x.example/</a></p>", "<https://x.example/>"],
    ["<p><img src='a.png' alt='A'></p>", "![A](https://daily.example/one/a.png)"],
    ["<p>a<br>b</p>", "a\\\nb"],
    ["<p>Say <code>a`b</code></p>", "Say ``a`b``"],
    ["<ul><li>one</li><li>two<ul><li>three</li></ul></li></ul>", "- one\n- two\n  - three"],
    ["<ol start='3'><li><p>one</p></li><li><p>two</p></li></ol>", "3. one\n\n4. two"],
    ["<blockquote><p>a</p><p>b</p></blockquote>", "> a\n>\n> b"],
    ['<pre><code class="language-js">let a = 1;\n\n```\n</code></pre>', "````js\nlet a = 1;\n\n```\n````"],
    ["<p>a</p><hr><p>b</p>", "a\n\n---\n\nb"],
    [
      "<table><thead><tr><th>A|B</th></tr></thead><tbody><tr><td><em>c</em></td></tr></tbody></table>",
      "| A\\|B |\n| --- |\n| *c* |",
    ],
    ["<ul><li>a</li></ul><ul><li>b</li></ul>", "- a\n\n* b"],
    ["<div>loose <span>text</span><div>and more</div></div><p>&nbsp;</p><p></p>", "loose text\n\nand more"],
    ["one<br><br>two<br>three", "one\n\ntwo\\\nthree"],
  ])("%s", (html, markdown) => {
    expect(written(html)).toMatchObject({ markdown, whole: true });
  });
});

describe("a block stays HTML", () => {
  it.each([
    [
      "where Markdown has no word for it",
      "<figure><img src='a.png' alt=''><figcaption>A</figcaption></figure>",
    ],
    ["where it says more than Markdown can", "<blockquote cite='https://x.example/'><p>a</p></blockquote>"],
    ["where it is a table of another kind", "<table><tbody><tr><td>a</td></tr></tbody></table>"],
    [
      "where it has blank lines, which Markdown would end it at",
      "<details><summary>a</summary>b\n\n\nc</details>",
    ],
    ["where it is no block to Markdown", "<video src='a.mp4'>\n\n<track src='b.vtt'></video>"],
  ])("%s", (_, html) => {
    for (const exact of [true, false]) {
      const { markdown, whole, clean } = written(html, exact);
      expect(whole).toBe(true);
      expect(markdown).toContain("<");
      if (exact) expect(rendered(markdown)).toBe(`${clean}\n`);
    }
  });

  it("but inside of a line only its tags do", () => {
    expect(written('<p>The <abbr title="X">x</abbr> <strong>is</strong> <em>*</em>.</p>').markdown).toBe(
      'The <abbr title="X">x</abbr> **is** <em>\\*</em>.',
    );
  });
});

describe("text stays text", () => {
  it.each([
    "1. one",
    "- one",
    "# one",
    "> one",
    "===",
    "a * b * c, snake_case and _x_",
    "[x](y) ![z](w) [1] [[toc]]",
    "`code` ~~gone~~ ~x~",
    "&amp; &copy; <b> </p> <!-- x -->",
    "https://x.example/ www.x.example me@x.example ftp://x",
    "{{< figure >}} {% raw %} {#id} :::note",
    "import x from 'y'",
    "a\\*b \\ c\\",
    "| a | b |",
    "![alt",
    "The title",
  ])("%s", (text) => {
    const html = `<p>${text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</p>`;
    expect(written(html).whole).toBe(true);
    expect(written(html, true).whole).toBe(true);
  });
});

it("a headline that the body repeats stays there", () => {
  const { markdown, whole } = written("<h1>The title</h1><p>a</p>");
  expect(whole).toBe(true);
  expect(markdown).toContain("<h1>");
});

const words = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.stringMatching(/^[ a-c*_`#>\-+=.)(1\]~|\\&;{}:!<\n[]{0,14}$/),
  fc.constantFrom(
    "https://x.example/a_b",
    "me@x.example",
    "{{x}}",
    ":::a",
    "&amp;",
    "[^1]",
    "* * *",
    "import a",
    "<b>",
  ),
);
const escaped = words.map((text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;"));
const inlineNames = [
  "em",
  "strong",
  "del",
  "code",
  "a href='/x'",
  "b",
  "i",
  "span",
  "sup",
  "kbd",
  "a href='/y_z' title='t'",
];
const blockNames = [
  "p",
  "h2",
  "h3 id='x'",
  "ul",
  "ol",
  "ol start='7'",
  "blockquote",
  "pre",
  "div",
  "figure",
  "section",
  "details",
];

const { html } = fc.letrec<{ html: string; inline: string; block: string }>((tie) => ({
  inline: fc.oneof(
    { depthSize: "small" },
    escaped,
    fc.constantFrom(
      "<br>",
      "<img src='/a.png' alt='x'>",
      "<img alt='' src='/b.png' width='2' height='3'>",
      "\n",
    ),
    fc
      .tuple(fc.constantFrom(...inlineNames), fc.array(tie("inline"), { maxLength: 3 }))
      .map(([name, inner]) => tagged(name, inner)),
  ),
  block: fc.oneof(
    { depthSize: "small" },
    fc
      .tuple(fc.constantFrom(...blockNames), fc.array(tie("inline"), { maxLength: 4 }))
      .map(([name, inner]) =>
        tagged(name, /^[uo]l/.test(name) ? inner.map((each) => `<li>${each}</li>`) : inner),
      ),
    fc
      .tuple(
        fc.constantFrom("blockquote", "div", "ul", "ol", "section"),
        fc.array(tie("block"), { maxLength: 3 }),
      )
      .map(([name, inner]) =>
        tagged(name, /^[uo]l/.test(name) ? inner.map((each) => `<li>${each}</li>`) : inner),
      ),
    fc.constantFrom(
      "<hr>",
      "<table><thead><tr><th>a</th><th>b|</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>",
      "\n",
      "\n\n",
    ),
  ),
  html: fc.array(fc.oneof(tie("block"), tie("inline")), { maxLength: 5 }).map((parts) => parts.join("")),
}));

function tagged(name: string, inner: readonly string[]): string {
  return `<${name}>${inner.join("")}</${name.split(" ")[0]}>`;
}

describe("whatever the HTML", () => {
  it("feedwright's own comes out to the byte", () => {
    fc.assert(
      fc.property(html, (source) => {
        const { clean, markdown, whole } = written(source, true);
        expect(whole).toBe(true);
        fc.pre(clean.trim() !== "");
        expect(rendered(`${markdown}\n`)).toBe(clean.endsWith("\n") ? clean : `${clean}\n`);
      }),
      { numRuns: Number(process.env.RUNS ?? 300) },
    );
  });

  it("others' says the same, and is the same from then on", () => {
    fc.assert(
      fc.property(html, (source) => {
        const first = written(source);
        expect(first.whole).toBe(true);
        const once = rendered(`${first.markdown}\n`) ?? "";
        const again = written(once, true);
        expect(rendered(`${again.markdown}\n`)).toBe(once);
      }),
      { numRuns: Number(process.env.RUNS ?? 300) },
    );
  });
});
