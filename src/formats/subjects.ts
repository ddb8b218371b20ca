import type { Category, Item } from "../model.ts";

/** An item's subjects: the topic label first, then its tags, none twice. */
export function subjects({ topic, tags }: Item): readonly Category[] {
  if (!topic) return tags;
  return [topic, ...tags.filter((tag) => tag.term !== topic.term || tag.scheme !== topic.scheme)];
}
