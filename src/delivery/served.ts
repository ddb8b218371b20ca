import { urlFrom } from "../url.ts";
import { onSite, webAddress } from "./addresses.ts";
import type { Offer } from "./offer.ts";

/** Documents that servers find by one file name, and serve alike. */
export interface Served {
  /** `rss.xml`: letters, digits and `._-` only. */
  readonly name: string;
  readonly contentType: string;
  /** Whether subscribers may be told of changes: it has to name its hubs then, and itself. */
  readonly isFeed: boolean;
  /** Each one's path in its address, as it is sent: percent-encoded, from the host's root on. */
  readonly paths: readonly string[];
}

/** Every document by its file name, the main feed's first. Names that would need escaping are left out. */
export function servedFiles({ site, listings, opml, partners = [] }: Offer): readonly Served[] {
  const found = new Map<string, Served>();
  const add = (url: string, mediaType: string, isFeed: boolean) => {
    const path = pathBelow(url, site.url);
    const name = path?.slice(path.lastIndexOf("/") + 1) ?? "";
    if (path === undefined || !/^[\w.-]+$/.test(name) || !/^[\w.+-]+\/[\w.+-]+$/.test(mediaType)) return;
    const others = found.get(name)?.paths ?? [];
    if (!others.includes(path))
      found.set(name, {
        name,
        contentType: `${mediaType}; charset=utf-8`,
        isFeed,
        paths: [...others, path],
      });
  };
  for (const { documents } of listings) for (const { url, mediaType } of documents) add(url, mediaType, true);
  if (opml) add(onSite(opml, site.url), "text/x-opml", false);
  const feeds = new Set(found.keys());
  for (const { path, mediaType } of partners)
    if (!feeds.has(path.slice(path.lastIndexOf("/") + 1))) add(onSite(path, site.url), mediaType, false);
  return [...found.values()];
}

/** Where archives stand, as servers compare paths; nothing where none has to be told from feeds. */
export function archivesOf(file: Served, offer: Offer): string | undefined {
  return offer.hasArchives && isPushed(file, offer) ? `${base(offer)}archive/` : undefined;
}

/** The path of the site on its host. */
export function base({ site }: Offer): string {
  return plainPath(new URL(site.url).pathname) ?? "/";
}

/** A path as servers compare it; nothing where it has more than letters, digits and `/._~-`. */
export function plainPath(path: string): string | undefined {
  try {
    const plain = decodeURIComponent(path);
    return /^[\p{L}\p{M}\p{N}/._~-]+$/u.test(plain) ? plain : undefined;
  } catch {
    return undefined;
  }
}

/** The path of an address, where the same server has it. */
function pathBelow(address: string, siteUrl: string): string | undefined {
  const url = urlFrom(address);
  return url?.href.startsWith(siteUrl) ? url.pathname : undefined;
}

/** The headers that all documents have. */
export function commonHeaders({ ttl = 5 }: Offer): readonly (readonly [name: string, value: string])[] {
  return [
    ["Cache-Control", `public, max-age=${ttl * 60}`],
    ["Access-Control-Allow-Origin", "*"],
    ["X-Content-Type-Options", "nosniff"],
  ];
}

/**
 * What pages are sent with beside their own policy, which each has in its head and which is stricter: what can't be
 * said there. Only where there are pages of ours; others stand below the site, too, and mustn't break.
 */
export function pageHeaders({
  hasPages = false,
}: Offer): readonly (readonly [name: string, value: string])[] {
  if (!hasPages) return [];
  return [
    ["Content-Security-Policy", "frame-ancestors 'self'; object-src 'none'; base-uri 'self'"],
    ["Referrer-Policy", "strict-origin-when-cross-origin"],
  ];
}

/** The `Link` values of a feed's hubs (WebSub, section 4); none where there are no hubs. */
export function hubLinks({ hubs }: Offer): readonly string[] {
  return hubs.flatMap((hub) => {
    const address = webAddress(hub);
    return address === undefined ? [] : [`<${inHeader(address)}>; rel="hub"`];
  });
}

/** Whether a document has to name hubs, and itself. */
export function isPushed({ isFeed }: Served, offer: Offer): boolean {
  return isFeed && hubLinks(offer).length > 0;
}

/** The `Link` value of a feed's own address. */
export function selfLink(address: string): string {
  return `<${address}>; rel="self"`;
}

/** Percent-encodes what separates values or has a meaning in some server's configuration. */
export function inHeader(address: string): string {
  return address.replace(/[^\w:/?#@!&*+;=.~%()[\]-]/g, (one) => {
    return [...Buffer.from(one)]
      .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`)
      .join("");
  });
}

export function origin({ site }: Offer): string {
  return new URL(site.url).origin;
}
