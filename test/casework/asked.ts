/**
 * Reduces what was expected and what was read to what both can speak of, so that they can be
 * compared whole: an expected key that the format has no place for is passed over, as is a read one
 * that the case doesn't name. A text stands for the mapping that it names (`Desk`: `{name: Desk}`).
 */
export function asked(expected: unknown, read: unknown): { expected: unknown; read: unknown } {
  if (Array.isArray(expected) && Array.isArray(read)) return lists(expected, read);
  if (isMapping(expected) && isMapping(read)) return mappings(expected, read);
  if (typeof expected === "string" && isMapping(read)) return { expected, read: nameOf(read) };
  return { expected: trimmed(expected), read: trimmed(read) };
}

function lists(expected: readonly unknown[], read: readonly unknown[]) {
  const pairs = expected.map((each, index) => asked(each, read[index]));
  const beyond = read.slice(expected.length);
  return {
    expected: pairs.map((pair) => pair.expected),
    read: [...pairs.map((pair) => pair.read), ...beyond],
  };
}

function mappings(expected: Readonly<Record<string, unknown>>, read: Readonly<Record<string, unknown>>) {
  const keys = Object.keys(expected).filter((key) => key in read && expected[key] !== undefined);
  const pairs = keys.map((key) => [key, asked(expected[key], read[key])] as const);
  return {
    expected: Object.fromEntries(pairs.map(([key, pair]) => [key, pair.expected])),
    read: Object.fromEntries(pairs.map(([key, pair]) => [key, pair.read])),
  };
}

function nameOf({ name, term, url }: Readonly<Record<string, unknown>>): unknown {
  return name ?? term ?? url;
}

/** White space at the edges is the parsers' business. */
function trimmed(value: unknown): unknown {
  return typeof value === "string" ? value.trim() : value;
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
