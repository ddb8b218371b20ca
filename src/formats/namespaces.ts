import type { Channel } from "../model.ts";
import { attributes, legal } from "./xml.ts";

/** The Atom namespace: RFC 4287, section 2. */
export const atom = "http://www.w3.org/2005/Atom";

/** What the RSS writer may use in any item. A stream can't wait for the last item, so all are declared. */
export const rssNamespaces = {
  atom,
  content: "http://purl.org/rss/1.0/modules/content/",
  dc: "http://purl.org/dc/elements/1.1/",
  dcterms: "http://purl.org/dc/terms/",
  media: "http://search.yahoo.com/mrss/",
} as const;

/** What the Atom writer may use in any entry, beside Atom's own. */
export const atomNamespaces = {
  dc: rssNamespaces.dc,
  media: rssNamespaces.media,
} as const;

/** The RSS syndication module, declared where a channel has a rhythm. */
export const syndication = { sy: "http://purl.org/rss/1.0/modules/syndication/" } as const;

/** RFC 5005, declared in archives. */
export const history = { fh: "http://purl.org/syndication/history/1.0" } as const;

/** RFC 6721, declared where stories were taken back. */
export const deletions = { at: "http://purl.org/atompub/tombstones/1.0" } as const;

const prefixes = /^(?!xml)[A-Za-z_][\w.-]*$/i;

const reserved = new Set(["http://www.w3.org/2000/xmlns/", "http://www.w3.org/XML/1998/namespace"]);

/** Whether a prefix may stand for an address: Namespaces in XML 1.0, section 3. */
export function isBindable(prefix: string, uri: string): boolean {
  const written = legal(uri);
  return prefixes.test(prefix) && written.trim() !== "" && !reserved.has(written);
}

/**
 * The prefixes of a document, with their URIs: the writer's own, then the channel's others. A
 * prefix that XML doesn't allow is left out, as are its elements.
 */
export function scope(own: Readonly<Record<string, string>>, channel: Channel): ReadonlyMap<string, string> {
  const known = new Map(Object.entries(own));
  for (const [prefix, uri] of Object.entries(channel.namespaces ?? {}))
    if (isBindable(prefix, uri) && !known.has(prefix)) known.set(prefix, uri);
  return known;
}

/** The `xmlns:…` attributes of a scope. */
export function declarations(scope: ReadonlyMap<string, string>): string {
  return [...scope].map(([prefix, uri]) => attributes({ [`xmlns:${prefix}`]: uri })).join("");
}
