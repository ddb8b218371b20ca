import { expect, test } from "vitest";
import type { Problem } from "../../src/problems/index.ts";
import { sanitise } from "../../src/render/html.ts";
import { parseSrcset, writeSrcset } from "../../src/render/srcset.ts";
import { absoluteUrl, isRelativePath, withoutSigns } from "../../src/render/url.ts";
import { addresses, clean, permalink } from "./support.ts";

test.each([
  ["https://example.org/a", "https://example.org/a"],
  ["../other/", "https://news.example/2025/02/other/"],
  ["/about", "https://news.example/about"],
  ["//cdn.example/x", "https://cdn.example/x"],
  ["#part", "https://news.example/2025/02/story/#part"],
  ["?page=2", "https://news.example/2025/02/story/?page=2"],
  ["", permalink],
  ["a b.html", "https://news.example/2025/02/story/a%20b.html"],
  [
    "/Київ?q=мир#так",
    "https://news.example/%D0%9A%D0%B8%D1%97%D0%B2?q=%D0%BC%D0%B8%D1%80#%D1%82%D0%B0%D0%BA",
  ],
  ["https://Bücher.example/ü", "https://xn--bcher-kva.example/%C3%BC"],
  ["https://приклад.укр/", "https://xn--80aikifvh.xn--j1amh/"],
  ["/100%.html", "https://news.example/100%25.html"],
  ["/a%20b%C3%BC", "https://news.example/a%20b%C3%BC"],
  ["/?a={b}|c^`d", "https://news.example/?a=%7Bb%7D%7Cc%5E%60d"],
  ["\\path\\to", "https://news.example/path/to"],
  [" https://example.org/ ", "https://example.org/"],
  ["https://exam\nple.org/", "https://example.org/"],
  ["mailto:desk@news.example", "mailto:desk@news.example"],
  ["mailto:desk@news.example?subject=a b", "mailto:desk@news.example?subject=a%20b"],
  ["tel:+380 44 123", "tel:+380%2044%20123"],
  ["javascript:X()", undefined],
  ["data:text/html,x", undefined],
  ["ftp://example.org/", undefined],
  ["https://", undefined],
  ["https://a b/", undefined],
  ["http://[::1", undefined],
])("%j leads to %j", (reference, expected) => {
  expect(absoluteUrl(reference, permalink)).toBe(expected);
});

test.each([
  ["a.png", true],
  ["./a.png", true],
  ["../a b.png", true],
  ["fotos/ä.jpg?x", true],
  ["/a.png", false],
  ["\\a.png", false],
  ["//host/a.png", false],
  ["#a", false],
  ["?a", false],
  ["", false],
  ["  ", false],
  ["https:a.png", false],
  [" data:x", false],
])("%j beside the article: %s", (reference, expected) => {
  expect(isRelativePath(reference)).toBe(expected);
});

test.each([
  ["a.jpg", [["a.jpg", ""]]],
  [
    "a.jpg 1x, b.jpg 2x",
    [
      ["a.jpg", "1x"],
      ["b.jpg", "2x"],
    ],
  ],
  ["a.jpg,b.jpg 1.5x", [["a.jpg,b.jpg", "1.5x"]]],
  [
    "a.jpg, b.jpg",
    [
      ["a.jpg", ""],
      ["b.jpg", ""],
    ],
  ],
  [
    "\n a.jpg 320w ,\n b.jpg 640w ,",
    [
      ["a.jpg", "320w"],
      ["b.jpg", "640w"],
    ],
  ],
  ["i/w_1,h_2/a.jpg 100w", [["i/w_1,h_2/a.jpg", "100w"]]],
  ["a.jpg 2x 3x, b.jpg 1x", [["b.jpg", "1x"]]],
  ["a.jpg big, b.jpg -1w", []],
  [" , , ", []],
  ["", []],
])("srcset %j", (value, expected) => {
  expect(parseSrcset(value).map(({ url, descriptor }) => [url, descriptor])).toEqual(expected);
});

test("a srcset that was written reads back the same", () => {
  const candidates = [
    { url: "https://a.example/x,y.jpg", descriptor: "1x" },
    { url: "https://a.example/,z%2C", descriptor: "" },
  ];
  expect(parseSrcset(writeSrcset(candidates))).toEqual(candidates);
  expect(writeSrcset([{ url: "https://a.example/x,", descriptor: "2x" }])).toBe("https://a.example/x%2C 2x");
});

test("every address in a body becomes absolute", () => {
  const html = `<p><a href="x">a</a> <img src="i.svg" srcset="i.svg 1x, j.svg 2x" longdesc="d.html" alt="i"></p>
<video src="v" poster="p.svg"><track src="t" kind="captions" srclang="uk" default></video>
<picture><source srcset="a.svg" media="(min-width: 40em)" type="image/svg+xml"></picture>
<blockquote cite="c"><p><q cite="#q">x</q> <ins cite="y" datetime="2025-02-23">z</ins></p></blockquote>`;
  expect(clean(html)).toMatchInlineSnapshot(`
    "<p><a href="https://news.example/2025/02/story/x">a</a> <img src="https://news.example/2025/02/story/i.svg" srcset="https://news.example/2025/02/story/i.svg 1x, https://news.example/2025/02/story/j.svg 2x" longdesc="https://news.example/2025/02/story/d.html" alt="i"></p>
    <video src="https://news.example/2025/02/story/v" poster="https://news.example/2025/02/story/p.svg" controls=""><track src="https://news.example/2025/02/story/t" kind="captions" srclang="uk" default=""></video>
    <picture><source srcset="https://news.example/2025/02/story/a.svg" media="(min-width: 40em)" type="image/svg+xml"></picture>
    <blockquote cite="https://news.example/2025/02/story/c"><p><q cite="https://news.example/2025/02/story/#q">x</q> <ins cite="https://news.example/2025/02/story/y" datetime="2025-02-23">z</ins></p></blockquote>"
  `);
});

test("an address that can't be used goes, is named once, and costs nothing else", () => {
  const problems: Problem[] = [];
  const long = `data:image/png;base64,${"A".repeat(500)}`;
  const html = `<a href="javascript:X()">a</a><img src="${long}" alt="b"><img src="j.svg" alt="c">`;
  const { html: result, facts } = sanitise(
    html,
    addresses((each) => problems.push(each)),
  );
  expect(result).toBe(`<a>a</a><img src="${permalink}j.svg" alt="c">`);
  expect(facts.images).toMatchObject([
    { url: `${permalink}j.svg`, alt: "c", width: undefined, height: undefined },
  ]);
  expect(problems.map(({ code }) => code)).toEqual(["url-unusable", "url-unusable"]);
  expect(problems[0]?.message).toContain('"javascript:X()"');
  expect(problems[1]?.message.length).toBeLessThan(200);
});

test.each([
  [
    "a frame becomes a link to what it shows",
    '<div><iframe src="//video.example/1" title="The speech"><p>x</p></iframe></div>',
    '<div><p><a href="https://video.example/1">The speech</a></p></div>',
  ],
  [
    "in a paragraph too",
    '<p>see <iframe src="https://video.example/1"></iframe></p>',
    '<p>see <a href="https://video.example/1">https://video.example/1</a></p>',
  ],
  [
    "a frame without a page goes",
    '<p>a<iframe src="about:blank"></iframe><iframe></iframe>b</p>',
    "<p>ab</p>",
  ],
  [
    "a player can be used",
    "<audio src=https://a.example/b></audio>",
    '<audio src="https://a.example/b" controls=""></audio>',
  ],
  [
    "a player doesn't start by itself",
    '<video autoplay controls="x"></video>',
    '<video controls=""></video>',
  ],
  [
    "outdated elements find their successors",
    "<center><tt>a</tt> <strike>b</strike></center>",
    "<div><code>a</code> <s>b</s></div>",
  ],
  ["unknown elements leave their content", "<x-y>a</x-y> <font size=9>b</font> <object>c</object>", "a b c"],
  ["what is no prose goes whole", "a<style>b</style><svg><text>c</text></svg><button>d</button>e", "ae"],
  [
    "classes stay only where they name a language",
    '<code class="hljs language-c++">a</code><p class="x">b</p>',
    '<code class="language-c++">a</code><p>b</p>',
  ],
  [
    "values that mean nothing go",
    '<img src="https://a.example/" width="100%" height="9" alt><p dir=up lang="en-GB">a</p>',
    '<img src="https://a.example/" height="9" alt=""><p lang="en-GB">a</p>',
  ],
  ["parts of a table outside of one go", "<tr><td>a</td></tr>", "a"],
  [
    "text between cells gets one",
    "<table>a<tr>b<td>c</table>",
    "<table><tbody><tr><td>a</td></tr><tr><td>b</td><td>c</td></tr></tbody></table>",
  ],
  ["what XML forbids goes", "a\u0000\u0008\uFFFEb\r\nc\rd&#13;e\uD800f😀", "ab\nc\nd\nef😀"],
])("%s", (_, html, expected) => {
  expect(clean(html)).toBe(expected);
});

test.each([
  ["@site/static/img/a.png", "/img/a.png"],
  ["@site/blog/a.png", "@site/blog/a.png"],
  ["{static}/images/a.pdf", "/images/a.pdf"],
  ["%7Battach%7Da.pdf", "a.pdf"],
  ["{filename}../b.md#part", "../b.md#part"],
  ["{tag}news", "{tag}news"],
  ["a/{static}/b.png", "a/{static}/b.png"],
])("%j without its generator's signs is %j", (reference, expected) => {
  expect(withoutSigns(reference)).toBe(expected);
});
