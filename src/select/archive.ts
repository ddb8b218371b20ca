import type { Instant } from "../model.ts";
import type { ArchivePlace } from "./feedPlan.ts";

/** A month's or year's articles, or as many of them as one document has; newest first. */
interface ArchiveBlock {
  /** Below the output folder. */
  readonly folder: string;
  readonly rows: readonly number[];
  readonly place: ArchivePlace;
}

/** A feed's articles, each in the feed itself or in one archive. */
export interface Archived {
  /** Of the feed itself, newest first. */
  readonly current: readonly number[];
  /** Oldest first. */
  readonly blocks: readonly ArchiveBlock[];
  /** The folder of the newest archive that the feed leads to. */
  readonly previous: string | undefined;
}

/** What archives are divided by. */
export interface Division {
  readonly by: "month" | "year";
  /** An IANA time zone. */
  readonly timezone: string;
  /** How many articles the feed itself has at least, and an archive at most. */
  readonly limit: number;
}

/** What is known of a row's article. */
interface Times {
  published(row: number): Instant;
  /** Its last change, or its publication. */
  changed(row: number): Instant;
}

/**
 * Divides a feed's articles (RFC 5005, section 4). The feed has the newest whole blocks that come to
 * its limit, and each older block is an archive: as later ones followed it, or it is full, it never gets
 * another article. One document more than the feed leads to is written, so that each that it leads to
 * knows its successor for good. What was changed since the feed's oldest block began is there again.
 * @param rows newest first; those that were taken back too, so that others stay where they are
 * @param gone rows that were
 */
export function archived(
  rows: readonly number[],
  gone: ReadonlySet<number>,
  times: Times,
  division: Division,
): Archived {
  const standing = (row: number) => !gone.has(row);
  const blocks = blocksOf(rows, times, division);
  let open = blocks.length;
  // Places count, so that nothing that was taken back opens an archive again; but a feed of nothing is of no use.
  const isEmpty = () => !blocks.slice(open).some(({ rows }) => rows.some(standing));
  for (let left = 0; open > 0 && (left < division.limit || isEmpty()); )
    left += blocks[--open]?.rows.length ?? 0;
  const folder = (at: number) => blocks[at]?.folder;
  const first = blocks[open]?.rows.at(-1);
  const since = first === undefined ? Number.POSITIVE_INFINITY : times.published(first);
  const newest = (some: readonly Block[]) => some.toReversed().flatMap(({ rows }) => rows.filter(standing));
  const again = newest(blocks.slice(0, open)).filter((row) => times.changed(row) > since);
  return {
    current: [...newest(blocks.slice(open)), ...again],
    previous: folder(open - 1),
    blocks: blocks.slice(0, open === 0 ? 0 : open + 1).map((block, at) => ({
      ...block,
      rows: block.rows.filter(standing),
      place: { isArchive: true, previous: folder(at - 1), next: at < open ? folder(at + 1) : undefined },
    })),
  };
}

type Block = Omit<ArchiveBlock, "place">;

/** Oldest first: each month or year, in pieces of the limit where it has more. */
function blocksOf(rows: readonly number[], times: Times, { by, timezone, limit }: Division): Block[] {
  const calendar = calendarOf(by, timezone);
  const blocks: Block[] = [];
  const ascending = rows.toReversed();
  let name = "";
  for (let start = 0; start < ascending.length; ) {
    const next = calendar(times.published(ascending[start] ?? 0));
    // Where a clock is put back at a month's beginning, the month before comes again for an hour.
    name = next > name ? next : name;
    const end = endOf(ascending, start, (row) => calendar(times.published(row)) <= name);
    for (let piece = 0; start < end; piece++) {
      const last = Math.min(start + limit, end);
      const folder = `archive/${name}${piece === 0 ? "" : `-${piece + 1}`}/`;
      blocks.push({ folder, rows: ascending.slice(start, last).reverse() });
      start = last;
    }
  }
  return blocks;
}

/** Where those end that are alike, from the first on: by halves, as the calendar takes its time. */
function endOf(rows: readonly number[], start: number, isAlike: (row: number) => boolean): number {
  let [low, high] = [start + 1, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isAlike(rows[middle] ?? 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Names the month, as `2025-02`, or the year that an instant is in. */
function calendarOf(by: "month" | "year", timeZone: string): (instant: Instant) => string {
  const format = new Intl.DateTimeFormat("en", {
    timeZone,
    calendar: "iso8601",
    numberingSystem: "latn",
    year: "numeric",
    month: "2-digit",
  });
  return (instant) => {
    const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
    const year = (parts.get("year") ?? "").padStart(4, "0");
    return by === "year" ? year : `${year}-${parts.get("month")}`;
  };
}
