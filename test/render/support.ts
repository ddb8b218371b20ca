import { parseFragment, type DefaultTreeAdapterTypes as Tree } from "parse5";
import type { Article, Item } from "../../src/model.ts";
import type { Problem } from "../../src/problems/index.ts";
import type { Addresses } from "../../src/render/attributes.ts";
import { escapeAttribute, escapeText } from "../../src/render/escape.ts";
import { sanitise } from "../../src/render/html.ts";
import { createAssets, type RenderContext, renderItem } from "../../src/render/index.ts";
import { References } from "../../src/render/references.ts";
import { usualLimits } from "../limits.ts";

export const permalink = "https://news.example/2025/02/story/";

/** An article with a little of everything that has to be there. */
export function article(parts: Partial<Article> = {}): Article {
  return {
    file: "2025/story.md",
    id: permalink,
    permalink,
    title: "A story",
    published: Date.UTC(2025, 1, 23, 18),
    draft: false,
    tags: [],
    authors: [],
    contributors: [],
    enclosures: [],
    corrections: [],
    links: [],
    extra: {},
    ...parts,
  };
}

/** Renders an article and gives the item with the problems' codes. */
export function render(parts: Partial<Article>, body: string, context: Partial<RenderContext> = {}) {
  const problems: Problem[] = [];
  const site = { url: "https://news.example/", authors: [{ name: "The desk" }], language: "en" };
  const assets = createAssets("/nowhere/content", site.url, usualLimits);
  const report = (each: Problem) => problems.push(each);
  const item: Item | undefined = renderItem(article(parts), body, {
    site,
    mode: "full",
    embeds: [],
    limits: usualLimits,
    assets,
    report,
    ...context,
  });
  return { item, problems, codes: problems.map(({ code }) => code) };
}

/** The address rules of an article without local files. */
export function addresses(report: (problem: Problem) => void = () => {}): Addresses {
  return new References(
    article(),
    createAssets("/nowhere/content", "https://news.example/", usualLimits),
    () => undefined,
    report,
  );
}

/** Sanitised HTML. */
export function clean(html: string): string {
  return sanitise(html, addresses()).html;
}

/** HTML as a browser's parser understands it, written the way that ours is. */
export function asBrowsersReadIt(html: string): string {
  return parseFragment(html).childNodes.map(write).join("");
}

const voids = new Set(["br", "hr", "wbr", "img", "source", "track", "col"]);

function write(node: Tree.ChildNode): string {
  if (node.nodeName === "#text" && "value" in node) return escapeText(node.value);
  if (!("tagName" in node)) return `<!${node.nodeName}>`;
  const attributes = node.attrs.map(({ name, value }) => ` ${name}="${escapeAttribute(value)}"`).join("");
  const start = `<${node.tagName}${attributes}>`;
  return voids.has(node.tagName) ? start : `${start}${node.childNodes.map(write).join("")}</${node.tagName}>`;
}

/** Every element of HTML as a browser's parser sees it. */
export function elementsOf(html: string): Tree.Element[] {
  const found: Tree.Element[] = [];
  const visit = (node: Tree.ChildNode): void => {
    if (!("tagName" in node)) return;
    found.push(node);
    const inner = "content" in node ? node.content.childNodes : node.childNodes;
    inner.forEach(visit);
  };
  parseFragment(html).childNodes.forEach(visit);
  return found;
}
