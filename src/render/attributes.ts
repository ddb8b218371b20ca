import { attributeValues, booleanAttributes, codeClass, elements, globalAttributes } from "./allowed.ts";
import { escapeAttribute } from "./escape.ts";
import { parseSrcset, writeSrcset } from "./srcset.ts";

/** Where a picture or recording is; its size in bytes and in pixels where they are known. */
export interface Located {
  readonly url: string;
  readonly length?: number | undefined;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

/** Makes references absolute; undefined where one can't be used, which it has reported. */
export interface Addresses {
  link(reference: string): string | undefined;
  media(reference: string): Located | undefined;
}

/** Attributes by name; the order is that of writing. */
export type Attributes = Map<string, string>;

/** The attributes of an element that may stay, their URLs absolute. */
export function keepAttributes(
  element: string,
  given: Readonly<Record<string, string>>,
  addresses: Addresses,
): Attributes {
  const kept: Attributes = new Map();
  for (const [name, value] of Object.entries(given)) {
    const safe = keep(element, name, value, addresses);
    if (safe !== undefined) kept.set(name, safe);
  }
  return kept;
}

function keep(element: string, name: string, value: string, addresses: Addresses): string | undefined {
  if (name === "class" && element === "code") return value.split(/\s+/).find((each) => codeClass.test(each));
  if (!globalAttributes.has(name) && !elements.get(element)?.has(name)) return undefined;
  if (booleanAttributes.has(name)) return "";
  if (attributeValues.get(name)?.test(value.trim()) === false) return undefined;
  return resolve(name, value, addresses);
}

function resolve(name: string, value: string, addresses: Addresses): string | undefined {
  switch (name) {
    case "href":
    case "cite":
    case "longdesc":
      return addresses.link(value);
    case "src":
    case "poster":
      return addresses.media(value)?.url;
    case "srcset":
      return resolveSrcset(value, addresses) || undefined;
    default:
      return value;
  }
}

function resolveSrcset(value: string, addresses: Addresses): string {
  const candidates = parseSrcset(value).flatMap(({ url, descriptor }) => {
    const located = addresses.media(url);
    return located ? [{ url: located.url, descriptor }] : [];
  });
  return writeSrcset(candidates);
}

/** Attributes as they stand in a start tag, with a space in front. */
export function writeAttributes(attributes: Attributes): string {
  let text = "";
  for (const [name, value] of attributes) text += ` ${name}="${escapeAttribute(value)}"`;
  return text;
}
