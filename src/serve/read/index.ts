/**
 * Reads what was published as a subscriber's program does: a document's text comes in, its items go out, each with the
 * line it begins in, and what would keep a reader from it. Of our own writers it knows nothing.
 */
import { readAtom } from "./atom.ts";
import { faultsOf, type ReadFeed } from "./entry.ts";
import { readJson } from "./json.ts";
import { readRss } from "./rss.ts";
import { readSitemap } from "./sitemap.ts";
import { type Element, readXml } from "./xml.ts";

export { type Entry, keyOf, type ReadFeed } from "./entry.ts";

const readers: Readonly<Record<string, (root: Element) => Omit<ReadFeed, "faults">>> = {
  rss: readRss,
  feed: readAtom,
  urlset: readSitemap,
};

/** Any text can be read: what isn't a feed has faults instead of items. */
export function readFeed(text: string): ReadFeed {
  if (/^\s*[[{]/.test(text)) {
    const feed = readJson(text);
    return { ...feed, faults: [...feed.faults, ...faultsOf(feed.entries)] };
  }
  const { root, fault } = readXml(text);
  const read = Object.hasOwn(readers, root.name) ? readers[root.name] : undefined;
  const feed = (read ?? readRss)(root);
  const unknown = { message: "this is no feed that is known here", line: 1, column: 1 };
  if (fault) return { ...feed, faults: [fault] };
  return { ...feed, faults: read ? faultsOf(feed.entries) : [unknown] };
}
