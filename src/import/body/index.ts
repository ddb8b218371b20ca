/**
 * Bodies: an article's HTML comes in, the body of its file goes out, as Markdown where Markdown says
 * the same. Whether it does is not believed but tried: what was written is rendered by the very
 * renderer that will publish it, and compared. Where it differs, the block stays HTML, which
 * Markdown lets stand and the renderer sanitises.
 */
import type { Article } from "../../model.ts";
import type { Problem, Report } from "../../problems/index.ts";
import {
  type Addresses,
  absoluteUrl,
  createAssets,
  mediaSchemes,
  type RenderContext,
  renderItem,
  sanitise,
} from "../../render/index.ts";
import { blockMarkdown, firstMarks, isInline, otherMarks } from "./blocks.ts";
import { inlineMarkdown } from "./inline.ts";
import { sayTheSame } from "./same.ts";
import { htmlOf, tidied } from "./tidy.ts";
import { type ElementNode, type HtmlNode, treeOf } from "./tree.ts";

/** An article's content as its source has it. */
export interface Content {
  readonly html: string;
  /** The headline: a body that begins with it is rendered without. */
  readonly title: string;
  /** What relative addresses start from; nothing where that isn't known. */
  readonly base: string | undefined;
  /** As the site has them: what may be in a body, and what it may cost. */
  readonly bounds: Bounds;
  /** Whether it has to come out byte for byte, as feedwright's own does; else what says the same will do. */
  readonly exact: boolean;
}

/** Which frames a site shows, and what it lets one article cost. */
export type Bounds = Pick<RenderContext, "embeds" | "limits">;

/** The body of an article's file. */
export interface Body {
  readonly markdown: string;
  /** Whether it renders to the content again. */
  readonly whole: boolean;
  /** Why a build would leave the article out, if it would. */
  readonly refused?: Problem | undefined;
}

/** A block as it may be written, and what it has to give. */
interface Block {
  readonly html: string;
  readonly markdown: string | undefined;
  readonly raw: string;
}

/** Writes an article's body. May throw what the sanitiser throws. */
export function bodyOf(content: Content): Body {
  if (content.html.trim() === "") return { markdown: "", whole: true };
  const blocks = content.exact ? exactBlocks(treeOf(content.html)) : looseBlocks(treeOf(content.html));
  const expected = blocks.map(({ html }) => html).join("");
  let refused: Problem | undefined;
  const told = (each: Problem) => {
    if (each.severity === "error") refused = each;
  };
  const holds = (markdown: string) => {
    refused = undefined;
    return isGood(rendered(markdown, content, told), expected, content);
  };
  const tries = [
    () => joined(blocks.map(({ markdown, raw }) => markdown ?? raw)),
    () => joined(blocks.map((block) => trialled(block, content))),
    () => joined(blocks.map(({ raw }) => raw)),
    () => joined(blocks.map(({ raw }) => encoded(raw))),
    () => encoded(rawBlock(expected.replace(/\n$/, ""))),
  ];
  for (const written of tries) {
    const markdown = written();
    if (holds(markdown)) return { markdown, whole: true };
  }
  return { markdown: encoded(rawBlock(expected)), whole: false, refused };
}

/**
 * Sanitised, with absolute addresses. May throw.
 * @param embeds hosts whose frames may stay
 * @param lost told of addresses that lead nowhere
 */
export function cleanHtml(
  html: string,
  base: string | undefined,
  embeds: readonly string[] = [],
  lost: (address: string) => void = () => {},
): ReturnType<typeof sanitise> {
  return sanitise(html, addressesFrom(base, lost), embeds);
}

/** A line of sanitised HTML as Markdown. */
export function noteMarkdown(html: string): string {
  return inlineMarkdown(treeOf(html));
}

/** Addresses as they are seen from a page. */
export function addressesFrom(base = nowhere, lost: (address: string) => void = () => {}): Addresses {
  const absolute = (reference: string, schemes?: ReadonlySet<string>) => {
    const url = absoluteUrl(reference, base, schemes);
    if (url === undefined) lost(reference);
    return url;
  };
  return {
    link: (reference) => absolute(reference),
    media: (reference) => {
      const url = absolute(reference, mediaSchemes);
      return url === undefined ? undefined : { url };
    },
  };
}

function joined(blocks: readonly string[]): string {
  return blocks.join("\n\n");
}

function trialled({ html, markdown, raw }: Block, content: Content): string {
  return markdown !== undefined && isGood(rendered(markdown, content), html, content) ? markdown : raw;
}

function isGood(html: string | undefined, expected: string, { exact }: Content): boolean {
  if (html === undefined) return false;
  return exact ? html === withLineEnd(expected) : sayTheSame(html, expected);
}

function withLineEnd(html: string): string {
  return html === "" || html.endsWith("\n") ? html : `${html}\n`;
}

function looseBlocks(nodes: readonly HtmlNode[]): readonly Block[] {
  const blocks = tidied(nodes);
  return blocks.map((node, at) => {
    return {
      html: node.html,
      markdown: blockMarkdown(node, marksAfter(blocks, at)),
      raw: rawBlock(node.html),
    };
  });
}

/** Two lists in a row would be read as one. */
function marksAfter(blocks: readonly ElementNode[], at: number) {
  let same = 0;
  while (isList(blocks[at]) && blocks[at - same - 1]?.name === blocks[at]?.name) same++;
  return same % 2 === 0 ? firstMarks : otherMarks;
}

function isList(node: ElementNode | undefined): boolean {
  return node?.name === "ul" || node?.name === "ol";
}

/** Each block with the white space behind it: where that isn't one line end, as Markdown gives it, it stays HTML. */
function exactBlocks(nodes: readonly HtmlNode[]): readonly Block[] {
  const groups: HtmlNode[][] = [];
  for (const node of nodes) {
    const last = groups.at(-1);
    const joins = last !== undefined && (isSpace(node) || (isInline(node) && last.every(isInline)));
    if (joins) last.push(node);
    else groups.push([node]);
  }
  const heads = groups
    .map(([head]) => (typeof head === "object" ? head : undefined))
    .filter((head) => head !== undefined);
  return groups.map((group) => {
    const [head, ...behind] = group;
    const html = htmlOf(group);
    const isBlock = typeof head === "object" && !isInline(head) && htmlOf(behind) === "\n";
    const markdown = isBlock ? blockMarkdown(head, marksAfter(heads, heads.indexOf(head))) : undefined;
    // The renderer ends a body with a line end.
    const isLast = group === groups.at(-1);
    return { html, markdown, raw: rawBlock(isLast ? html.replace(/\n$/, "") : html) };
  });
}

function isSpace(node: HtmlNode): boolean {
  return typeof node === "string" && node.trim() === "";
}

const opensBlock =
  /^<(?:address|article|aside|blockquote|dd|details|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|li|ol|p|pre|section|summary|table|ul)[\s>]/;

/** HTML that Markdown lets stand: no line of it is blank, and white space at its end is said. */
function rawBlock(html: string): string {
  const end = /\s*$/.exec(html)?.[0] ?? "";
  const inner = html.slice(0, html.length - end.length);
  const text = `${inner}${end.replaceAll("\n", "&#10;")}`;
  // What begins with anything else is a paragraph to Markdown, unless a comment stands before it: then its line is HTML.
  if (!opensBlock.test(text)) return text === "" ? "" : `<!-- -->${text.replaceAll("\n", "&#10;")}`;
  return text.replace(/\n(?=[ \t]*\n)/g, "&#10;");
}

/** The same with all signs said by number that a generator's markup could begin with. */
function encoded(raw: string): string {
  return raw.replace(/<[^>]*>?|[{}[\]:]/g, (sign) =>
    sign.startsWith("<") ? sign : `&#${sign.codePointAt(0)};`,
  );
}

/** What the article's body will be in a feed. */
function rendered(
  markdown: string,
  { title, base = nowhere, bounds }: Content,
  report: Report = () => {},
): string | undefined {
  const context = { ...bounds, ...siteAt(base, bounds), report };
  const item = renderItem({ ...blank, title, permalink: base }, `${markdown}\n`, context);
  return item?.contentHtml;
}

/** What no relative address can be seen from; whole ones can. */
const nowhere = "about:blank";

function siteAt(url: string, bounds: Bounds) {
  const assets = createAssets("/nowhere", url, bounds.limits);
  return { site: { url, authors: [] }, mode: "full", assets } as const;
}

const blank: Article = {
  file: "article.md",
  id: "",
  permalink: "",
  title: "",
  published: 0,
  draft: false,
  tags: [],
  authors: [],
  contributors: [],
  enclosures: [],
  corrections: [],
  links: [],
  extra: {},
};
