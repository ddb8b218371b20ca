import { escapeText } from "../../render/index.ts";
import { isInline } from "./blocks.ts";
import { type ElementNode, type HtmlNode, holds, textIn } from "./tree.ts";

/**
 * What other programs' editors leave behind is put in order, so that it says the same in fewer
 * words: `div` and `span` that say nothing go, text between blocks becomes a paragraph, two line
 * breaks begin one, `b` and `i` are `strong` and `em`, and empty paragraphs go.
 */
export function tidied(nodes: readonly HtmlNode[]): readonly ElementNode[] {
  return paragraphsOf(flat(nodes)).flatMap((block) => trimmed(block) ?? []);
}

const renamed: ReadonlyMap<string, string> = new Map([
  ["b", "strong"],
  ["i", "em"],
]);

/** Without elements that say nothing, at any depth. */
function flat(nodes: readonly HtmlNode[]): readonly HtmlNode[] {
  return nodes.flatMap((node): readonly HtmlNode[] => {
    if (typeof node === "string") return [node];
    const children = flat(node.children);
    if (saysNothing(node)) return node.name === "div" ? ["\n", ...children, "\n"].map(edge) : children;
    return [element(renamed.get(node.name) ?? node.name, node, children)];
  });
}

function saysNothing({ name, attributes }: ElementNode): boolean {
  return (name === "div" || name === "span") && Object.keys(attributes).length === 0;
}

/** Where a `div` began or ended, text of it and text beside it are different paragraphs. */
const boundary: ElementNode = { name: "div", attributes: {}, children: [], open: "", html: "" };
const edge = (node: HtmlNode): HtmlNode => (node === "\n" ? boundary : node);

function element(
  name: string,
  { attributes, open, html, name: old }: ElementNode,
  children: readonly HtmlNode[],
) {
  const tag = `<${name}${open.slice(old.length + 1)}`;
  const isVoid = html === open;
  const inner = htmlOf(children);
  // Line ends that `pre` begins with don't travel: parsers swallow the first, and the renderer all.
  const content = name === "pre" ? inner.replace(/^\n+/, "") : inner;
  return {
    name,
    attributes,
    children,
    open: tag,
    html: isVoid ? tag : `${tag}${content}</${name}>`,
  };
}

export function htmlOf(nodes: readonly HtmlNode[]): string {
  return nodes.map((node) => (typeof node === "string" ? escapeText(node) : node.html)).join("");
}

/** Blocks; what stands between them gathered into paragraphs. */
function paragraphsOf(nodes: readonly HtmlNode[]): readonly ElementNode[] {
  const blocks: ElementNode[] = [];
  let run: HtmlNode[] = [];
  const close = () => {
    if (run.length > 0) blocks.push(paragraph(run));
    run = [];
  };
  for (const [at, node] of nodes.entries()) {
    if (!isInline(node) || isSecondBreak(nodes, at)) close();
    if (isInline(node)) run.push(node);
    else if (typeof node !== "string" && node !== boundary) blocks.push(node);
  }
  close();
  return blocks;
}

function isSecondBreak(nodes: readonly HtmlNode[], at: number): boolean {
  if (!isBreak(nodes[at])) return false;
  const before = nodes[at - 1];
  const last = typeof before === "string" && before.trim() === "" ? nodes[at - 2] : before;
  return isBreak(last);
}

function isBreak(node: HtmlNode | undefined): boolean {
  return typeof node === "object" && node.name === "br";
}

function paragraph(children: readonly HtmlNode[]): ElementNode {
  return { name: "p", attributes: {}, children, open: "<p>", html: `<p>${htmlOf(children)}</p>` };
}

/** A paragraph without the blanks and breaks around its words; nothing where it has none. */
function trimmed(block: ElementNode): ElementNode | undefined {
  if (block.name !== "p") return block;
  const { children } = block;
  const first = children.findIndex((node) => !isSpace(node));
  if (first === -1) return undefined;
  const inner = children.slice(first, children.findLastIndex((node) => !isSpace(node)) + 1);
  const [start, end] = [inner[0], inner.at(-1)];
  const said = inner.some(
    (node) => textIn(node).trim() !== "" || holds(node, ({ name }) => media.test(name)),
  );
  if (!said || start === undefined || end === undefined) return undefined;
  return Object.keys(block.attributes).length > 0 ? block : paragraph(inner);
}

const media = /^(?:img|audio|video|picture|source|a)$/;

function isSpace(node: HtmlNode): boolean {
  return typeof node === "string" ? node.trim() === "" : node.name === "br";
}
