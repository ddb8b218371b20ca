import type { Heads, Timing } from "../index/index.ts";
import type { Article, Hold, Instant } from "../model.ts";
import type { Report } from "../problems/index.ts";
import { holdOf } from "./due.ts";
import { withoutTwinRows } from "./twins.ts";

/** The article behind a row, as it is at the moment of selection; nothing where it can't be read any more. */
export type ArticleOf = (row: number) => Article | undefined;

/** A row that is held back, and why. */
interface Held extends Hold {
  readonly row: number;
}

/** What may be published at a moment. */
export class Selection {
  /** Rows in no order; two that are due have neither id nor address in common. */
  readonly due: readonly number[];
  /** Newest first. */
  readonly held: readonly Held[];
  /** When the clock alone makes it another one; Infinity where it never does. */
  readonly until: Instant;
  #all: readonly number[] | undefined;

  /**
   * @param articleOf asked of few: those that share an instant or a name with another
   * @param report told of those left out
   */
  constructor(
    private readonly heads: Heads,
    readonly now: Instant,
    private readonly articleOf: ArticleOf,
    report: Report,
  ) {
    const due: number[] = [];
    const held: Held[] = [];
    let until = Number.POSITIVE_INFINITY;
    for (let row = 0; row < heads.length; row++) {
      if (heads.isPlainlyDue(row, now)) {
        due.push(row);
        continue;
      }
      const timing = heads.timing(row);
      if (timing === undefined) continue;
      const hold = holdOf(timing, now);
      if (hold === undefined) due.push(row);
      else held.push({ row, ...hold });
      until = Math.min(until, this.#nextMoment(row, timing));
    }
    this.due = withoutTwinRows(heads, due, articleOf, report);
    this.held = held.sort((a, b) => heads.published(b.row) - heads.published(a.row));
    this.until = until;
  }

  /** The newest; of one instant by id, compared as characters, so that two machines agree. */
  newest(count: number): readonly number[] {
    if (count === Number.POSITIVE_INFINITY) {
      this.#all ??= this.inOrder(this.due);
      return this.#all;
    }
    const { heads, due } = this;
    const since = count < due.length ? this.#nthNewest(count) : Number.NEGATIVE_INFINITY;
    return this.inOrder(due.filter((row) => heads.published(row) >= since)).slice(0, count);
  }

  /** Rows in the order of feeds. */
  inOrder(rows: readonly number[]): readonly number[] {
    const { heads } = this;
    return rows.toSorted((a, b) => heads.published(b) - heads.published(a) || this.#byId(a, b));
  }

  /** What was published once, and is withdrawn or expired. */
  get gone(): ReadonlySet<number> {
    const gone = this.held.filter(({ row, reason }) => {
      return (reason === "withdrawn" || reason === "expired") && this.heads.published(row) <= this.now;
    });
    return new Set(gone.map(({ row }) => row));
  }

  /** When the last of some rows changed: a feed's own date, which never is the clock's. */
  lastChange(rows: readonly number[]): Instant | undefined {
    let last: Instant | undefined;
    for (const row of rows) {
      const change = this.changed(row);
      if (last === undefined || change > last) last = change;
    }
    return last;
  }

  /** When a row's article last changed, or was published. */
  changed(row: number): Instant {
    const published = this.heads.published(row);
    const change = this.heads.changed(row) ?? published;
    return change > this.now ? (this.articleOf(row)?.updated ?? published) : change;
  }

  #byId(a: number, b: number): number {
    const [first = "", second = ""] = [this.articleOf(a)?.id, this.articleOf(b)?.id];
    return first < second ? -1 : Number(first > second);
  }

  /** Numbers alone are sorted many times faster than rows. */
  #nthNewest(n: number): Instant {
    const instants = new Float64Array(this.due.length);
    for (let at = 0; at < instants.length; at++) instants[at] = this.heads.published(this.due[at] ?? 0);
    return instants.sort()[instants.length - n] ?? Number.POSITIVE_INFINITY;
  }

  #nextMoment(row: number, { published, embargo, expires }: Timing): Instant {
    // Of several changes to come only the last is known here: any moment may be one.
    if ((this.heads.changed(row) ?? this.now) > this.now) return this.now;
    let next = Number.POSITIVE_INFINITY;
    for (const each of [published, embargo, expires])
      if (each !== undefined && each > this.now && each < next) next = each;
    return next;
  }
}
