import { htmlParser } from "../../render/index.ts";

/** An element of sanitised HTML. */
export interface ElementNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly HtmlNode[];
  /** Its start tag, as it is written. */
  readonly open: string;
  /** All of it, as it is written. */
  readonly html: string;
}

/** Text with its references resolved, or an element. */
export type HtmlNode = string | ElementNode;

interface Growing extends ElementNode {
  readonly children: HtmlNode[];
  html: string;
  readonly start: number;
}

/** The tree of sanitised HTML: well nested, and no deeper than the sanitiser lets it be. */
export function treeOf(html: string): readonly HtmlNode[] {
  const root: HtmlNode[] = [];
  const open: Growing[] = [];
  const parser = htmlParser({
    onopentag: (name, attributes) => {
      const start = parser.startIndex;
      const tag = html.slice(start, parser.endIndex + 1);
      const node: Growing = { name, attributes, children: [], open: tag, html: tag, start };
      (open.at(-1)?.children ?? root).push(node);
      open.push(node);
    },
    onclosetag: () => {
      const node = open.pop();
      if (node !== undefined) node.html = html.slice(node.start, parser.endIndex + 1);
    },
    ontext: (data) => addText(open.at(-1)?.children ?? root, data),
  });
  parser.end(html);
  return root;
}

/** The parser tells references apart from the text around them. */
function addText(nodes: HtmlNode[], data: string): void {
  const last = nodes.at(-1);
  if (typeof last === "string") nodes[nodes.length - 1] = last + data;
  else nodes.push(data);
}

/** What a reader sees of a node. */
export function textIn(node: HtmlNode): string {
  return typeof node === "string" ? node : node.children.map(textIn).join("");
}

/** Whether a node has an element anywhere in it, or is one, that `matches`. */
export function holds(node: HtmlNode, matches: (element: ElementNode) => boolean): boolean {
  if (typeof node === "string") return false;
  return matches(node) || node.children.some((child) => holds(child, matches));
}
