import { Files } from "../discover/index.ts";
import type { FileState } from "../fileState.ts";
import type { Instant } from "../model.ts";
import { jsonOf, Sealed } from "../sealed/index.ts";
import { formerRows } from "./formerRows.ts";
import { Heads, type Note } from "./heads.ts";
import { TraitTable } from "./traits.ts";

/** What the last build knew of the articles. */
export class LastIndex {
  readonly #sealed: Sealed;
  readonly #listing: string;
  readonly #states: Float64Array;
  #heads: Heads | undefined;
  readonly #rows = new WeakMap<Files, Int32Array>();

  /** @param id tells it from every other, whatever their files' states */
  private constructor(
    readonly id: string,
    sealed: Sealed,
    listing: string,
    states: Float64Array,
  ) {
    this.#sealed = sealed;
    this.#listing = listing;
    this.#states = states;
  }

  /**
   * @param context what heads are read by: what another one made of them is of no use
   * @returns nothing where there is none, or a damaged one
   */
  static open(path: string, context: string): LastIndex | undefined {
    const sealed = Sealed.open(path, context);
    const listing = sealed?.read("listing");
    const states = sealed && floats(sealed.read("states"));
    const id = sealed?.read("id")?.toString();
    if (sealed && listing && states && id) return new LastIndex(id, sealed, listing.toString(), states);
    sealed?.close();
    return undefined;
  }

  /** Whether every file is there, and none other, and each as it was. */
  holds(files: Files): boolean {
    const { states } = files;
    const former = this.#states;
    if (states.length !== former.length || files.listing() !== this.#listing) return false;
    for (let at = 0; at < states.length; at++) if (states[at] !== former[at]) return false;
    return true;
  }

  /** For each file its row here, if it is as it was; else -1. */
  unchanged(files: Files): Int32Array {
    const rows = this.#formerRows(files).slice();
    const { states } = files;
    for (let row = 0; row < rows.length; row++) {
      const former = rows[row] ?? -1;
      for (let at = 0; at < 4; at++)
        if (former >= 0 && states[4 * row + at] !== this.#states[4 * former + at]) rows[row] = -1;
    }
    return rows;
  }

  /**
   * What was to be seen and is gone: no file of that name is there, and no article with that id.
   * @param heads of the files that are there
   */
  gone(files: Files, heads: Heads, now: Instant): { readonly path: string; readonly state: FileState }[] {
    const there = new Set(this.#formerRows(files));
    const former = Files.of(files.root, this.#listing, this.#states);
    const rows = Array.from({ length: former.length }, (_, row) => row);
    const gone = rows.filter((row) => !there.has(row) && this.#isLost(row, heads, now));
    return gone.map((row) => ({ path: former.path(row), state: former.state(row) }));
  }

  /** Rows of what was to be seen and can't be read any more, where no other article has its id. */
  broken(files: Files, heads: Heads, now: Instant): readonly number[] {
    if (!heads.someRejected) return [];
    const former = this.#formerRows(files);
    const rows = Array.from({ length: files.length }, (_, row) => row);
    return rows.filter((row) => !heads.isArticle(row) && this.#isLost(former[row] ?? -1, heads, now));
  }

  /** Gives rows what their files said last. */
  restore(rows: Iterable<number>, files: Files, heads: Heads): void {
    const [former, last] = [this.#formerRows(files), this.heads()];
    const before = Files.of(files.root, this.#listing, this.#states);
    for (const row of rows) {
      const formerRow = former[row] ?? -1;
      if (last === undefined || formerRow < 0) continue;
      heads.copy(row, last, formerRow, 1);
      const note = last.notes.get(formerRow);
      if (note) heads.notes.set(row, note);
      else heads.notes.delete(row);
      files.setState(row, before.state(formerRow));
    }
  }

  /** Whether a row of this index was to be seen, and no article has its id now. */
  #isLost(row: number, heads: Heads, now: Instant): boolean {
    const last = this.heads();
    const timing = row < 0 ? undefined : last?.timing(row);
    if (timing === undefined || timing.draft || timing.withdrawn !== undefined) return false;
    return timing.published <= now && !heads.hasIdOf(last, row);
  }

  /** The row that a file had here; -1 where it had none. */
  formerRow(row: number, files: Files): number {
    return this.#formerRows(files)[row] ?? -1;
  }

  /** Where the file of an article with an id is, by this index: one that is there may say something else now. */
  whereabouts(id: string, files: Files): "there" | "gone" | "unknown" {
    const row = this.heads()?.rowOf(id);
    if (row === undefined) return "unknown";
    return this.#formerRows(files).includes(row) ? "there" : "gone";
  }

  /** The file, new since, that looks like the one that had an id: of the same date, and as long or the very same. */
  renamed(id: string, files: Files, heads: Heads): string | undefined {
    const last = this.heads();
    const former = last?.rowOf(id);
    if (last === undefined || former === undefined) return undefined;
    const row = this.#formerRows(files).findIndex(
      (before, now) =>
        before < 0 &&
        heads.published(now) === last.published(former) &&
        this.#isAlike(files.state(now), former),
    );
    return row < 0 ? undefined : files.path(row);
  }

  #isAlike([size, , , node]: FileState, former: number): boolean {
    return size === this.#states[4 * former] || node === this.#states[4 * former + 3];
  }

  /** Nothing where they are damaged. */
  heads(): Heads | undefined {
    this.#heads ??= this.#readHeads();
    return this.#heads;
  }

  /** Each is asked for by many ids, and is some milliseconds' work. */
  #formerRows(files: Files): Int32Array {
    const rows = this.#rows.get(files) ?? formerRows(files, this.#listing);
    this.#rows.set(files, rows);
    return rows;
  }

  #readHeads(): Heads | undefined {
    const length = this.#states.length / 4;
    const [instants, names] = [floats(this.#sealed.read("instants")), words(this.#sealed.read("names"))];
    const [flags, notes] = [this.#sealed.read("flags"), this.#sealed.read("notes")];
    if (instants?.length !== 4 * length || names?.length !== 4 * length) return undefined;
    if (flags?.length !== length || notes === undefined) return undefined;
    const heads = new Heads(length, { instants, names, flags }, this.#traits(length));
    for (const [row, note] of jsonOf<readonly (readonly [number, Note])[]>(notes) ?? [])
      heads.notes.set(row, note);
    return heads;
  }

  #traits(length: number): TraitTable | undefined {
    const [rows, texts] = [this.#sealed.read("traits"), this.#sealed.read("traitTexts")];
    if (!rows || !texts || rows.length !== 4 * length) return undefined;
    return TraitTable.of(length, new Uint32Array(rows.buffer, 0, length), jsonOf<string[]>(texts) ?? []);
  }

  close(): void {
    this.#sealed.close();
  }
}

function floats(read: Buffer | undefined): Float64Array | undefined {
  return read && read.length % 32 === 0 ? new Float64Array(read.buffer, 0, read.length / 8) : undefined;
}

function words(read: Buffer | undefined): Uint32Array | undefined {
  return read && read.length % 16 === 0 ? new Uint32Array(read.buffer, 0, read.length / 4) : undefined;
}
