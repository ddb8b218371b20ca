import { destination, escapeInline, linkTitle } from "./escape.ts";
import { type ElementNode, type HtmlNode, textIn } from "./tree.ts";

/**
 * A paragraph's content as Markdown. What Markdown has no word for stays as tags, which it lets
 * stand in a line: so nothing is lost.
 */
export function inlineMarkdown(nodes: readonly HtmlNode[]): string {
  let written = "";
  for (const [at, node] of nodes.entries()) {
    if (typeof node === "string") written += escapeInline(withoutBreaks(node, written.endsWith("\\\n")));
    else written += elementMarkdown(node, written, textAfter(nodes, at));
  }
  return written;
}

/**
 * Two blanks before a line's end would break the line, two ends the paragraph.
 * @param broken whether the line was just broken
 */
function withoutBreaks(text: string, broken: boolean): string {
  const lines = text.replace(/[ \t]+\n[ \t]*/g, "\n").replace(/\n{2,}/g, "\n");
  return broken ? lines.trimStart() : lines;
}

function textAfter(nodes: readonly HtmlNode[], at: number): string {
  const next = nodes[at + 1];
  return next === undefined ? "" : typeof next === "string" ? next : textIn(next);
}

function elementMarkdown(node: ElementNode, before: string, after: string): string {
  switch (node.name) {
    case "em":
      return delimited(node, "*", before, after);
    case "strong":
      return delimited(node, "**", before, after);
    case "del":
      return delimited(node, "~~", before, after);
    case "code":
      return codeSpan(node);
    case "a":
      return link(node);
    case "img":
      return picture(node);
    case "br":
      return `\\\n`;
    default:
      return tagged(node);
  }
}

function tagged(node: ElementNode): string {
  const isVoid = node.html === node.open;
  return isVoid ? node.open : `${node.open}${inlineMarkdown(node.children)}</${node.name}>`;
}

/** Emphasis, where its marks are read as such: CommonMark 0.31, section 6.2, asks what stands beside them. */
function delimited(node: ElementNode, mark: string, before: string, after: string): string {
  const inner = inlineMarkdown(node.children);
  const plain = node.children.every((child) => typeof child === "string" || child.name !== node.name);
  const fits = inner !== "" && flanks(before, inner[0] ?? "") && flanks(after, inner.at(-1) ?? "", true);
  return hasAttributes(node) || !plain || !fits ? tagged(node) : `${mark}${inner}${mark}`;
}

const blank = /^\s?$/;
const punctuation = /^[\p{P}\p{S}]$/u;
/** What could be taken for a part of the mark. */
const sameMark = /[*~_\\]$/;

function flanks(outside: string, inside: string, closing = false): boolean {
  const neighbour = (closing ? outside[0] : outside.at(-1)) ?? "";
  if (blank.test(inside) || sameMark.test(neighbour) || sameMark.test(inside)) return false;
  return !punctuation.test(inside) || blank.test(neighbour) || punctuation.test(neighbour);
}

function codeSpan(node: ElementNode): string {
  const text = textIn(node);
  const isPlain = node.children.every((child) => typeof child === "string") && !hasAttributes(node);
  if (!isPlain || text.trim() === "" || text.includes("\n")) return tagged(node);
  const runs = new Set([...text.matchAll(/`+/g)].map(([run]) => run.length));
  let length = 1;
  while (runs.has(length)) length++;
  const fence = "`".repeat(length);
  const pad = /^`|`$|^ .* $/s.test(text) ? " " : "";
  return `${fence}${pad}${text}${pad}${fence}`;
}

function link(node: ElementNode): string {
  const { href, title, ...others } = node.attributes;
  if (href === undefined || Object.keys(others).length > 0) return tagged(node);
  const text = textIn(node);
  const alone = node.children.length === 1 && typeof node.children[0] === "string";
  if (alone && title === undefined && text === href && /^https?:[^\s<>\\&]+$/.test(href)) return `<${href}>`;
  const label = inlineMarkdown(node.children).replace(/(?<!\\)\](?!\()/g, "\\]");
  const hasLink = label.trim() === "" || /\n\n/.test(label);
  if (hasLink) return tagged(node);
  return `[${label}](${destination(href)}${title === undefined ? "" : ` ${linkTitle(title)}`})`;
}

function picture(node: ElementNode): string {
  const { src, alt, title, ...others } = node.attributes;
  if (src === undefined || alt === undefined || Object.keys(others).length > 0) return node.open;
  const words = escapeInline(alt).replace(/(?<!\\)\]/g, "\\]");
  return `![${words}](${destination(src)}${title === undefined ? "" : ` ${linkTitle(title)}`})`;
}

function hasAttributes({ attributes }: ElementNode): boolean {
  return Object.keys(attributes).length > 0;
}
