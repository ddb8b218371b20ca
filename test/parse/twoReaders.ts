import fc from "fast-check";
import { expect } from "vitest";
import { readPlainYaml } from "../../src/parse/plainYaml.ts";
import { parseYaml } from "../../src/yaml/index.ts";

/** What holds the plain reader to the library: it gives what the library gives, or nothing. */

/** What the library gives; a source that it can't read is told apart from all data. */
export function byLibrary(source: string): unknown {
  try {
    return parseYaml(source, "texts");
  } catch {
    return "the library refuses it";
  }
}

export function expectNoDeviation(source: string): void {
  const plain = readPlainYaml(source);
  if (plain !== undefined) expect(byLibrary(source)).toEqual(plain);
}

/** Signs that mean something to YAML or to nobody, and some of everyday. */
export const sign = fc.constantFrom(
  ...":::---##''\"\"[]{},,&*!|>%@`?~.<=\\/()_+",
  ..."      \n\n\n\n\t\r",
  ..."abnyeTtruefalsnull0123456789x",
  ": ",
  " #",
  "\n- ",
  "\n  ",
  "a: ",
  "\nb: ",
  "é",
  "Ї",
  "語",
  "🗞",
  "\u0301",
  "\u0000",
  "\u0007",
  "\u007F",
  "\u0085",
  "\u00A0",
  "\u00AD",
  "\u200B",
  "\u2028",
  "\u2029",
  "\u3000",
  "\uFEFF",
  "\uFFFD",
  "\uFFFE",
  "\uFFFF",
  "\uD800",
  "\uDC00",
);
/** Inserts, deletes and swaps signs, up to `most` times. */
export function withTypingErrors(sources: fc.Arbitrary<string>, most: number): fc.Arbitrary<string> {
  const change = fc.tuple(fc.nat(), fc.constantFrom("insert", "delete", "swap"), sign);
  return fc
    .tuple(sources, fc.array(change, { maxLength: most }))
    .map(([text, changes]) => changes.reduce((now, each) => changed(now, ...each), text));
}

function changed(text: string, at: number, change: string, other: string): string {
  const place = at % (text.length + 1);
  const [before, after] = [text.slice(0, place), text.slice(place)];
  if (change === "insert") return before + other + after;
  const swapped = change === "swap" ? after.slice(1, 2) + after.slice(0, 1) : "";
  return before + swapped + after.slice(change === "swap" ? 2 : 1);
}
