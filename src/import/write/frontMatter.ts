import { CORE_SCHEMA, dump } from "js-yaml";
import type { Correction, EnclosureReference, Link, Person, PictureReference } from "../../model.ts";

/** A file's front matter, in the order of writing: what is undefined or empty isn't written. */
export type FrontMatter = Readonly<Record<string, unknown>>;

/** Front matter as YAML 1.2 between its fences. Whatever a text holds, it can't end the block. */
export function frontMatterText(front: FrontMatter): string {
  const yaml = dump(said(front), { schema: CORE_SCHEMA, lineWidth: -1, noRefs: true, flowLevel: -1 });
  return `---\n${yaml}---\n`;
}

function said(front: FrontMatter): FrontMatter {
  return Object.fromEntries(Object.entries(front).filter(([, value]) => saysSomething(value)));
}

function saysSomething(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return value !== undefined && value !== "";
}

/** A name that can't be taken for a mail address, a link, or several names. */
const plainName = /^[\p{L}\p{M}\p{N} .'’-]*\p{L}[\p{L}\p{M}\p{N} .'’-]*$/u;

/** People as front matter has them. */
export function peopleValue(people: readonly Person[] | undefined): readonly unknown[] {
  return (people ?? []).map(({ name, email, url, avatar }) => {
    const more = said({ email, url, avatar });
    return Object.keys(more).length === 0 && plainName.test(name) ? name : { name, ...more };
  });
}

/** @param line makes Markdown of plain text */
export function pictureValue(picture: PictureReference | undefined, line: (text: string) => string): unknown {
  if (picture === undefined) return undefined;
  const { src, alt, caption, credit, width, height, length, type } = picture;
  const words = Object.entries({ alt, caption, credit }).map(([name, text]) => [name, text && line(text)]);
  const more = said({ ...Object.fromEntries(words), width, height, length, type });
  return Object.keys(more).length === 0 ? src : { src, ...more };
}

export function enclosureValues(enclosures: readonly EnclosureReference[] | undefined): readonly unknown[] {
  return (enclosures ?? []).map(({ url, type, length, duration, title }) => {
    const more = said({ type, length, duration, title });
    return Object.keys(more).length === 0 ? url : { url, ...more };
  });
}

/** Notes are Markdown already. */
export function correctionValues(corrections: readonly Correction[] | undefined): readonly unknown[] {
  return (corrections ?? []).map(({ date, note }) => {
    return date === undefined ? { note } : { date: new Date(date).toISOString().replace(".000Z", "Z"), note };
  });
}

export function linkValues(links: readonly Link[] | undefined): readonly unknown[] {
  return (links ?? [])
    .filter(({ rel }) => rel === "related")
    .map(({ url, title }) => (title === undefined ? url : { url, title }));
}
