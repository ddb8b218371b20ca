import type { Offer } from "./offer.ts";
import {
  archivesOf,
  base,
  hubLinks,
  inHeader,
  isPushed,
  origin,
  plainPath,
  type Served,
  selfLink,
} from "./served.ts";

/** Where a server finds documents: by a pattern of their decoded paths, or at one of these. */
export interface Place {
  readonly by: "pattern" | "path";
  readonly path: string;
  /** Its own address, where it has to be named. */
  readonly self?: string;
  /** A pattern of those that it finds and that aren't meant. */
  readonly except?: string | undefined;
}

/**
 * By their name in any folder of the site, so that a new feed needs no change of a server. Where hubs
 * have to be named, a document names itself too: its path can be repeated where it is plain ASCII, else
 * it has a place of its own. Archives, which name no hub, have the first place.
 * @param itself how the server's language repeats a request's decoded path
 */
export function placesOf(file: Served, offer: Offer, itself: string): readonly Place[] {
  const name = quoted(file.name);
  const site = quoted(base(offer));
  if (!isPushed(file, offer)) return [{ by: "pattern", path: `^${site}(?:.+/)?${name}$` }];
  const host = inHeader(origin(offer));
  const folder = archivesOf(file, offer);
  const archives = folder && `^${quoted(folder)}(?:.+/)?${name}$`;
  return [
    ...(archives ? [{ by: "pattern", path: archives } as const] : []),
    { by: "pattern", path: `^${site}(?:[\\w.~-]+/)*${name}$`, self: host + itself, except: archives },
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

/** A regular expression for a text, for nginx, Caddy and Apache alike. */
export function quoted(text: string): string {
  return text.replace(/[.+*?^$|()[\]{}\\]/g, "\\$&");
}
