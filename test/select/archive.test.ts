import fc from "fast-check";
import { expect, test } from "vitest";
import { type Archived, archived } from "../../src/select/archive.ts";

const day = 24 * 60 * 60 * 1000;
const division = { by: "month", timezone: "Europe/Kyiv", limit: 3 } as const;

/** Rows are their articles' days; the largest, which is the newest, comes first. */
function divided(
  days: readonly number[],
  changed: ReadonlyMap<number, number> = new Map(),
  gone: ReadonlySet<number> = new Set(),
): Archived {
  const rows = days.toSorted((a, b) => b - a);
  const published = (row: number) => row * day;
  return archived(rows, gone, { published, changed: (row) => (changed.get(row) ?? row) * day }, division);
}

/** The documents that the feed leads to, newest first. */
function walk({ blocks, previous }: Archived) {
  const found = [];
  for (let folder = previous; folder !== undefined; ) {
    const block = blocks.find((each) => each.folder === folder);
    if (block === undefined) throw new Error(`${folder} is not there`);
    found.push(block);
    folder = block.place.previous;
  }
  return found;
}

const someDays = fc.uniqueArray(fc.nat({ max: 400 }), { maxLength: 60 });

test("whoever follows the links has every article once, newest first within a document", () => {
  fc.assert(
    fc.property(someDays, (days) => {
      const result = divided(days);
      const documents = [result.current, ...walk(result).map(({ rows }) => rows)];
      expect(documents.flat().toSorted((a, b) => a - b)).toEqual(days.toSorted((a, b) => a - b));
      for (const rows of documents) expect(rows).toEqual(rows.toSorted((a, b) => b - a));
      for (const { rows } of result.blocks) expect(rows.length).toBeLessThanOrEqual(division.limit);
    }),
  );
});

test("the feed itself has its limit's worth, and at most a block more", () => {
  fc.assert(
    fc.property(someDays, (days) => {
      const { current } = divided(days);
      expect(current.length).toBeGreaterThanOrEqual(Math.min(division.limit, days.length));
      expect(current.length).toBeLessThan(2 * division.limit);
    }),
  );
});

test("each archive knows its neighbours, and that of the other direction leads back", () => {
  fc.assert(
    fc.property(someDays, (days) => {
      const { blocks } = divided(days);
      for (const [at, { place }] of blocks.entries()) {
        expect(place.previous).toBe(blocks[at - 1]?.folder);
        expect(place.next).toBe(blocks[at + 1]?.folder);
      }
    }),
  );
});

test("a newer article changes no archive that the feed leads to", () => {
  fc.assert(
    fc.property(someDays, fc.integer({ min: 1, max: 90 }), (days, later) => {
      const before = divided(days);
      const after = divided([...days, Math.max(0, ...days) + later]);
      for (const block of walk(before)) expect(walk(after)).toContainEqual(block);
    }),
  );
});

test("one that was taken back leaves its place empty: no other moves", () => {
  fc.assert(
    fc.property(someDays, fc.nat(), (days, which) => {
      const one = days[which % days.length] ?? 0;
      const [before, after] = [divided(days), divided(days, new Map(), new Set([one]))];
      const without = (rows: readonly number[]) => rows.filter((row) => row !== one);
      expect(after.current).toEqual(without(before.current));
      expect(after.blocks).toEqual(before.blocks.map((block) => ({ ...block, rows: without(block.rows) })));
    }),
  );
});

test("an archive is of the month in the site's zone", () => {
  const first = Date.UTC(2025, 1, 28, 22, 30) / day; // the first of March in Kyiv
  const { blocks } = divided([first - 0.1, first, first + 40, first + 41, first + 42, first + 80]);
  expect(blocks.map(({ folder, rows }) => [folder, rows.length])).toEqual([
    ["archive/2025-02/", 1],
    ["archive/2025-03/", 1],
    ["archive/2025-04/", 3],
  ]);
});

test("where a clock is put back into the month before, each article has one place still", () => {
  const instants = [
    "2009-10-15T12:00:00",
    "2009-11-01T02:30:10",
    "2009-11-01T02:30:20",
    "2009-11-01T02:30:30",
  ]
    .concat(["2009-11-01T03:00:00", "2009-11-01T05:00:00"])
    .map((each) => Date.parse(`${each}Z`) / day);
  const rows = instants.toSorted((a, b) => b - a);
  const at = (row: number) => row * day;
  const zone = { by: "month", timezone: "America/St_Johns", limit: 1 } as const;
  const result = archived(rows, new Set(), { published: at, changed: at }, zone);
  const documents = [result.current, ...walk(result).map((each) => each.rows)];
  expect(documents.flat()).toEqual(rows);
  expect(new Set(result.blocks.map(({ folder }) => folder)).size).toBe(result.blocks.length);
});

test("a feed isn't empty while older articles are there", () => {
  const { current } = archived(
    [3, 2, 1],
    new Set([3]),
    { published: (row) => row * 40 * day, changed: () => 0 },
    {
      ...division,
      limit: 1,
    },
  );
  expect(current).toEqual([2]);
});

test("what was changed after the feed's oldest article is in the feed again, and stays where it was", () => {
  const days = [10, 100, 200, 201, 202];
  const { current, blocks } = divided(days, new Map([[10, 300]]));
  expect(current).toEqual([202, 201, 200, 10]);
  expect(blocks[0]?.rows).toEqual([10]);
  expect(divided(days, new Map([[10, 150]])).current).toEqual([202, 201, 200]);
});
