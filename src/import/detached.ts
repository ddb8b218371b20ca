/**
 * The same text in memory of its own. A piece of a string keeps the whole alive: a remembered id
 * would hold a quarter of a megabyte of its source, and all ids all of it.
 */
export function detached(text: string): string {
  return Buffer.from(text).toString();
}
