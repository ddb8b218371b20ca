import { tableFrames, tableParents } from "./nesting.ts";

/** What is told of HTML, in its order. */
export interface HtmlHandler {
  opened(name: string, attributes: Readonly<Record<string, string>>): void;
  closed(): void;
  text(data: string): void;
}

const list = (names: string): readonly string[] => names.split(" ");
const voids = new Set(list("br hr img input"));
const inline = new Set(list("a em strong del code br img input"));
const blocks = list("p h1 h2 h3 h4 h5 h6 ul ol li blockquote pre hr table thead tbody tr th td");
const names = new Set([...inline, ...blocks]);
/** What a block may stand in: there, no parser ends anything for it. */
const holders: ReadonlyMap<string, readonly string[]> = new Map([
  ...blocks.map((name) => [name, ["", "li", "blockquote"]] as const),
  ["li", ["ul", "ol"]],
  ...tableParents,
]);
const none = {};
const attribute = / ([a-z]+)="([^"]*)"/y;
const reference = /&(?:(#39|[a-z]+);)?/g;
/** What marked writes, and what is often written. */
const signs: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["#39", "'"],
  ["nbsp", "\u00A0"],
  ["ndash", "–"],
  ["mdash", "—"],
  ["hellip", "…"],
]);

/**
 * Reads HTML as marked writes it: elements that Markdown has, in lower case, each ended, in nothing
 * that would end for it, and no references but a few. There all that an HTML parser does beyond
 * finding tags changes nothing, and takes most of its time.
 * @returns false where anything else stands in it: what was told is not to be used then
 */
export function readPlainHtml(html: string, handler: HtmlHandler): boolean {
  const open: string[] = [];
  let from = 0;
  for (let start = html.indexOf("<"); start !== -1; start = html.indexOf("<", from)) {
    if (start > from && !tell(html.slice(from, start), open, handler)) return false;
    const end = html.indexOf(">", start);
    if (end === -1) return false;
    from = end + 1;
    if (html[start + 1] === "/") {
      if (open.pop() !== html.slice(start + 2, end)) return false;
      handler.closed();
    } else if (!begin(html.slice(start + 1, end), open, handler)) return false;
  }
  return open.length === 0 && (from === html.length || tell(html.slice(from), open, handler));
}

function begin(tag: string, open: string[], handler: HtmlHandler): boolean {
  const space = tag.indexOf(" ");
  const name = space === -1 ? tag : tag.slice(0, space);
  if (!names.has(name) || !fits(name, open.at(-1) ?? "")) return false;
  const attributes = space === -1 ? none : readAttributes(tag, space);
  if (!attributes) return false;
  handler.opened(name, attributes);
  if (voids.has(name)) handler.closed();
  else open.push(name);
  return true;
}

function fits(name: string, holder: string): boolean {
  return name !== holder && (inline.has(name) || holders.get(name)?.includes(holder) === true);
}

function readAttributes(tag: string, start: number): Record<string, string> | undefined {
  const attributes: Record<string, string> = {};
  attribute.lastIndex = start;
  for (let at = start; at < tag.length; at = attribute.lastIndex) {
    const [, name, value = ""] = attribute.exec(tag) ?? [];
    const text = resolved(value);
    if (name === undefined || text === undefined || Object.hasOwn(attributes, name)) return undefined;
    attributes[name] = text;
  }
  return attributes;
}

function tell(data: string, open: readonly string[], handler: HtmlHandler): boolean {
  const text = resolved(data);
  // Text that has no place in a table is told in the pieces that a parser makes.
  if (text === undefined || (text !== data && tableFrames.has(open.at(-1) ?? ""))) return false;
  handler.text(text);
  return true;
}

/** A text with its references resolved; undefined where there are others. */
function resolved(text: string): string | undefined {
  if (!text.includes("&")) return text;
  let known = true;
  const result = text.replace(reference, (_, name: string | undefined) => {
    const sign = name && signs.get(name);
    known &&= sign !== undefined;
    return sign ?? "";
  });
  return known ? result : undefined;
}
