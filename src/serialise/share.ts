/**
 * Lets several readers pull the same items, each at its own pace, while every item is made once.
 * What the slowest has not had yet is held; readers that go in step hold one item.
 */
export function share<Each>(source: Iterable<Each>, readers: number): Iterable<Each>[] {
  const iterator = source[Symbol.iterator]();
  const positions = new Array<number>(readers).fill(0);
  const held: Each[] = [];
  let passed = 0;
  let ended = false;

  function pull(reader: number): IteratorResult<Each> {
    const at = (positions[reader] ?? 0) - passed;
    if (at === held.length && !ended) {
      const next = iterator.next();
      if (next.done) ended = true;
      else held.push(next.value);
    }
    const value = held[at];
    if (value === undefined) return { done: true, value: undefined };
    positions[reader] = passed + at + 1;
    const slowest = Math.min(...positions);
    held.splice(0, slowest - passed);
    passed = slowest;
    return { done: false, value };
  }

  return positions.map((_, reader) => ({ [Symbol.iterator]: () => ({ next: () => pull(reader) }) }));
}
