import type { Instant, Item, Person } from "../../model.ts";
import { rfc3339 } from "../dates.ts";
import { each, textElement } from "../xml.ts";

/** `dc:creator`, one element a person (Dublin Core Metadata Element Set 1.1). */
export function creators(margin: string, people: readonly Person[] | undefined): string {
  return each(people, ({ name }) => textElement(margin, "dc:creator", name));
}

/** `dc:contributor`, one element a person. */
export function contributors(margin: string, people: readonly Person[] | undefined): string {
  return each(people, ({ name }) => textElement(margin, "dc:contributor", name));
}

/** `dcterms:modified`: when its editors last changed it. */
export function modified(margin: string, instant: Instant): string {
  return textElement(margin, "dcterms:modified", rfc3339(instant));
}

/** `dcterms:extent`: the reading time as an ISO 8601 duration, as DCMI recommends, and the count of words. */
export function extent(margin: string, { readingMinutes, wordCount }: Item): string {
  const minutes = readingMinutes === undefined ? undefined : `PT${readingMinutes}M`;
  const words = wordCount === undefined ? undefined : `${wordCount} words`;
  return textElement(margin, "dcterms:extent", minutes) + textElement(margin, "dcterms:extent", words);
}
