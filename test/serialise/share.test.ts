import fc from "fast-check";
import { expect, test } from "vitest";
import { share } from "../../src/serialise/share.ts";

/** Counts what is pulled from a list. */
function counting(length: number) {
  const pulled: number[] = [];
  function* items() {
    for (let each = 0; each < length; each++) {
      pulled.push(each);
      yield each;
    }
  }
  return { pulled, items: items() };
}

test("readers in any order each see all items once and in order, and each item is made once", () => {
  const turns = fc.array(fc.nat({ max: 4 }), { maxLength: 200 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), fc.nat({ max: 30 }), turns, (count, length, order) => {
      const { pulled, items } = counting(length);
      const iterators = share(items, count).map((reader) => reader[Symbol.iterator]());
      const seen: number[][] = iterators.map(() => []);
      const turn = (reader: number): boolean => {
        const next = iterators[reader]?.next();
        if (next !== undefined && next.done !== true) seen[reader]?.push(next.value);
        return next?.done === true;
      };
      for (const reader of order) turn(reader % count);
      for (const reader of iterators.keys()) while (!turn(reader));
      const all = Array.from({ length }, (_, index) => index);
      expect(pulled).toEqual(all);
      expect(seen).toEqual(iterators.map(() => all));
    }),
    { numRuns: 2000 },
  );
});

test("an item is made when the first reader comes to it, and not before", () => {
  const { pulled, items } = counting(3);
  const [one, two] = share(items, 2).map((reader) => reader[Symbol.iterator]());
  expect(pulled).toEqual([]);
  one?.next();
  expect(pulled).toEqual([0]);
  two?.next();
  expect(pulled).toEqual([0]);
  two?.next();
  expect(pulled).toEqual([0, 1]);
});

test("a reader that is done stays done", () => {
  const [reader] = share(["a"], 1);
  expect([...(reader ?? [])]).toEqual(["a"]);
  expect([...(reader ?? [])]).toEqual([]);
});

test("of nothing, every reader sees nothing", () => {
  expect(share([], 3).map((reader) => [...reader])).toEqual([[], [], []]);
  expect(share(["a"], 0)).toEqual([]);
});
