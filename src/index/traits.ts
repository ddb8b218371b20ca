import type { Article, PartnerRule } from "../model.ts";

/** What an article is chosen for a feed by, as its head has it: no author's key is looked up yet. */
export interface Traits {
  readonly topic?: string | undefined;
  readonly tags: readonly string[];
  readonly authors: readonly string[];
  readonly language?: string | undefined;
  /** The agency whose copy it is. */
  readonly credit?: string | undefined;
  readonly partners?: PartnerRule | undefined;
}

/** As another thread has them: texts, and of some rows which. */
export interface TraitTexts {
  readonly texts: readonly string[];
  readonly rows: Int32Array;
  /** A place in `texts` for each of `rows`. */
  readonly places: Uint32Array;
}

const none: Traits = { tags: [], authors: [] };

/** Every article's traits. Many have the same ones: each is there once, and of a row only its place. */
export class TraitTable {
  readonly #texts: string[] = [];
  readonly #places = new Map<string, number>();
  readonly #read: (Traits | undefined)[] = [];
  /** Of each row, from 1 on; 0 where nothing is known. */
  readonly #rows: Uint32Array;

  constructor(readonly length: number) {
    this.#rows = new Uint32Array(length);
  }

  /** A table from what `columns` gave; nothing where they don't fit. */
  static of(length: number, rows: Uint32Array, texts: readonly string[]): TraitTable | undefined {
    if (rows.length !== length) return undefined;
    const table = new TraitTable(length);
    for (const text of texts) table.#placeOf(text);
    for (const [row, place] of rows.entries()) {
      if (place > texts.length) return undefined;
      table.#rows[row] = place;
    }
    return table;
  }

  set(row: number, { topic, tags, authors, language, credit, partners }: Article): void {
    const names = authors.map(({ name }) => name);
    const traits: Traits = { topic, tags, authors: names, language, credit: credit?.name, partners };
    this.#rows[row] = this.#placeOf(JSON.stringify(traits)) + 1;
  }

  of(row: number): Traits {
    const place = this.#rows[row] ?? 0;
    if (place === 0) return none;
    let traits = this.#read[place];
    if (traits === undefined) {
      traits = traitsFrom(this.#texts[place - 1] ?? "{}");
      this.#read[place] = traits;
    }
    return traits;
  }

  /** Takes rows over from another table, where they follow each other as here. */
  copy(row: number, from: TraitTable, formerRow: number, count: number): void {
    for (let at = 0; at < count; at++) {
      const place = from.#rows[formerRow + at] ?? 0;
      this.#rows[row + at] = place === 0 ? 0 : this.#placeOf(from.#texts[place - 1] ?? "") + 1;
    }
  }

  /** Takes what another thread has read. */
  take({ texts, rows, places }: TraitTexts): void {
    const here = texts.map((text) => this.#placeOf(text));
    for (const [index, row] of rows.entries()) this.#rows[row] = (here[places[index] ?? 0] ?? 0) + 1;
  }

  /** For another thread: all that is known here. */
  taken(): TraitTexts {
    const rows = Int32Array.from(this.#rows.keys()).filter((row) => this.#rows[row] !== 0);
    return { texts: this.#texts, rows, places: Uint32Array.from(rows, (row) => (this.#rows[row] ?? 0) - 1) };
  }

  /** To be kept: of each row the place of its text, from 1 on, and those texts alone that a row has. */
  columns(): { readonly rows: Uint32Array; readonly texts: readonly string[] } {
    const kept = new TraitTable(this.length);
    kept.copy(0, this, 0, this.length);
    return { rows: kept.#rows, texts: kept.#texts };
  }

  #placeOf(text: string): number {
    let place = this.#places.get(text);
    if (place === undefined) {
      place = this.#texts.push(text) - 1;
      this.#places.set(text, place);
    }
    return place;
  }
}

/** It was written by this very program. */
function traitsFrom(text: string): Traits {
  const traits: Traits = JSON.parse(text);
  return traits;
}
