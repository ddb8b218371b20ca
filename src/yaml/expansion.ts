/**
 * How many values there would be with every alias written out; infinitely many where one holds
 * itself. Aliases share what they name, so that a few dozen of them can stand for a billion, or for a long
 * text a hundred times: a text counts as a value for each 16 characters.
 */
export function expandedSize(value: unknown, known = new Map<object, number>()): number {
  if (typeof value === "string") return 1 + (value.length >> 4);
  if (typeof value !== "object" || value === null) return 1;
  const before = known.get(value);
  if (before !== undefined) return before;
  known.set(value, Number.POSITIVE_INFINITY);
  let size = 1;
  for (const each of Object.values(value)) size += expandedSize(each, known);
  known.set(value, size);
  return size;
}
