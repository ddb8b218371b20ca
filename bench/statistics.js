/** @param {number[]} values */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * How `ours` stands to `theirs`, run by run: neighbours in time had the same machine. They may have
 * had fewer.
 * @param {number[]} ours
 * @param {number[]} theirs
 */
export function ratio(ours, theirs) {
  return median(theirs.map((value, index) => ours[index] / value));
}

/**
 * With which power of the number something grows: 1 is in proportion, 2 is with the square.
 * @param {[count: number, value: number]} smaller
 * @param {[count: number, value: number]} larger
 */
export function exponent([few, less], [many, more]) {
  return Math.log(more / less) / Math.log(many / few);
}
