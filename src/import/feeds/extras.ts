import { elementsIn, textIn, type XmlElement } from "../xml/element.ts";

/** What an article's `extra` may take, in characters: front matter ends at 256 kB. */
const roomiest = 64 * 1024;

/**
 * The elements of other namespaces that nothing here has a word for: `itunes:episode: "5"`. An
 * element with attributes or elements in it is a mapping; one that comes again is a list.
 * @param used the names that were read already
 */
export function extrasOf(
  element: XmlElement,
  used: ReadonlySet<string>,
): Readonly<Record<string, unknown>> | undefined {
  const found = elementsIn(element).filter(({ name }) => name.includes(":") && !used.has(name));
  return limited(gathered(found));
}

/** Nothing where there is nothing, or too much. */
export function limited(
  extra: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> | undefined {
  if (Object.keys(extra).length === 0) return undefined;
  return JSON.stringify(extra).length > roomiest ? undefined : extra;
}

function gathered(elements: readonly XmlElement[]): Readonly<Record<string, unknown>> {
  const byName = new Map<string, unknown[]>();
  for (const each of elements) {
    const values = byName.get(each.name) ?? [];
    values.push(dataOf(each));
    byName.set(each.name, values);
  }
  const pairs = [...byName].map(
    ([name, values]) => [name, values.length === 1 ? values[0] : values] as const,
  );
  return Object.fromEntries(pairs.filter(([, value]) => value !== ""));
}

function dataOf(element: XmlElement): unknown {
  const inner = gathered(elementsIn(element));
  const text = element.children
    .filter((child) => typeof child === "string")
    .map(textIn)
    .join("")
    .trim();
  const hasMore = Object.keys(element.attributes).length + Object.keys(inner).length > 0;
  return hasMore ? { ...element.attributes, ...inner, ...(text === "" ? {} : { text }) } : text;
}
