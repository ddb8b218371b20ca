import type { Files } from "../discover/index.ts";
import type { Article, Instant } from "../model.ts";
import type { Problem } from "../problems/index.ts";
import { writeHash } from "./hash.ts";

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

/**
 * What selection needs of every article, a row each, as `Files` has them. In columns: a hundred
 * thousand of them are read from the disk in some milliseconds, and written as they stand.
 */
export class Heads {
  readonly notes = new Map<number, Note>();
  #ids: ReadonlySet<number> | undefined;

  /**
   * @param instants when published, embargoed until, expired, last changed; NaN for never
   * @param names hashes of id and permalink, two numbers each
   * @param flags what a row is; 0 where no article is
   */
  constructor(
    readonly length: number,
    readonly instants: Float64Array = new Float64Array(4 * length),
    readonly names: Uint32Array = new Uint32Array(4 * length),
    readonly flags: Uint8Array = new Uint8Array(length),
  ) {}

  /** @param now the title of what is to come is noted, as a report names it */
  set(row: number, article: Article | undefined, problems: readonly Problem[], now: Instant): void {
    const title = article && isHeld(article, now) ? article.title : undefined;
    if (problems.length > 0 || title !== undefined)
      this.notes.set(row, { title, problems: problems.length > 0 ? problems : undefined });
    if (article === undefined) return;
    const { published, embargo = Number.NaN, expires = Number.NaN, changes } = article;
    this.instants.set([published, embargo, expires, changes?.at(-1) ?? Number.NaN], 4 * row);
    writeHash(article.id, this.names, 4 * row);
    writeHash(article.permalink, this.names, 4 * row + 2);
    this.flags[row] = isArticle | (article.draft ? isDraft : 0) | (article.withdrawn ? isWithdrawn : 0);
  }

  /** Takes a row over from another table. */
  copy(row: number, from: Heads, formerRow: number): void {
    for (let at = 0; at < 4; at++) {
      this.instants[4 * row + at] = from.instants[4 * formerRow + at] ?? Number.NaN;
      this.names[4 * row + at] = from.names[4 * formerRow + at] ?? 0;
    }
    this.flags[row] = from.flags[formerRow] ?? 0;
    const note = from.notes.get(formerRow);
    if (note !== undefined) this.notes.set(row, note);
  }

  /** Nothing where no article is. */
  timing(row: number): Timing | undefined {
    const flags = this.flags[row] ?? 0;
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
    return this.instants[4 * row] ?? Number.NaN;
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

  #idHashes(): ReadonlySet<number> {
    const ids = new Set<number>();
    for (let row = 0; row < this.length; row++)
      if (this.flags[row] !== 0) ids.add(joined(this.names[4 * row], this.names[4 * row + 1]));
    return ids;
  }

  #instant(row: number, which: number): Instant | undefined {
    const instant = this.instants[4 * row + which];
    return instant === undefined || Number.isNaN(instant) ? undefined : instant;
  }
}

function isHeld({ draft, withdrawn, expires, embargo, published }: Article, now: Instant): boolean {
  return (
    draft || Boolean(withdrawn) || expires !== undefined || (embargo ?? published) > now || published > now
  );
}

/** As much of a hash as a number can hold. */
function joined(low = 0, high = 0): number {
  return (high & 0x1fffff) * 0x100000000 + low;
}

/** What was wrong with heads, by their files' paths. */
export function headProblems(files: Files, { notes }: Heads): readonly Problem[] {
  const wrong = [...notes].flatMap(([row, { problems = [] }]) =>
    problems.length > 0 ? [{ path: files.path(row), problems }] : [],
  );
  return wrong.sort((a, b) => (a.path < b.path ? -1 : 1)).flatMap(({ problems }) => problems);
}
