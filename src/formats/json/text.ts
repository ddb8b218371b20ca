/// <reference lib="es2024.string" />
/** JSON as text, with an indentation of two. Lone surrogates, which many readers refuse, are U+FFFD. */

/** What strings rarely have and JSON may have to escape: one look decides. */
const unusual = /[\x00-\x09\x0B-\x1F\\\uD800-\uDFFF]/;

/** An item stands two levels deep: written inside two lists, it comes out indented as there. */
const opening = "[\n  [\n    {\n".length;
const closing = "\n    }\n  ]\n]".length;

export function stringify(value: object): string {
  const written = JSON.stringify(value, null, 2);
  if (!written.includes("\\ud")) return written;
  return JSON.stringify(value, (_, inner) => (typeof inner === "string" ? inner.toWellFormed() : inner), 2);
}

/** A long string: where only quotation marks and line ends need work, `JSON.stringify` takes twice as long. */
export function longString(value: string): string {
  if (unusual.test(value)) return JSON.stringify(value.toWellFormed());
  return `"${value.replace(/"/g, '\\"').replace(/\n/g, "\\n")}"`;
}

/** The members of an object that has some, as they stand in an item. */
export function members(object: object): string {
  return stringify([[object]]).slice(opening, -closing);
}
