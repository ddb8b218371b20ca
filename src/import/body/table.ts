import { inlineMarkdown } from "./inline.ts";
import { type ElementNode, type HtmlNode, holds } from "./tree.ts";

/** A table as GFM has it: one row of headings, and in each cell one line. Nothing for any other. */
export function table(node: ElementNode): string | undefined {
  const parts = elementsIn(node);
  const [head, body, ...others] = parts;
  if (head?.name !== "thead" || others.length > 0 || (body !== undefined && body.name !== "tbody"))
    return undefined;
  const [titles, ...more] = elementsIn(head);
  const first = titles === undefined || more.length > 0 ? undefined : row(titles, "th");
  if (first === undefined) return undefined;
  const rows = (body === undefined ? [] : elementsIn(body)).map((each) => row(each, "td"));
  if (rows.some((each) => each?.length !== first.length)) return undefined;
  const lines = [first, first.map(() => "---"), ...rows.map((each) => each ?? [])];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function row(node: ElementNode, cell: "td" | "th"): readonly string[] | undefined {
  const cells = elementsIn(node);
  const odd = cells.some(
    (each) =>
      each.name !== cell ||
      Object.keys(each.attributes).length > 0 ||
      each.children.some((child) => holds(child, ({ name }) => blocks.test(name))),
  );
  if (odd) return undefined;
  const texts = cells.map(({ children }) => inlineMarkdown(children).trim().replace(/\|/g, "\\|"));
  return texts.some((text) => text.includes("\n")) ? undefined : texts;
}

const blocks = /^(?:p|div|ul|ol|li|table|pre|blockquote|figure|h[1-6]|hr|dl)$/;

function elementsIn({ children }: ElementNode): readonly ElementNode[] {
  return children.filter((child: HtmlNode): child is ElementNode => typeof child !== "string");
}
