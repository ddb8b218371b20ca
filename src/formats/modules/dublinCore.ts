import type { Instant, Item, Person } from "../../model.ts";
import { rfc3339 } from "../dates.ts";
import { plainElement } from "../rss/text.ts";
import { each, element } from "../xml.ts";

/** `dc:creator`, one element a person (Dublin Core Metadata Element Set 1.1). */
export function creators(margin: string, people: readonly Person[] | undefined): string {
  return each(people, ({ name }) => plainElement(margin, "dc:creator", name));
}

/** `dc:contributor`, one element a person. */
export function contributors(margin: string, people: readonly Person[] | undefined): string {
  return each(people, ({ name }) => plainElement(margin, "dc:contributor", name));
}

/** `dcterms:modified`: when its editors last changed it. */
export function modified(margin: string, instant: Instant): string {
  return element(margin, "dcterms:modified", rfc3339(instant));
}

/**
 * The reading time as `dc:format`, whose definition takes in a resource's duration, as ISO 8601 has
 * it. `dcterms:extent` would be narrower, but the W3C validator lets only whole numbers stand there.
 */
export function readingTime(margin: string, { readingMinutes }: Item): string {
  return readingMinutes === undefined ? "" : element(margin, "dc:format", `PT${readingMinutes}M`);
}
