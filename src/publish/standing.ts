import { readRegular } from "../regularFile.ts";

/**
 * How many items a feed that stands in place has, by its own marks. It is asked where no manifest
 * tells, as in a fresh checkout; a file that is no feed has none.
 */
export function standingItems(path: string): number {
  try {
    const text = readRegular(path);
    return path.endsWith(".json")
      ? jsonItems(JSON.parse(text))
      : (text.match(/<(?:item|entry)[\s>]/g) ?? []).length;
  } catch {
    return 0;
  }
}

function jsonItems(feed: unknown): number {
  if (typeof feed !== "object" || feed === null || !("items" in feed)) return 0;
  return Array.isArray(feed.items) ? feed.items.length : 0;
}
