import { escapeLineStarts } from "./escape.ts";
import { inlineMarkdown } from "./inline.ts";
import { table } from "./table.ts";
import { type ElementNode, type HtmlNode, holds, textIn } from "./tree.ts";

/** Elements that stand in a line. */
const phrasing = new Set(
  `a abbr audio b bdi bdo br cite code data del dfn em i img ins kbd mark picture q ruby s samp small
  span strong sub sup time u var video wbr`.split(/\s+/),
);

export function isInline(node: HtmlNode): boolean {
  return typeof node === "string" || phrasing.has(node.name);
}

/** What separates two lists of one kind: the second one's marks are others. */
export interface ListMarks {
  readonly bullet: "-" | "*";
  readonly behindNumber: "." | ")";
}

export const firstMarks: ListMarks = { bullet: "-", behindNumber: "." };
export const otherMarks: ListMarks = { bullet: "*", behindNumber: ")" };

/**
 * A block of sanitised HTML as Markdown; nothing where Markdown has no word for it. Whether it means
 * the same is for a renderer to say.
 */
export function blockMarkdown(node: ElementNode, marks = firstMarks): string | undefined {
  const { name } = node;
  if (/^h[1-6]$/.test(name)) return heading(node);
  const attributes = Object.keys(node.attributes);
  if (attributes.length > 0 && !(name === "ol" && attributes.every((each) => each === "start")))
    return undefined;
  switch (name) {
    case "p":
      return paragraph(node.children);
    case "ul":
    case "ol":
      return list(node, marks);
    case "blockquote":
      return quotation(node);
    case "pre":
      return codeBlock(node);
    case "hr":
      return "---";
    case "table":
      return table(node);
    default:
      return undefined;
  }
}

function paragraph(nodes: readonly HtmlNode[]): string | undefined {
  const text = inlineMarkdown(nodes).trim();
  return text === "" ? undefined : escapeLineStarts(text);
}

function heading({ name, attributes, children }: ElementNode): string | undefined {
  const text = inlineMarkdown(children).trim();
  const others = Object.keys(attributes).filter((each) => each !== "id");
  if (others.length > 0 || text === "" || text.includes("\n")) return undefined;
  return `${"#".repeat(Number(name[1]))} ${text.replace(/(?<=(?:^| ))#+$/, "\\$&")}`;
}

function codeBlock({ children }: ElementNode): string | undefined {
  const [code, ...others] = children;
  if (code === undefined || typeof code === "string" || code.name !== "code" || others.length > 0)
    return undefined;
  if (holds(code, (each) => each !== code)) return undefined;
  const { class: given = "", ...more } = code.attributes;
  const language = given.replace(/^language-/, "");
  if (Object.keys(more).length > 0 || /[`\s]/.test(language)) return undefined;
  const text = textIn(code);
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${text}${text.endsWith("\n") ? "" : "\n"}${fence}`;
}

function quotation({ children }: ElementNode): string | undefined {
  const inner = innerBlocks(children);
  return inner === undefined ? undefined : indented(inner, "> ", "> ");
}

/** Blocks in a block; text and phrases among them have no place there in Markdown. */
function innerBlocks(nodes: readonly HtmlNode[]): string | undefined {
  const blocks: string[] = [];
  for (const node of nodes) {
    if (typeof node === "string" && node.trim() === "") continue;
    const block = typeof node === "string" || isInline(node) ? undefined : blockMarkdown(node);
    if (block === undefined) return undefined;
    blocks.push(block);
  }
  return blocks.length === 0 ? undefined : blocks.join("\n\n");
}

function list({ name, attributes, children }: ElementNode, marks: ListMarks): string | undefined {
  const items = children.filter((child) => typeof child !== "string" || child.trim() !== "");
  const first = Number(attributes.start ?? "1");
  const written: string[] = [];
  const loose = items.some((item) => typeof item !== "string" && item.children.some(isParagraph));
  for (const [index, item] of items.entries()) {
    const mark = name === "ul" ? marks.bullet : `${first + index}${marks.behindNumber}`;
    const text = typeof item === "string" ? undefined : listItem(item, mark, loose);
    if (text === undefined) return undefined;
    written.push(text);
  }
  return written.length === 0 || first < 0 ? undefined : written.join(loose ? "\n\n" : "\n");
}

function isParagraph(node: HtmlNode): boolean {
  return typeof node !== "string" && node.name === "p";
}

function listItem(item: ElementNode, mark: string, loose: boolean): string | undefined {
  if (item.name !== "li" || Object.keys(item.attributes).length > 0) return undefined;
  const split = item.children.findIndex((child) => !isInline(child));
  const phrases = split === -1 ? item.children : item.children.slice(0, split);
  const rest = split === -1 ? [] : item.children.slice(split);
  const opening = paragraph(phrases);
  if (loose && opening !== undefined) return undefined;
  const blocks = rest.some((node) => typeof node !== "string") ? innerBlocks(rest) : "";
  if (blocks === undefined) return undefined;
  const parts = [opening, blocks || undefined].filter((part) => part !== undefined);
  return indented(parts.join(loose ? "\n\n" : "\n"), `${mark} `, " ".repeat(mark.length + 1)).trimEnd();
}

function indented(text: string, first: string, others: string): string {
  return text
    .split("\n")
    .map((line, index) => (index === 0 ? first : line === "" ? others.trimEnd() : others) + line)
    .join("\n");
}
