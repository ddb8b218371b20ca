import type { Mapping } from "./frontMatter.ts";

/** What a value of front matter says, whatever its type. */

/** One for all articles that have nothing to list. */
export const none: readonly never[] = [];

/** Null, empty text and `false` say nothing. */
export function isNothing(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === false ||
    (typeof value === "string" && value.trim() === "")
  );
}

/** Text, or a number or truth value written as text. */
export function asText(value: unknown): string | undefined {
  if (typeof value === "string") return clean(value).trim() || undefined;
  return typeof value === "number" || typeof value === "boolean" || typeof value === "bigint"
    ? String(value)
    : undefined;
}

// What XML 1.0 forbids is dropped here already, so that an id is the same in every format.
const forbidden = /[\x00-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|\p{Surrogate}/gu;
/** A first look that takes every surrogate for a lone one, in a tenth of the time. */
const suspicious = /[\x00-\x08\x0B\x0C\x0E-\x1F\uD800-\uDFFF\uFFFE\uFFFF]/;

function clean(text: string): string {
  return suspicious.test(text) ? text.replace(forbidden, "") : text;
}

/** Each once, in the order of coming. */
export function distinct(texts: readonly string[]): readonly string[] {
  // Looking through a few takes less time than making a set.
  const doubled = texts.length > 16 || texts.some((text, index) => texts.indexOf(text) !== index);
  return doubled ? [...new Set(texts)] : texts;
}

/** A member of a mapping, if `value` is one: the first of the names (lower case) that says something. */
export function member(value: unknown, ...names: readonly string[]): unknown {
  if (!isMapping(value)) return undefined;
  for (const name of names) {
    const found = lastNamed(value, name);
    if (!isNothing(found)) return found;
  }
  return undefined;
}

/** Keys with values. */
export function isMapping(value: unknown): value is Mapping {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function lastNamed(mapping: Mapping, name: string): unknown {
  let found: unknown;
  for (const key in mapping) {
    const named = key === name || (key.length === name.length && key.toLowerCase() === name);
    if (named) found = mapping[key];
  }
  return found;
}
