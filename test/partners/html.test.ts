import fc from "fast-check";
import { parseFragment } from "parse5";
import { describe, expect, it } from "vitest";
import { shapeHtml } from "../../src/partners/adapt/html.ts";
import type { Profile } from "../../src/partners/profile/schema.ts";

type Rules = Profile["html"];

describe("content for a partner", () => {
  it.each<[string, Rules, string, string]>([
    [
      "is as it was without rules",
      {},
      '<p>a <em>b</em> &amp; <img src="https://a.example/b.png" alt=""></p>',
      '<p>a <em>b</em> &amp; <img src="https://a.example/b.png" alt=""></p>',
    ],
    ["loses what isn't allowed, but not its words", { elements: ["p"] }, "<p>a <em>b</em></p>", "<p>a b</p>"],
    ["keeps words apart that elements did", { elements: ["p"] }, "<ul><li>a</li><li>b</li></ul>", "a\nb\n\n"],
    [
      "may lose the words too",
      { elements: ["p"], otherwise: "drop" },
      "<p>a <em>b <b>c</b></em>d</p>",
      "<p>a d</p>",
    ],
    [
      "may have single fates",
      { replace: { h1: "h2", aside: "drop", em: "unwrap" } },
      "<h1>a</h1><aside>b<p>c</p></aside><p><em>d</em></p>",
      "<h2>a</h2><p>d</p>",
    ],
    [
      "may be linked to by its words, its picture's, or its address",
      { replace: { video: "link", img: "link" } },
      '<video src="https://a.example/v.mp4" title="A film"></video><video poster="https://a.example/p.png"></video><video></video><img src="https://a.example/b.png" alt="B">',
      '<a href="https://a.example/v.mp4">A film</a><a href="https://a.example/p.png">https://a.example/p.png</a><a href="https://a.example/b.png">B</a>',
    ],
    ["knows no names by inheritance", { elements: ["p"], replace: {} }, "<p>a</p>", "<p>a</p>"],
    [
      "keeps the attributes that are named",
      { attributes: { a: ["href"], "*": ["lang"] } },
      '<p lang="uk" id="x">a <a href="https://a.example/" title="t">b</a></p>',
      '<p lang="uk">a <a href="https://a.example/">b</a></p>',
    ],
    [
      "loses links of other schemes",
      { schemes: ["https"] },
      '<p><a href="mailto:a@b.example">a</a> <a href="https://a.example/">b</a></p>',
      '<p>a <a href="https://a.example/">b</a></p>',
    ],
    [
      "has links in the place of media",
      { replace: { video: "link", img: "link" } },
      '<p><video src="https://a.example/v.mp4" controls=""></video><img src="https://a.example/b.png" alt="B &amp; C"></p>',
      '<p><a href="https://a.example/v.mp4">https://a.example/v.mp4</a><a href="https://a.example/b.png">B &amp; C</a></p>',
    ],
    [
      "is no deeper than the rule",
      { depth: 2 },
      "<blockquote><p>a <em>b</em></p></blockquote>",
      "<blockquote><p>a b</p></blockquote>",
    ],
    [
      "has frames of the hosts that are named",
      { frames: ["https://www.youtube.com/embed/"] },
      '<p><a href="https://www.youtube.com/embed/x">A film</a> <a href="https://www.youtube.com/watch">b</a></p>',
      '<p><iframe src="https://www.youtube.com/embed/x" allowfullscreen=""></iframe> <a href="https://www.youtube.com/watch">b</a></p>',
    ],
    [
      "has no picture without its address",
      { attributes: { img: ["alt"] } },
      '<p>a<img src="https://a.example/b.png" alt="B"></p>',
      "<p>a</p>",
    ],
    ["loses links without a scheme, too", { schemes: ["https"] }, '<p><a href="/b">b</a></p>', "<p>b</p>"],
    [
      "has links in the place of frames that it may not have",
      { elements: ["p", "a"] },
      '<p><iframe src="https://v.example/x"></iframe></p>',
      '<p><a href="https://v.example/x">https://v.example/x</a></p>',
    ],
    [
      "may be XHTML",
      { syntax: "xhtml" },
      '<p>a<br>b<img src="https://a.example/b.png" alt="&gt;"></p><hr>',
      '<p>a<br/>b<img src="https://a.example/b.png" alt="&gt;"/></p><hr/>',
    ],
  ])("%s", (_, rules, html, expected) => {
    expect(shapeHtml(html, rules)).toMatchObject({ html: expected, breaches: [] });
  });

  it("may refuse elements and depths", () => {
    const rules: Rules = { elements: ["p", "div"], otherwise: "refuse", depth: 2, deeper: "refuse" };
    expect(shapeHtml("<div><div><p>a</p></div></div><table></table><hr>", rules).breaches).toEqual([
      { rule: "html-depth", seen: "elements stand deeper than 2 in each other", expected: "at most 2" },
      { rule: "html-element", seen: "there is a `table`", expected: "elements that the partner takes" },
    ]);
  });

  it("tells its pictures", () => {
    const html =
      '<p><img src="https://a.example/b.png" alt="B" width="9" height="8"><img src="https://a.example/c"></p>';
    expect(shapeHtml(html).pictures).toEqual([
      { url: "https://a.example/b.png", type: "image/png", width: 9, height: 8, alt: "B" },
      { url: "https://a.example/c" },
    ]);
  });
});

/** The elements that a browser finds. */
function elementsOf(html: string): string[] {
  const names: string[] = [];
  const visit = (node: object): void => {
    if ("tagName" in node) names.push(String(node.tagName));
    if ("childNodes" in node && Array.isArray(node.childNodes)) node.childNodes.forEach(visit);
  };
  visit(parseFragment(html));
  return names;
}

const names = [
  "p",
  "div",
  "em",
  "a",
  "ul",
  "li",
  "table",
  "tbody",
  "tr",
  "td",
  "blockquote",
  "h1",
  "img",
  "video",
  "br",
];

it("never has an element that isn't allowed, whatever comes in", () => {
  const tag = fc.oneof(
    fc.constantFrom(...names).map((name) => `<${name} href="https://a.example/" src="https://a.example/b">`),
    fc.constantFrom(...names).map((name) => `</${name}>`),
    fc.string(),
  );
  const allowed = fc.subarray(names.filter((name) => !["table", "tbody", "tr", "td"].includes(name)));
  fc.assert(
    fc.property(
      fc.array(tag, { maxLength: 12 }),
      allowed,
      fc.constantFrom("drop", "unwrap"),
      (tags, elements, otherwise) => {
        const { html } = shapeHtml(tags.join(""), { elements, otherwise });
        expect(elementsOf(html).filter((name) => !elements.includes(name))).toEqual([]);
      },
    ),
  );
});
