import type { Offer } from "./offer.ts";
import { hubLinks, inHeader, isPushed, origin, type Served, selfLink } from "./served.ts";

/** Where a server finds documents: by a pattern of their decoded paths, or at one of these. */
export interface Place {
  readonly by: "pattern" | "path";
  readonly path: string;
  /** Its own address, where it has to be named. */
  readonly self?: string;
}

/**
 * By their name in any folder of the site, so that a new feed needs no change of a server. Where hubs
 * have to be named, a document names itself too: its path can be repeated where it is plain ASCII, else
 * it has a place of its own.
 * @param itself how the server's language repeats a request's decoded path
 */
export function placesOf(file: Served, offer: Offer, itself: string): readonly Place[] {
  const name = quoted(file.name);
  if (!isPushed(file, offer)) return [{ by: "pattern", path: `^${base(offer)}(?:.+/)?${name}$` }];
  const host = inHeader(origin(offer));
  return [
    { by: "pattern", path: `^${base(offer)}(?:[\\w.~-]+/)*${name}$`, self: host + itself },
    ...file.paths.flatMap((path): Place[] => {
      const plain = plainPath(path);
      if (plain === undefined || /^[\w/.~-]+$/.test(plain)) return [];
      return [{ by: "path", path: plain, self: host + inHeader(path) }];
    }),
  ];
}

/** The `Link` values of what is found at a place. */
export function linksAt({ self }: Place, offer: Offer): readonly string[] {
  return self === undefined ? [] : [...hubLinks(offer), selfLink(self)];
}

/** A path as servers compare it; nothing where it has more than letters, digits and `/._~-`. */
function plainPath(path: string): string | undefined {
  try {
    const plain = decodeURIComponent(path);
    return /^[\p{L}\p{M}\p{N}/._~-]+$/u.test(plain) ? plain : undefined;
  } catch {
    return undefined;
  }
}

/** A regular expression for a text, for nginx, Caddy and Apache alike. */
export function quoted(text: string): string {
  return text.replace(/[.+*?^$|()[\]{}\\]/g, "\\$&");
}

/** The path of the site on its host. */
function base({ site }: Offer): string {
  return quoted(plainPath(new URL(site.url).pathname) ?? "/");
}
