import { voidElements } from "./allowed.ts";
import { escapeClean } from "./escape.ts";
import {
  cells,
  closesParagraph,
  endsItemSearch,
  headings,
  impliedEnds,
  items,
  refuseDeeper,
  rubyTexts,
  tableFrames,
  tableParents,
} from "./nesting.ts";

/** Start tags that may close what is open; most of a text's are none. */
const closesOthers: ReadonlySet<string> = new Set([
  "a",
  ...items.keys(),
  ...closesParagraph,
  ...headings,
  ...rubyTexts,
]);

/** An element that was written; `open` until its end tag is. */
export interface Written {
  readonly name: string;
  open: boolean;
}

/**
 * Writes elements so that a browser builds the very tree that was written: what its parser would
 * close, add or move is closed, added or put in place here. HTML that means the same to every
 * parser can't turn into something else in a reader (mutation XSS).
 */
export class TagWriter {
  html = "";
  readonly #open: Written[] = [];
  readonly #closed: (name: string) => void;
  #afterPre = false;

  /** @param closed told of each element as its end tag is written */
  constructor(closed: (name: string) => void = () => {}) {
    this.#closed = closed;
  }

  /**
   * Writes a start tag.
   * @param attributes ready to write: empty, or with a space in front
   * @returns undefined where the tag means nothing: a table's part outside a table
   * @throws TooDeep
   */
  start(name: string, attributes: string): Written | undefined {
    if (!this.#makeRoom(name)) return undefined;
    // Parents that were made up count too.
    refuseDeeper(this.#open.length);
    this.#afterPre = name === "pre";
    this.html += `<${name}${attributes}>`;
    const element = { name, open: !voidElements.has(name) };
    if (element.open) this.#open.push(element);
    return element;
  }

  /**
   * Writes text (clean: see `cleanText`); between a table's parts it gets a cell of its own.
   * @param plain whether it needs no escaping
   */
  text(data: string, plain = false): void {
    if (this.#inTableFrame() && /[^\t\n\f\r ]/.test(data)) this.#makeRoom("#text");
    // A parser swallows one newline after <pre>, and serialisers forget it: none is safe.
    const text = this.#afterPre ? data.replace(/^\n+/, "") : data;
    if (text === "") return;
    this.#afterPre = false;
    this.html += plain ? text : escapeClean(text);
  }

  /** Writes the end tags of `element` and of all that is open in it. */
  end(element: Written): void {
    if (element.open) this.#closeFrom(this.#open.lastIndexOf(element));
  }

  /** Whether an element of this name is open. */
  isInside(name: string): boolean {
    return this.#open.some((each) => each.name === name);
  }

  /** Writes the end tags that are missing. */
  finish(): string {
    this.#closeFrom(0);
    return this.html;
  }

  #makeRoom(name: string): boolean {
    if (tableParents.has(name)) return this.#makeRoomInTable(name);
    if (this.#inTableFrame()) this.start("td", "");
    if (!closesOthers.has(name)) return true;
    if (name === "a") this.#closeOpen((each) => each.name === "a", cells);
    const siblings = items.get(name);
    if (siblings) this.#closeOpen((each) => siblings.has(each.name), endsItemSearch);
    if (closesParagraph.has(name)) this.#closeOpen((each) => each.name === "p", cells);
    if (headings.has(name) && headings.has(this.#top())) this.#closeFrom(this.#open.length - 1);
    if (rubyTexts.has(name)) this.#closeImplied();
    return true;
  }

  #makeRoomInTable(name: string): boolean {
    if (!this.isInside("table")) return false;
    while (!this.#canHold(name)) this.#closeFrom(this.#open.length - 1);
    const parents = tableParents.get(name) ?? [];
    const [usual] = parents;
    if (usual !== undefined && !parents.includes(this.#top())) this.start(usual, "");
    return true;
  }

  /** Whether `name` can stand in the innermost element, if need be with made-up parents between. */
  #canHold(name: string): boolean {
    const parents = tableParents.get(name) ?? [];
    return parents.includes(this.#top()) || parents.some((each) => this.#canHold(each));
  }

  #inTableFrame(): boolean {
    return tableFrames.has(this.#top());
  }

  #top(): string {
    return this.#open.at(-1)?.name ?? "";
  }

  #closeImplied(): void {
    while (impliedEnds.has(this.#top())) this.#closeFrom(this.#open.length - 1);
  }

  /** Closes the nearest element that is wanted, unless one of `bounds` stands before it. */
  #closeOpen(wanted: (element: Written) => boolean, bounds: ReadonlySet<string>): void {
    for (let index = this.#open.length - 1; index >= 0; index--) {
      const element = this.#open[index];
      if (!element || bounds.has(element.name)) return;
      if (!wanted(element)) continue;
      this.#closeFrom(index);
      return;
    }
  }

  #closeFrom(index: number): void {
    while (this.#open.length > index) {
      const element = this.#open.pop();
      if (!element) return;
      element.open = false;
      this.#afterPre = false;
      this.html += `</${element.name}>`;
      this.#closed(element.name);
    }
  }
}
