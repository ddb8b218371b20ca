import { headings } from "./nesting.ts";

/** A picture of the body, in the order of the text. */
export interface BodyImage {
  readonly url: string;
  readonly length?: number | undefined;
  readonly alt?: string | undefined;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

/** What an article's body turned out to hold. */
export interface Facts {
  readonly images: readonly BodyImage[];
  /** All that is read, its white space as it came. */
  readonly text: string;
  /** The prose before `<!--more-->`, white space folded. */
  readonly beforeMore?: string | undefined;
  /** The first paragraph outside of quotations, or else what there is; white space folded. */
  readonly beginning: string;
  readonly lastParagraph?: string | undefined;
}

const asides = new Set([
  "pre",
  "figure",
  "figcaption",
  "table",
  "aside",
  "audio",
  "video",
  "details",
  ...headings,
]);
const inline = new Set(
  `a abbr b bdi bdo cite code data del dfn em i img ins kbd mark q rp rt ruby s samp small span strong
  sub sup time u var wbr`.split(/\s+/),
);

/** Collects facts while the body is written; those that few articles need are made when they are asked for. */
export class FactsCollector implements Facts {
  readonly #images: BodyImage[] = [];
  #text = "";
  /** The text without headings, captions, code, tables and the like. */
  #prose = "";
  #asides = 0;
  #quotations = 0;
  /** The prose since a paragraph began. */
  #paragraph = "";
  #paragraphSays = false;
  #firstParagraph: string | undefined;
  #lastParagraph: string | undefined;
  #beforeMore: string | undefined;

  opened(name: string): void {
    if (inline.has(name)) return;
    this.#break();
    if (asides.has(name)) this.#asides++;
    if (name === "blockquote") this.#quotations++;
    if (name === "p") this.#paragraphStart();
  }

  closed(name: string): void {
    if (inline.has(name)) return;
    if (name === "p") this.#paragraphEnd();
    if (asides.has(name)) this.#asides--;
    if (name === "blockquote") this.#quotations--;
    this.#break();
  }

  said(text: string): void {
    this.#text += text;
    if (this.#asides > 0) return;
    this.#write(text);
    this.#paragraphSays ||= /\S/.test(text);
  }

  showed(image: BodyImage): void {
    this.#images.push(image);
  }

  more(): void {
    this.#beforeMore ??= fold(this.#prose) || undefined;
  }

  get images(): readonly BodyImage[] {
    return this.#images;
  }

  get text(): string {
    return this.#text;
  }

  get beforeMore(): string | undefined {
    return this.#beforeMore;
  }

  get beginning(): string {
    return fold(this.#firstParagraph || this.#prose) || fold(this.#text);
  }

  get lastParagraph(): string | undefined {
    return this.#lastParagraph && fold(this.#lastParagraph);
  }

  #paragraphStart(): void {
    this.#paragraph = "";
    this.#paragraphSays = false;
  }

  #paragraphEnd(): void {
    if (!this.#paragraphSays) return;
    const text = this.#paragraph;
    if (this.#quotations === 0) this.#firstParagraph ??= text;
    this.#lastParagraph = text;
  }

  #break(): void {
    this.#text += "\n";
    this.#write("\n");
  }

  #write(prose: string): void {
    this.#prose += prose;
    this.#paragraph += prose;
  }
}

/** White space as single spaces, none at the edges. */
export function fold(text: string): string {
  // Single spaces, nearly all there are, need no replacing.
  return text.replace(/[^\S ]\s*| \s+/g, " ").trim();
}
