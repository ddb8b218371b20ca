import type { Item, Person } from "../model.ts";

/** Who an item is by: its authors, then the agency whose copy it is, unless it is among them. */
export function byline({ authors, credit }: Item): readonly Person[] {
  if (!credit || authors.some(({ name }) => name === credit.name)) return authors;
  return [...authors, credit];
}

/** An item's subjects: the topic label first, then its tags, none twice. */
export function subjects({ topic, tags }: Item): Item["tags"] {
  if (!topic) return tags;
  return [topic, ...tags.filter((tag) => tag.term !== topic.term || tag.scheme !== topic.scheme)];
}
