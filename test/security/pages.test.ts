import { createHash } from "node:crypto";
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { expect, test } from "vitest";
import { article, site, tree } from "../pages/site.ts";

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const markup = `</title></h1></script><script>x()</script><img src=x onerror=x()> "' onclick="x() --> {{ page }} {% raw %}`;
/** What stands in code is text, and so what is left of a line of Markdown as plain text. */
const code = "`</title><script>x()</script><img src=x onerror=x()>`";
const address = "javascript:x()//";

/** Words and addresses of every kind, in each field that a page shows something of. */
function hostile(number: number, more = ""): string {
  const text = JSON.stringify(`${number} ${code} ${markup}`);
  // Where its picture's address is one, what is said of it is shown.
  const src = number === 2 ? "https://a.example/p.png" : address;
  const head = `topic: ${text}
tags: [${JSON.stringify(`tag ${markup}`)}]
summary: ${text}
language: "en\\"><script>x()</script>"
authors: [{ name: ${text}, url: "${address}", email: ${text} }]
credit: { name: ${text}, url: "${address}" }
source: { title: ${text}, url: "${address}" }
canonical: "${address}"
comments: "${address}"
rights: ${text}
image: { src: "${src}", alt: ${text}, caption: ${text}, credit: ${text} }
enclosures: [{ url: "${address}", title: ${text}, type: ${text} }, { url: "https://a.example/b.mp3", title: ${text} }]
corrections: [{ date: 2026-03-01, note: ${text} }]
reason: ${text}
${more}`;
  return article(
    `${number} ${code} ${markup}`,
    `2026-03-0${number}`,
    head,
    `${markup}\n\n[a](${address}) ![b](${address})`,
  );
}

function elementsOf(node: Node): Element[] {
  const inside = "childNodes" in node ? node.childNodes.flatMap(elementsOf) : [];
  return "attrs" in node ? [node, ...inside] : inside;
}

const textOf = ({ childNodes }: Element) =>
  childNodes.map((each) => ("value" in each ? each.value : "")).join("");
const attributeOf = ({ attrs }: Element, name: string) => attrs.find((each) => each.name === name)?.value;

const foreign = ["iframe", "object", "embed", "form", "base", "svg", "math", "template"];

function expectHarmless(element: Element, policy: string): void {
  expect(foreign).not.toContain(element.tagName);
  for (const { name, value } of element.attrs) {
    expect(name).not.toMatch(/^on|^style$|^srcdoc$/);
    if (name === "href" || name === "src") expect(value).toMatch(/^(?:https:\/\/|mailto:|[#./\w%-]*$)/);
  }
  if (element.tagName !== "script") return;
  if (attributeOf(element, "type") === "application/ld+json")
    expect(JSON.parse(textOf(element))["@type"]).toBe("NewsArticle");
  else expect(policy).toContain(createHash("sha256").update(textOf(element)).digest("base64"));
}

test("no page of any kind runs or leads to what an article says", async () => {
  const { path } = await site(
    {
      "articles/a.md": hostile(1),
      "articles/b.md": hostile(2),
      "articles/c.md": hostile(3),
      "articles/gone.md": hostile(4, "status: withdrawn\nwithdrawn: 2026-04-05"),
    },
    "pages: { perPage: 2 }\nscopes: [topic]",
  );
  const pages = Object.entries(tree(path("dist"))).filter(
    ([name]) => name.endsWith(".html") && name !== "delivery/head.html",
  );
  const kinds = ["front", "topic", "topics", "story", "notice", "missing"];
  for (const kind of kinds) expect(pages.some(([, html]) => html.includes(`class="at-${kind}"`))).toBe(true);
  expect(pages.filter(([, html]) => html.includes("{{ page }} {% raw %}")).length).toBeGreaterThan(4);
  for (const [name, html] of pages) {
    const elements = elementsOf(parse(html));
    const meta = elements.find((each) => attributeOf(each, "http-equiv") === "Content-Security-Policy");
    const policy = (meta && attributeOf(meta, "content")) ?? "";
    if (name !== "feeds/index.html") expect(policy).toMatch(/^default-src 'none'; /);
    for (const each of elements) expectHarmless(each, policy);
  }
});
