import { parse, TomlDate } from "smol-toml";

/**
 * Strings and comments, which are passed over, and dates where a value may begin. A string that is
 * never closed is passed over too: looking for its end from each of its quotes takes minutes.
 */
const token = new RegExp(
  [
    String.raw`"""(?:[^\\]|\\.)*?(?:"""|\\?$)`,
    "'''.*?(?:'''|$)",
    String.raw`"(?:[^"\\\n]|\\.)*"?`,
    String.raw`'[^'\n]*'?`,
    String.raw`#[^\n]*`,
    String.raw`(?=\d{4}-)(?<=[=[,]\s*)[\d-]{10}(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?`,
  ].join("|"),
  "gis",
);

/**
 * Reads TOML as data. Dates stay the text that was written: the library would make 1 March of
 * 30 February. A whole number too large for JavaScript is kept exactly.
 */
export function readToml(source: string): unknown {
  const quoted = source.replace(token, (found) => (/^\d/.test(found) ? `"${found}"` : found));
  return asText(parse(quoted, { integersAsBigInt: "asNeeded" }));
}

/** Its long texts as the blank lines that they take: what looks like a key in one is none. */
export function withoutLongTexts(source: string): string {
  return source.replace(token, (found) =>
    /^(?:"""|''')/.test(found) ? found.replace(/[^\n]+/g, "") : found,
  );
}

/** What is left of the library's own dates are times of day. */
function asText(value: unknown): unknown {
  if (value instanceof TomlDate) return value.toISOString();
  if (Array.isArray(value)) return value.map(asText);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, asText(each)]));
}
