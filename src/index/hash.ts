/**
 * Writes a text's hash of 64 bits. Equal texts have equal ones; that two others have one by chance
 * is checked by whoever asks, and against intent it is no guard.
 */
export function writeHash(text: string, into: Uint32Array, at: number): void {
  let [low, high] = [0xdeadbeef, 0x41c6ce57];
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, 0x9e3779b1);
    high = Math.imul(high ^ unit, 0x5f356495);
  }
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  into[at] = low;
  into[at + 1] = high;
}

/**
 * The places of rows in a list whose hash another one has, too.
 * @param hashes two numbers each, `stride` apart
 */
export function sharing(
  rows: ArrayLike<number>,
  hashes: Uint32Array,
  stride: number,
  offset: number,
): ReadonlySet<number> {
  const size = 2 ** Math.ceil(Math.log2(2 * rows.length + 2));
  const slots = new Int32Array(size).fill(-1);
  const shared = new Set<number>();
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] ?? 0;
    const low = hashes[stride * row + offset] ?? 0;
    const high = hashes[stride * row + offset + 1] ?? 0;
    let slot = low & (size - 1);
    for (; slots[slot] !== -1; slot = (slot + 1) & (size - 1)) {
      const other = slots[slot] ?? 0;
      if (hashes[stride * other + offset] !== low || hashes[stride * other + offset + 1] !== high) continue;
      shared.add(other).add(row);
      break;
    }
    if (slots[slot] === -1) slots[slot] = row;
  }
  return shared;
}
