import type { Channel, Correction, Item } from "../../model.ts";
import { rfc3339 } from "../dates.ts";

/** The members that JSON Feed allows beside its own: those whose name starts with `_`. */
export function extensionMembers(members: Readonly<Record<string, unknown>> | undefined) {
  let allowed: Record<string, unknown> | undefined;
  for (const name in members) if (name.startsWith("_")) allowed = { ...allowed, [name]: members[name] };
  return allowed;
}

/** `_feedwright` of an item: what JSON Feed 1.1 has no member for. Left out where there is nothing. */
export function itemExtension(item: Item) {
  return extension({
    reading_minutes: item.readingMinutes,
    word_count: item.wordCount,
    topic: item.topic,
    credit: item.credit,
    corrections: item.corrections?.length ? item.corrections.map(correction) : undefined,
    source: item.origin,
    links: item.links?.length ? item.links : undefined,
    comments_url: item.comments,
    rights: item.rights,
    contributors: item.contributors?.length ? item.contributors : undefined,
    image: picture(item),
  });
}

/** `_feedwright` of a feed. */
export function feedExtension({ copyright, contributors, categories, updated }: Channel) {
  return extension({
    updated: updated === undefined ? undefined : rfc3339(updated),
    copyright,
    contributors: contributors?.length ? contributors : undefined,
    categories: categories?.length ? categories : undefined,
  });
}

function extension(members: Readonly<Record<string, unknown>>) {
  return said(members) ? { _feedwright: members } : undefined;
}

/** Asked of every item: a loop makes no list. */
function said(members: Readonly<Record<string, unknown>>): boolean {
  for (const name in members) if (members[name] !== undefined) return true;
  return false;
}

function correction({ date, note }: Correction) {
  return { date: date === undefined ? undefined : rfc3339(date), note };
}

/** The picture's words and size; its address is the item's `image`. */
function picture({ image }: Item) {
  if (!image) return undefined;
  // In one order, wherever the picture comes from: the same feed is the same bytes.
  const { type, length, width, height, alt, caption, credit } = image;
  const words = { type, length, width, height, alt, caption, credit };
  return said(words) ? words : undefined;
}
