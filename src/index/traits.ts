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

/** One kind of traits: as text, and as they are read from it. */
interface Kind {
  readonly text: string;
  traits?: Traits;
}

/** Every article's traits. Many have the same ones: each kind is there once. */
export class TraitTable {
  readonly #kinds = new Map<string, Kind>();
  /** Of each row; nothing where nothing is known. */
  readonly #rows: (Kind | undefined)[];

  constructor(readonly length: number) {
    this.#rows = new Array<undefined>(length).fill(undefined);
  }

  /** A table from what `columns` gave; nothing where they don't fit. */
  static of(length: number, rows: Uint32Array, texts: readonly string[]): TraitTable | undefined {
    if (rows.length !== length || rows.some((place) => place > texts.length)) return undefined;
    const table = new TraitTable(length);
    const kinds = [undefined, ...texts.map((text) => table.#kind(text))];
    for (const [row, place] of rows.entries()) table.#rows[row] = kinds[place];
    return table;
  }

  set(row: number, { topic, tags, authors, language, credit, partners }: Article): void {
    const names = authors.map(({ name }) => name);
    const traits: Traits = { topic, tags, authors: names, language, credit: credit?.name, partners };
    this.#rows[row] = this.#kind(JSON.stringify(traits));
  }

  of(row: number): Traits {
    const kind = this.#rows[row];
    if (kind === undefined) return none;
    kind.traits ??= traitsFrom(kind.text);
    return kind.traits;
  }

  /** Takes rows over from another table, where they follow each other as here. */
  copy(row: number, from: TraitTable, formerRow: number, count: number): void {
    for (const [at, kind] of from.#rows.slice(formerRow, formerRow + count).entries())
      this.#rows[row + at] = kind && this.#kind(kind.text);
  }

  /** Takes what another thread has read. */
  take({ texts, rows, places }: TraitTexts): void {
    const kinds = texts.map((text) => this.#kind(text));
    for (const [index, place] of places.entries()) {
      const row = rows[index];
      if (row !== undefined) this.#rows[row] = kinds[place];
    }
  }

  /** For another thread: all that is known here. */
  taken(): TraitTexts {
    const { rows, texts } = this.columns();
    const known = Int32Array.from(rows.keys()).filter((row) => rows[row] !== 0);
    return { texts, rows: known, places: rows.filter((place) => place !== 0).map((place) => place - 1) };
  }

  /** To be kept: of each row the place of its text, from 1 on, and those texts alone that a row has. */
  columns(): { readonly rows: Uint32Array; readonly texts: readonly string[] } {
    const places = new Map(
      [...new Set(this.#rows)].filter((kind) => kind !== undefined).map((kind, at) => [kind, at + 1]),
    );
    const rows = Uint32Array.from(this.#rows, (kind) => (kind && places.get(kind)) ?? 0);
    return { rows, texts: [...places.keys()].map(({ text }) => text) };
  }

  #kind(text: string): Kind {
    const known = this.#kinds.get(text);
    if (known) return known;
    const kind: Kind = { text };
    this.#kinds.set(text, kind);
    return kind;
  }
}

/** It was written by this very program. */
function traitsFrom(text: string): Traits {
  const traits: Traits = JSON.parse(text);
  return traits;
}
