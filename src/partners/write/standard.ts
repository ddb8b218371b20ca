import { htmlParser } from "../../render/htmlParser.ts";
import type { Filler } from "../fill.ts";
import type { ElementRule } from "../profile/elements.ts";
import { elementsText } from "./elements.ts";

/** What a profile says of a part of the standard document. */
export interface StandardPart {
  readonly omit?: readonly string[] | undefined;
  readonly keep?: readonly string[] | undefined;
  readonly elements?: readonly ElementRule[] | undefined;
}

/**
 * The elements of a standard document's part, without those that the profile leaves out, and with
 * its own: one stands where the first standard one of its name did, or behind all.
 * @param standard as the format's writer has them
 */
export function blended(margin: string, standard: string, part: StandardPart, filler: Filler): string {
  const { omit = [], keep, elements = [] } = part;
  if (omit.length === 0 && keep === undefined && elements.length === 0) return standard;
  const named = new Set(elements.map(({ element }) => element));
  const placed = new Set<string>();
  let text = "";
  for (const { name, written } of elementsIn(standard)) {
    if (named.has(name)) {
      if (placed.has(name)) continue;
      placed.add(name);
      text += elementsText(
        margin,
        elements.filter(({ element }) => element === name),
        filler,
      );
    } else if (!omit.includes(name) && keep?.includes(name) !== false) text += written;
  }
  const others = elements.filter(({ element }) => !placed.has(element));
  return text + elementsText(margin, others, filler);
}

interface Written {
  readonly name: string;
  /** With its margin and its line end. */
  readonly written: string;
}

/** The outermost elements of a text that our own writers wrote: each begins a line, and ends one. */
function elementsIn(fragment: string): Written[] {
  const found: Written[] = [];
  let depth = 0;
  let from = 0;
  const parser = htmlParser(
    {
      onopentag: () => depth++,
      onclosetag: (name) => {
        if (--depth > 0) return;
        const end = parser.endIndex + "\n".length + 1;
        found.push({ name, written: fragment.slice(from, end) });
        from = end;
      },
    },
    { xmlMode: true },
  );
  parser.end(fragment);
  return found;
}

/** An element's lines: its start tag, what is in it, its end tag. */
export function opened(element: string): {
  readonly start: string;
  readonly inner: string;
  readonly end: string;
} {
  const first = element.indexOf("\n") + 1;
  const last = element.lastIndexOf("\n", element.length - 2) + 1;
  return { start: element.slice(0, first), inner: element.slice(first, last), end: element.slice(last) };
}

/** A start tag with further attributes. */
export function withAttributes(start: string, attributes: string): string {
  return attributes === "" ? start : `${start.slice(0, -">\n".length)}${attributes}>\n`;
}
