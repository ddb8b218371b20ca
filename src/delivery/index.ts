/**
 * The delivery room: what a site offers (its feeds, their hubs, the newest headlines) and what is
 * wanted come in; the files go out by which people, readers and servers find the feeds and send them:
 * a page, links for a page's head, headers for Netlify, Cloudflare Pages, nginx, Caddy and Apache.
 * And a document's bytes come in, and go out compressed.
 *
 * Nothing can go wrong: whatever strings come in, the files keep their form; an address that isn't one
 * gets no link, a file name that would need escaping no header. No disk, no clock.
 */
import type { Config } from "../config/index.ts";
import { alternates } from "./head.ts";
import type { Offer } from "./offer.ts";
import { firstComment } from "./own.ts";
import { pageText } from "./page.ts";
import { apacheFile } from "./servers/apache.ts";
import { caddyFragment } from "./servers/caddy.ts";
import { cloudflareHeaders, netlifyHeaders } from "./servers/headersFile.ts";
import { nginxFragment } from "./servers/nginx.ts";

export { fromPage } from "./addresses.ts";
export { compress, suffixes } from "./compress.ts";
export { directionOf } from "./direction.ts";
export type { Headline, Offer, PartnerDocument } from "./offer.ts";
export { firstComment, generator, isOwn } from "./own.ts";

/** A file of this room. What stands in its place may be overwritten if `isOwn`. */
export interface DeliveryFile {
  /** Below the output folder, with `/` between folders. */
  readonly path: string;
  readonly text: string;
}

const servers = {
  netlify: { path: "_headers", write: netlifyHeaders },
  cloudflare: { path: "_headers", write: cloudflareHeaders },
  nginx: { path: "delivery/nginx.conf", write: nginxFragment },
  caddy: { path: "delivery/Caddyfile", write: caddyFragment },
  apache: { path: ".htaccess", write: apacheFile },
};

/** Where this room's files may stand, below the output folder. */
export function deliveryPaths({ page, head, servers: named }: Config["delivery"]): readonly string[] {
  return [
    ...(page === undefined ? [] : [page]),
    ...(head ? ["delivery/head.html"] : []),
    ...named.map((name) => servers[name].path),
  ];
}

/** The files that are wanted, in a fixed order. The same offer gives the same bytes. */
export function deliveryFiles(offer: Offer, wanted: Config["delivery"]): readonly DeliveryFile[] {
  const { page, head, servers: named, compress } = wanted;
  return [
    ...(page === undefined ? [] : [{ path: page, text: pageText(offer, page) }]),
    ...(head ? [{ path: "delivery/head.html", text: headText(offer) }] : []),
    ...named.map((name) => ({ path: servers[name].path, text: servers[name].write(offer, compress) })),
  ];
}

function headText({ listings }: Offer): string {
  return firstComment("links to the feeds, for the head of the site's pages") + alternates(listings);
}
