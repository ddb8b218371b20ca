import { SaxesParser } from "saxes";
import type { Fault, Word } from "./entry.ts";

/** An element of a document, with the line that it begins in. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
  readonly line: number;
}

/**
 * Reads XML. Entities that a document declares stand for nothing: it can't grow.
 * @returns the root as far as it can be read, and where the document isn't well-formed any more: the first fault leads
 * to others
 */
export function readXml(text: string): { readonly root: Element; readonly fault: Fault | undefined } {
  const root: Element = { name: "", attributes: {}, children: [], text: "", line: 1 };
  const open = [root];
  let fault: Fault | undefined;
  const parser = new SaxesParser({ xmlns: true });
  let line = 1;
  parser.on("opentagstart", () => {
    line = parser.line;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const values = Object.entries(attributes).map(([key, { value }]) => [key, value]);
    const element = { name, attributes: Object.fromEntries(values), children: [], text: "", line };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => open.pop());
  const say = (said: string) => {
    const inside = open.at(-1);
    if (inside) inside.text += said;
  };
  parser.on("text", say);
  parser.on("cdata", say);
  parser.on("error", ({ message }) => {
    fault ??= faultAt(text, message.replace(/^\d+:\d+: /, ""), parser);
  });
  parser.write(text).close();
  return { root: root.children[0] ?? root, fault };
}

/** What isn't looked into, and a `&` that begins no entity of XML's own. */
const noEntity = /<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/gi;

/** A wrong `&` is told of where an entity would end: at the next `;`, however far that is. */
function faultAt(text: string, message: string, { position }: SaxesParser): Fault {
  const sign = [...text.matchAll(noEntity)].find(([found]) => found === "&")?.index ?? position;
  const lines = text.slice(0, Math.max(0, Math.min(sign, position - 1))).split("\n");
  return { message, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

/** The texts of an element's children of a name. */
export function textsIn({ children }: Element, name: string): string[] {
  return children.flatMap((each) => (each.name === name ? [each.text.trim()] : []));
}

export function textIn(element: Element, ...names: readonly string[]): string {
  for (const name of names) {
    const [text] = textsIn(element, name);
    if (text) return text;
  }
  return "";
}

export function childrenOf({ children }: Element, name: string): Element[] {
  return children.filter((each) => each.name === name);
}

/** All that an element says, those within it by their path. */
export function wordsIn(element: Element, above = ""): Word[] {
  return element.children.flatMap((child) => {
    const attributes = Object.entries(child.attributes).map(([name, value]) => ` ${name}="${value}"`);
    const text = child.text.trim();
    const own = { name: `${above}${child.name}${attributes.join("")}`, text };
    const within = wordsIn(child, `${above}${child.name} › `);
    return text === "" && attributes.length === 0 && within.length > 0 ? within : [own, ...within];
  });
}
