/// <reference lib="es2024.string" />
/**
 * Writing XML 1.0 as text: what may stand in a document, and elements on lines of their own.
 * Whatever string comes in, what goes out is well-formed.
 */

/** First line of every document. */
export const declaration = '<?xml version="1.0" encoding="utf-8"?>\n';

const illegal = /[\x00-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/g;
const loneSurrogates = /\p{Surrogate}/gu;

/** Nearly no string needs work, so one look decides: what is illegal, a carriage return, or markup. */
const inText = /[\x00-\x08\x0B-\x1F&<>\uFFFE\uFFFF]/;
const inAttribute = /[\x00-\x1F&<>"\uFFFE\uFFFF]/;

/** Content is long: a first look takes every surrogate for a lone one, and one pass less. */
const suspicious = /[\x00-\x08\x0B-\x1F\uD800-\uDFFF\uFFFE\uFFFF]/;

/** Drops what XML 1.0 (section 2.2) forbids, and ends lines as its parsers do (section 2.11). */
export function legal(value: string): string {
  if (!suspicious.test(value)) return value;
  return value.replace(loneSurrogates, "").replace(illegal, "").replace(/\r\n?/g, "\n");
}

/** Whether plain text can stand in an element as it is. */
export function isPlain(value: string): boolean {
  return !inText.test(value) && value.isWellFormed();
}

/** Character data. */
export function text(value: string): string {
  return isPlain(value) ? value : escaped(legal(value));
}

/** An attribute's value, without the quotation marks. Line ends and tabs survive the parser's normalising. */
function attributeValue(value: string): string {
  if (!inAttribute.test(value) && value.isWellFormed()) return value;
  return escaped(legal(value)).replaceAll('"', "&quot;").replaceAll("\t", "&#x9;").replaceAll("\n", "&#xA;");
}

function escaped(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** A CDATA section; `]]>` is divided between two. */
export function cdata(value: string): string {
  const clean = legal(value);
  return `<![CDATA[${clean.includes("]]>") ? clean.replaceAll("]]>", "]]]]><![CDATA[>") : clean}]]>`;
}

/** Attributes, each after a space; those without a value are left out. */
export function attributes(pairs: Readonly<Record<string, string | number | undefined>>): string {
  let written = "";
  for (const name in pairs) {
    const value = pairs[name];
    if (value !== undefined) written += ` ${name}="${attributeValue(String(value))}"`;
  }
  return written;
}

/** An element on its own line. `content` and `attributes` are markup already. */
export function element(margin: string, name: string, content: string, attributes = ""): string {
  return `${margin}<${name}${attributes}>${content}</${name}>\n`;
}

/** An element with plain text; nothing where there is no text. */
export function textElement(
  margin: string,
  name: string,
  value: string | undefined,
  attributes = "",
): string {
  return value ? element(margin, name, text(value), attributes) : "";
}

/** An element that says all in its attributes. */
export function emptyElement(margin: string, name: string, attributes: string): string {
  return `${margin}<${name}${attributes}/>\n`;
}

/** An element around others, each on a line of its own; an empty element where there are none. */
export function parentElement(margin: string, name: string, children: string, attributes = ""): string {
  if (!children) return emptyElement(margin, name, attributes);
  return `${margin}<${name}${attributes}>\n${children}${margin}</${name}>\n`;
}

/** Writes each of a list. */
export function each<T>(list: readonly T[] | undefined, write: (one: T) => string): string {
  let written = "";
  if (list) for (const one of list) written += write(one);
  return written;
}

/**
 * Texts as one, in one place. `+` leaves a tree of its pieces, and a document that is kept whole
 * until its end would hold a million of them.
 */
export function flat(...texts: readonly string[]): string {
  return texts.join("");
}
