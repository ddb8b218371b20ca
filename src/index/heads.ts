import type { Files } from "../discover/index.ts";
import type { Article, Instant } from "../model.ts";
import type { Problem } from "../problems/index.ts";
import { writeHash } from "./hash.ts";
import type { TraitTable } from "./traits.ts";

/** What a head has to tell beside its columns. */
export interface Note {
  /** Of an article that may be held back. */
  readonly title?: string | undefined;
  readonly problems?: readonly Problem[] | undefined;
}

/** When an article is to be seen: all that decides whether it is due. */
export type Timing = Pick<Article, "draft" | "withdrawn" | "published" | "embargo" | "expires">;

const isArticle = 1;
const isDraft = 2;
const isWithdrawn = 4;
const withdrawn = {};

/** A table's numbers, row after row. */
export interface Columns {
  /** When published, embargoed until, expired, last changed; NaN for never. */
  readonly instants: Float64Array;
  /** Hashes of id and permalink, two numbers each. */
  readonly names: Uint32Array;
  /** What a row is; 0 where no article is. */
  readonly flags: Uint8Array;
}

/**
 * What selection needs of every article, a row each, as `Files` has them. In columns: a hundred
 * thousand of them are read from the disk in some milliseconds, and written as they stand.
 */
export class Heads {
  readonly notes = new Map<number, Note>();
  #columns: Columns;
  #ids: ReadonlySet<number> | undefined;

  constructor(
    readonly length: number,
    columns: Columns = {
      instants: new Float64Array(4 * length),
      names: new Uint32Array(4 * length),
      flags: new Uint8Array(length),
    },
    /** Only where a feed is chosen by them. */
    readonly traits?: TraitTable | undefined,
  ) {
    this.#columns = columns;
  }

  get columns(): Columns {
    return this.#columns;
  }

  /** Hashes of ids and permalinks, as `Columns` has them. */
  get names(): Uint32Array {
    return this.#columns.names;
  }

  /** Moves the columns to memory that other threads can have as well. */
  share(): Columns {
    const { instants, names, flags } = this.#columns;
    this.#columns = {
      instants: new Float64Array(sharedBytes(instants).buffer),
      names: new Uint32Array(sharedBytes(names).buffer),
      flags: sharedBytes(flags),
    };
    return this.#columns;
  }

  /** @param now the title of what is to come is noted, as a report names it */
  set(row: number, article: Article | undefined, problems: readonly Problem[], now: Instant): void {
    const title = article && isHeld(article, now) ? article.title : undefined;
    if (problems.length > 0 || title !== undefined)
      this.notes.set(row, { title, problems: problems.length > 0 ? problems : undefined });
    if (article === undefined) return;
    this.traits?.set(row, article);
    const { published, embargo = Number.NaN, expires = Number.NaN, changes } = article;
    this.#columns.instants.set([published, embargo, expires, changes?.at(-1) ?? Number.NaN], 4 * row);
    writeHash(article.id, this.#columns.names, 4 * row);
    writeHash(article.permalink, this.#columns.names, 4 * row + 2);
    this.#columns.flags[row] =
      isArticle | (article.draft ? isDraft : 0) | (article.withdrawn ? isWithdrawn : 0);
  }

  /** Takes rows over from another table, where they follow each other as here. */
  copy(row: number, from: Heads, formerRow: number, count: number): void {
    const [start, end] = [4 * formerRow, 4 * (formerRow + count)];
    const { instants, names, flags } = this.#columns;
    instants.set(from.columns.instants.subarray(start, end), 4 * row);
    names.set(from.columns.names.subarray(start, end), 4 * row);
    flags.set(from.columns.flags.subarray(formerRow, formerRow + count), row);
    if (from.traits) this.traits?.copy(row, from.traits, formerRow, count);
    this.#ids = undefined;
  }

  /** Whether an article was published and nothing else was ever said of when it is to be seen: most of them. */
  isPlainlyDue(row: number, now: Instant): boolean {
    const { instants, flags } = this.#columns;
    const at = 4 * row;
    // Comparisons with NaN, which stands for never, are false.
    return (
      flags[row] === isArticle &&
      (instants[at] ?? now + 1) <= now &&
      Number.isNaN(instants[at + 1]) &&
      Number.isNaN(instants[at + 2]) &&
      !((instants[at + 3] ?? now) > now)
    );
  }

  isArticle(row: number): boolean {
    return (this.#columns.flags[row] ?? 0) !== 0;
  }

  /** Nothing where no article is. */
  timing(row: number): Timing | undefined {
    const flags = this.#columns.flags[row] ?? 0;
    if (flags === 0) return undefined;
    return {
      draft: (flags & isDraft) !== 0,
      withdrawn: (flags & isWithdrawn) !== 0 ? withdrawn : undefined,
      published: this.published(row),
      embargo: this.#instant(row, 1),
      expires: this.#instant(row, 2),
    };
  }

  published(row: number): Instant {
    return this.#columns.instants[4 * row] ?? Number.NaN;
  }

  /** Its last change, past or to come. */
  changed(row: number): Instant | undefined {
    return this.#instant(row, 3);
  }

  /** Whether a row has an article with this id. */
  knows(id: string): boolean {
    const hash = new Uint32Array(2);
    writeHash(id, hash, 0);
    this.#ids ??= this.#idHashes();
    return this.#ids.has(joined(hash[0], hash[1]));
  }

  /** Whether a file is no article that can be read. */
  get someRejected(): boolean {
    return this.#columns.flags.includes(0);
  }

  /** The row of the article with an id. */
  rowOf(id: string): number | undefined {
    const hash = new Uint32Array(2);
    writeHash(id, hash, 0);
    const { names, flags } = this.#columns;
    for (let row = 0; row < this.length; row++)
      if (flags[row] !== 0 && names[4 * row] === hash[0] && names[4 * row + 1] === hash[1]) return row;
    return undefined;
  }

  /** Whether an article here has the id that another table's has. */
  hasIdOf(other: Heads | undefined, row: number): boolean {
    this.#ids ??= this.#idHashes();
    return this.#ids.has(joined(other?.names[4 * row], other?.names[4 * row + 1]));
  }

  /** Those of some ids that no row's article has. */
  unknown(ids: ReadonlySet<string>): ReadonlySet<string> {
    const byHash = new Map<number, string>();
    const hash = new Uint32Array(2);
    for (const id of ids) {
      writeHash(id, hash, 0);
      byHash.set(joined(hash[0], hash[1]), id);
    }
    const { names, flags } = this.#columns;
    for (let row = 0; row < this.length && byHash.size > 0; row++)
      if (flags[row] !== 0) byHash.delete(joined(names[4 * row], names[4 * row + 1]));
    return new Set(byHash.values());
  }

  #idHashes(): ReadonlySet<number> {
    const ids = new Set<number>();
    for (let row = 0; row < this.length; row++)
      if (this.#columns.flags[row] !== 0)
        ids.add(joined(this.#columns.names[4 * row], this.#columns.names[4 * row + 1]));
    return ids;
  }

  #instant(row: number, which: number): Instant | undefined {
    const instant = this.#columns.instants[4 * row + which];
    return instant === undefined || Number.isNaN(instant) ? undefined : instant;
  }
}

function isHeld({ draft, withdrawn, expires, embargo, published }: Article, now: Instant): boolean {
  return (
    draft || Boolean(withdrawn) || expires !== undefined || (embargo ?? published) > now || published > now
  );
}

function sharedBytes({
  buffer,
  byteOffset,
  byteLength,
}: Float64Array | Uint32Array | Uint8Array): Uint8Array {
  const bytes = new Uint8Array(new SharedArrayBuffer(byteLength));
  bytes.set(new Uint8Array(buffer, byteOffset, byteLength));
  return bytes;
}

/** As much of a hash as a number can hold. */
function joined(low = 0, high = 0): number {
  return (high & 0x1fffff) * 0x100000000 + low;
}

/**
 * What was wrong with heads, by their files' paths.
 * @param asked whether a row's problems are
 */
export function headProblems(
  files: Files,
  { notes }: Heads,
  asked: (row: number) => boolean,
): readonly Problem[] {
  const wrong = [...notes].flatMap(([row, { problems = [] }]) =>
    problems.length > 0 && asked(row) ? [{ path: files.path(row), problems }] : [],
  );
  return wrong.sort((a, b) => (a.path < b.path ? -1 : 1)).flatMap(({ problems }) => problems);
}
