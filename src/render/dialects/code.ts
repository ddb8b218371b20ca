import type { Aside } from "./aside.ts";
import { Lines } from "./lines.ts";
import type { Page } from "./page.ts";
import { Verbatim } from "./verbatim.ts";

// Escaped signs begin nothing; the private characters would be taken for marks of our own.
const openings = /\n|\\[`\\{<]|`+|\{[%{#/]|<(?:!--|pre|code|script|style)|[\uE000-\uE002]+/g;
/** Longer runs of backticks are no code span that anyone wrote. */
const longestRun = 32;

/**
 * Sets aside what isn't to be read as prose: code in fences, indented or in spans, HTML comments,
 * scripts and `<pre>`, and what a generator's own tags mark as code or as verbatim.
 * @param mdx whether code is never meant by indentation
 */
export function setCodeAside(source: string, aside: Aside, mdx: boolean, page: Page): string {
  const scan = new Scan(source, mdx, page);
  const opening = new RegExp(openings);
  let text = "";
  let from = 0;
  const keep = ({ start, end, shown }: Island) => {
    text += source.slice(from, start) + (shown === "" ? "" : aside.put(shown));
    from = end;
    opening.lastIndex = end;
  };
  const first = scan.lineStart(0);
  if (first) keep(first);
  for (let found = opening.exec(source); found; found = opening.exec(source)) {
    const island = scan.at(found.index, found[0]);
    if (island) keep(island);
  }
  return text + source.slice(from);
}

/** A stretch of the source, and what becomes of it. */
export interface Island {
  readonly start: number;
  readonly end: number;
  readonly shown: string;
}

class Scan {
  readonly #source: string;
  readonly #lines: Lines;
  readonly #verbatim: Verbatim;
  #paragraphEnd = -1;
  /** Lengths of runs that this paragraph has no other one of. */
  readonly #single = new Set<number>();

  constructor(source: string, mdx: boolean, page: Page) {
    this.#source = source;
    this.#lines = new Lines(source, mdx);
    this.#verbatim = new Verbatim(source, page);
  }

  at(index: number, opening: string): Island | undefined {
    if (opening === "\n") return this.lineStart(index + 1);
    if (opening.startsWith("`")) return this.#span(index, opening.length);
    if (opening.startsWith("\\")) return undefined;
    if (/[\uE000-\uE002]/.test(opening)) return { start: index, end: index + opening.length, shown: opening };
    return this.#verbatim.at(index);
  }

  lineStart(index: number): Island | undefined {
    return this.#lines.at(index);
  }

  #span(start: number, length: number): Island | undefined {
    const from = start + length;
    this.#enterParagraph(from);
    if (length > longestRun || this.#single.has(length)) return undefined;
    const closing = new RegExp(`(?<!\`)\`{${length}}(?!\`)`).exec(
      this.#source.slice(from, this.#paragraphEnd),
    );
    if (!closing) this.#single.add(length);
    return closing ? this.#whole(start, from + closing.index + length) : undefined;
  }

  #enterParagraph(index: number): void {
    if (index <= this.#paragraphEnd) return;
    const blank = /\n[ \t]*\r?\n/g;
    blank.lastIndex = index;
    this.#paragraphEnd = blank.exec(this.#source)?.index ?? this.#source.length;
    this.#single.clear();
  }

  #whole(start: number, end: number): Island {
    return { start, end, shown: this.#source.slice(start, end) };
  }
}
