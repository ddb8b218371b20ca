import { createRequire } from "node:module";
import type * as smolToml from "smol-toml";

/** Loaded with the first TOML: on most sites there is none. */
const require = createRequire(import.meta.url);
const library = (): typeof smolToml => require("smol-toml");

/** Text that can't be read as TOML. */
export class TomlSyntaxError extends Error {
  override readonly name = "TomlSyntaxError";
  constructor(
    readonly reason: string,
    readonly line: number,
    readonly column: number,
  ) {
    super(reason);
  }
}

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
 * @throws TomlSyntaxError
 */
export function readToml(source: string): unknown {
  const { parse, TomlDate, TomlError } = library();
  const { quoted, quotes } = withQuotedDates(source);
  try {
    return withoutDates(parse(quoted, { integersAsBigInt: "asNeeded" }), TomlDate);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const reason = error.message.split("\n")[0] ?? "";
    const { line, column } = error;
    const lineStart = quoted.split("\n", line - 1).reduce((sum, each) => sum + each.length + 1, 0);
    const before = quotes.filter((at) => at >= lineStart && at < lineStart + column - 1).length;
    throw new TomlSyntaxError(reason.replace("Invalid TOML document: ", ""), line, column - before);
  }
}

/** @returns the quotes' offsets, too: what is wrong behind them stands that much further in front */
function withQuotedDates(source: string) {
  const quotes: number[] = [];
  const quoted = source.replace(token, (found, at: number) => {
    if (!/^\d/.test(found)) return found;
    const start = at + quotes.length;
    quotes.push(start, start + found.length + 1);
    return `"${found}"`;
  });
  return { quoted, quotes };
}

/** Its long texts as the blank lines that they take: what looks like a key in one is none. */
export function withoutLongTexts(source: string): string {
  return source.replace(token, (found) =>
    /^(?:"""|''')/.test(found) ? found.replace(/[^\n]+/g, "") : found,
  );
}

/** What is left of the library's own dates are times of day. */
function withoutDates(value: unknown, TomlDate: typeof smolToml.TomlDate): unknown {
  if (value instanceof TomlDate) return value.toISOString();
  if (Array.isArray(value)) return value.map((each) => withoutDates(each, TomlDate));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, each]) => [key, withoutDates(each, TomlDate)]);
  return Object.fromEntries(entries);
}
