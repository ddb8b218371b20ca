import { isCut } from "../cut.ts";
import type { Island } from "./code.ts";
import { matchAt } from "./lines.ts";
import type { Page } from "./page.ts";

/** A pair of marks, and what is to be shown for what they hold. */
interface Pair {
  readonly open: RegExp;
  /** The closing mark, after what was opened. */
  close(name: string): string;
  show(inside: string, name: string, rest: string): string;
  /** A program whose outcome would have been read. */
  readonly lost?: true;
}

const end = (name: string) => `\\{%-?\\s*end${name}\\s*-?%\\}`;
const hugoEnd = (name: string) => `\\{\\{[<%]\\s*/\\s*${name}\\s*[%>]\\}\\}`;
const nothing = () => "";

const pairs: readonly Pair[] = [
  { open: /\{%-?\s*(raw|verbatim)\s*-?%\}/y, close: end, show: (inside) => inside },
  { open: /\{%-?\s*(comment)\b[^%\n]{0,200}%\}/y, close: end, show: nothing },
  { open: /\{%-?\s*(for)\b[^\n]{0,300}?%\}/y, close: end, show: nothing, lost: true },
  { open: /\{%-?\s*(capture|css|javascript|macro)\b[^\n]{0,300}?%\}/y, close: end, show: nothing },
  { open: /\{%-?\s*(highlight|codeblock|code)\b([^%\n]{0,300}?)-?%\}/y, close: end, show: fenced },
  { open: /\{\{[<%]\s*(comment)\s*[%>]\}\}/y, close: hugoEnd, show: nothing },
  { open: /\{\{[<%]\s*(highlight|code)\b([^\n]{0,300}?)[%>]\}\}/y, close: hugoEnd, show: fenced },
  {
    open: /\{\{(<|%)\/\*/y,
    close: (kind) => `\\*/${kind === "<" ? ">" : "%"}\\}\\}`,
    show: (inside, kind) => `{{${kind}${inside}${kind === "<" ? ">" : "%"}}}`,
  },
  { open: /\{\{-?\s?\/\*/y, close: () => "\\*/\\s?-?\\}\\}", show: nothing },
  { open: /\{#-?(?=\s)/y, close: () => "#\\}", show: nothing },
  { open: /\{\/\*/y, close: () => "\\*/\\s*\\}", show: (inside) => (isCut(inside) ? "<!--more-->" : "") },
];

const html = /<(?:(!--)|(pre|code|script|style)\b(?![^>\n]{0,200}=\{))/iy;

/** Finds what a generator's own tags, or HTML's, mark as not to be read. */
export class Verbatim {
  readonly #source: string;
  readonly #page: Page;
  /** Closing marks that don't come any more: looked for once. */
  readonly #missing = new Set<string>();

  constructor(source: string, page: Page) {
    this.#source = source;
    this.#page = page;
  }

  /** What begins at `start`, if it also ends. */
  at(start: number): Island | undefined {
    for (const pair of pairs) {
      const found = matchAt(pair.open, this.#source, start);
      if (found) return this.#inside(start, found, pair);
    }
    return this.#html(start);
  }

  #inside(start: number, [opening, name = "", rest = ""]: RegExpExecArray, pair: Pair): Island | undefined {
    const from = start + opening.length;
    const closing = this.#find(pair.close(name), from);
    if (!closing) return undefined;
    if (pair.lost) this.#page.leaveOut(`{% ${name} %}`);
    const inside = this.#source.slice(from, closing.index);
    return { start, end: closing.index + closing[0].length, shown: pair.show(inside, name, rest) };
  }

  #html(start: number): Island | undefined {
    const found = matchAt(html, this.#source, start);
    if (!found) return undefined;
    const closing = this.#find(found[1] ? "-->" : `</${found[2]}\\s*>`, start);
    if (!closing) return undefined;
    const stop = closing.index + closing[0].length;
    return { start, end: stop, shown: this.#source.slice(start, stop) };
  }

  #find(closing: string, from: number): RegExpExecArray | undefined {
    if (this.#missing.has(closing)) return undefined;
    const pattern = new RegExp(closing, "gi");
    pattern.lastIndex = from;
    const found = pattern.exec(this.#source);
    if (!found) this.#missing.add(closing);
    return found ?? undefined;
  }
}

function fenced(inside: string, _: string, rest: string): string {
  const [, language = ""] = /^\s*(?:lang[:=]\s*)?["']?([\w+#.-]+)/.exec(rest) ?? [];
  const code = inside
    .replace(/\{%-?\s*(?:end)?raw\s*-?%\}/g, "")
    .replace(/^[ \t]*\r?\n/, "")
    .trimEnd();
  const longest = Math.max(2, ...(code.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = "`".repeat(longest + 1);
  return `\n${fence}${language}\n${code}\n${fence}\n`;
}
