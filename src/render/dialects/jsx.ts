import { boxEnd, boxStart, isBox } from "./boxes.ts";
import { matchingBraces } from "./braces.ts";
import { type Call, given } from "./call.ts";
import { show } from "./known.ts";
import { matchAt } from "./lines.ts";
import type { Page } from "./page.ts";

const start = /\\[{<]|\{|<(\/?)([A-Za-z][\w.-]*)|<\/?>/g;
const attribute = /\s*([A-Za-z_:][\w:.-]*)(?:\s*=\s*("[^"]*"|'[^']*'|\{))?|\s*\{/y;
const tagEnd = /\s*(\/?)>/y;

/** What a document's tags are read with. */
export interface Reading {
  /** Whether `<Name>` and `{expression}` are the generator's, as in MDX. */
  readonly mdx: boolean;
  readonly files: ReadonlyMap<string, string>;
  readonly page: Page;
}

/** A tag as it was read, and where it ends. */
interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly selfClosing: boolean;
  /** Whether it has `{…}`, which HTML hasn't. */
  readonly braced: boolean;
  readonly end: number;
}

/** Makes HTML of JSX: attributes under HTML's names, components taken off what they hold. */
export function withoutJsx(source: string, reading: Reading): string {
  const reader = new JsxReader(source, reading);
  const pattern = new RegExp(start);
  let text = "";
  let from = 0;
  for (let found = pattern.exec(source); found; found = pattern.exec(source)) {
    const read = reader.at(found);
    if (!read) continue;
    text += source.slice(from, found.index) + read.shown;
    from = read.end;
    pattern.lastIndex = from;
  }
  return text + source.slice(from);
}

interface Read {
  readonly shown: string;
  readonly end: number;
}

class JsxReader {
  readonly #source: string;
  readonly #reading: Reading;
  readonly #braces: ReadonlyMap<number, number>;

  constructor(source: string, reading: Reading) {
    this.#source = source;
    this.#reading = reading;
    this.#braces = matchingBraces(source);
  }

  at({ 0: opening, 1: slash, 2: name, index }: RegExpExecArray): Read | undefined {
    if (opening.startsWith("\\")) return undefined;
    if (opening === "{") return this.#reading.mdx ? this.#expression(index) : undefined;
    if (name === undefined) return this.#reading.mdx ? { shown: "", end: index + opening.length } : undefined;
    const isComponent = /^[A-Z]/.test(name) || name.includes(".");
    if (isComponent && !this.#reading.mdx) return undefined;
    const tag = this.#tag(name, index + opening.length);
    if (!tag || !(tag.braced || this.#reading.mdx)) return undefined;
    const shown = isComponent ? this.#component(tag, slash === "/") : this.#element(tag, slash ?? "");
    return { shown, end: tag.end };
  }

  #expression(index: number): Read | undefined {
    const close = this.#braces.get(index);
    if (close === undefined) return undefined;
    const inside = this.#source.slice(index + 1, close).trim();
    if (/^[#.:]/.test(inside)) return undefined;
    const text = literal(inside);
    if (text === undefined && inside !== "") this.#reading.page.leaveOut("{expression}");
    return { shown: text ?? "", end: close + 1 };
  }

  #component({ name, attributes, selfClosing }: Tag, closing: boolean): string {
    const box = isBox(name);
    if (closing) return box ? boxEnd(name) : "\n";
    const call: Call = { name, values: [], named: attributes };
    if (box && !selfClosing) return boxStart(name, given(call, "title", "label"));
    const shown = show(call, this.#reading.page);
    if (shown === undefined && selfClosing) this.#reading.page.leaveOut(`<${name} />`);
    if (shown !== undefined) return `${shown}\n\n`;
    const title = selfClosing ? undefined : given(call, "title", "label");
    return title === undefined ? "" : `**${title}**\n\n`;
  }

  #element({ name, attributes, selfClosing, end }: Tag, slash: string): string {
    const written = [...attributes]
      .map(([key, value]) => ` ${key}="${value.replace(/"/g, "&quot;")}"`)
      .join("");
    const tag = `<${slash}${name}${written}${selfClosing && slash === "" ? " /" : ""}>`;
    const alone = blocks.has(name) && /^[ \t]*\r?\n/.test(this.#source.slice(end, end + 40));
    return this.#reading.mdx && alone ? `${tag}\n` : tag;
  }

  #tag(name: string, from: number): Tag | undefined {
    const attributes = new Map<string, string>();
    let end = from;
    let anyBraced = false;
    for (;;) {
      const closing = matchAt(tagEnd, this.#source, end);
      if (closing) {
        const selfClosing = closing[1] === "/";
        return { name, attributes, selfClosing, braced: anyBraced, end: end + closing[0].length };
      }
      const found = matchAt(attribute, this.#source, end);
      if (!found) return undefined;
      end += found[0].length;
      const [whole, key, value = ""] = found;
      const braced = whole.endsWith("{");
      anyBraced ||= braced;
      const close = braced ? this.#braces.get(end - 1) : end;
      if (close === undefined) return undefined;
      const text = braced ? this.#valueOf(this.#source.slice(end, close).trim()) : value.slice(1, -1);
      if (key !== undefined && text !== undefined) attributes.set(htmlName(key), text);
      end = braced ? close + 1 : end;
    }
  }

  /** What an attribute's `{…}` says where that needs no running: a literal, or an imported file. */
  #valueOf(inside: string): string | undefined {
    const [, path] = /^\w+\(\s*["']([^"']+)["']\s*\)(?:\.default)?$/.exec(inside) ?? [];
    return path ?? this.#reading.files.get(inside.replace(/\.src$/, "")) ?? literal(inside);
  }
}

const blocks = new Set(
  "div section article aside details figure figcaption blockquote center main header footer summary".split(
    " ",
  ),
);

function literal(text: string): string | undefined {
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return text;
  return /^(?:"[^"]*"|'[^']*')$/.test(text) ? text.slice(1, -1) : undefined;
}

function htmlName(name: string): string {
  return name === "className" ? "class" : name === "htmlFor" ? "for" : name.toLowerCase();
}
