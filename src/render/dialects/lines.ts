import type { Island } from "./code.ts";

const fenceStart = /([ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*)(`{3,}(?![^\n]*`)|~{3,})/y;
const listItem = /[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|(?=\r?\n|$))/y;
const blankLine = /[ \t]*\r?(?:\n|$)/y;

/** Reads a text line by line for code that a line's beginning tells of. */
export class Lines {
  readonly #source: string;
  readonly #mdx: boolean;
  #afterBlank = true;
  /** The column that a list item's own lines stand at; 0 outside of lists. */
  #list = 0;

  constructor(source: string, mdx: boolean) {
    this.#source = source;
    this.#mdx = mdx;
  }

  /** The code block that begins with the line at `start`, if one does. */
  at(start: number): Island | undefined {
    const fence = matchAt(fenceStart, this.#source, start);
    if (fence) return this.#fenced(start, fence[1] ?? "", fence[2] ?? "");
    if (matchAt(blankLine, this.#source, start)) {
      this.#afterBlank = true;
      return undefined;
    }
    const column = this.#column(start);
    if (this.#afterBlank && column >= this.#list + 4 && !this.#mdx) return this.#indented(start);
    this.#enter(start, column);
    return undefined;
  }

  #enter(start: number, column: number): void {
    const item = matchAt(listItem, this.#source, start);
    if (item) this.#list = Math.min(width(item[0]), column + 6);
    else if (this.#afterBlank && column < this.#list) this.#list = column;
    this.#afterBlank = false;
  }

  #fenced(start: number, before: string, fence: string): Island {
    const column = this.#column(start);
    // A fence ends a paragraph, and so the list that it doesn't stand in.
    this.#afterBlank = true;
    this.#enter(start, column);
    this.#afterBlank = true;
    const closing = new RegExp(`[ \\t>]*${fence[0]}{${fence.length},}[ \\t]*\\r?$`, "my");
    let end = this.#lineEnd(start);
    for (let line = end + 1; line < this.#source.length; line = this.#lineEnd(line) + 1) {
      if (this.#leavesList(line)) break;
      end = this.#lineEnd(line);
      if (matchAt(closing, this.#source, line)) break;
    }
    return this.#dedented(start, end, before);
  }

  /** In MDX, code stands as deep as the components around it, which are to go. */
  #dedented(start: number, end: number, before: string): Island {
    const code = this.#source.slice(start, end);
    if (!this.#mdx || this.#list > 0 || !/^[ \t]+$/.test(before)) return { start, end, shown: code };
    return { start, end, shown: code.replace(new RegExp(`^[ \\t]{1,${before.length}}`, "gm"), "") };
  }

  #indented(start: number): Island {
    let end = start;
    for (let line = start; line < this.#source.length; line = this.#lineEnd(line) + 1) {
      if (matchAt(blankLine, this.#source, line)) continue;
      if (this.#column(line) < this.#list + 4) break;
      end = this.#lineEnd(line);
    }
    return { start, end, shown: this.#source.slice(start, end) };
  }

  /** Code in a list ends with the list, closed or not. */
  #leavesList(line: number): boolean {
    return this.#list > 0 && !matchAt(blankLine, this.#source, line) && this.#column(line) < this.#list;
  }

  #lineEnd(start: number): number {
    const end = this.#source.indexOf("\n", start);
    return end === -1 ? this.#source.length : end;
  }

  #column(start: number): number {
    return width(matchAt(/[ \t]*/y, this.#source, start)?.[0] ?? "");
  }
}

function width(text: string): number {
  let column = 0;
  for (const sign of text) column += sign === "\t" ? 4 - (column % 4) : 1;
  return column;
}

/** What a sticky pattern finds at one place. */
export function matchAt(pattern: RegExp, source: string, index: number): RegExpExecArray | undefined {
  pattern.lastIndex = index;
  return pattern.exec(source) ?? undefined;
}
