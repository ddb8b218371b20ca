import { isSettled, urlFrom } from "../url.ts";

/** Making references absolute, the way that browsers resolve them. */

/** What a link may lead to: pages, and what a phone or a mail program opens. */
export const linkSchemes: ReadonlySet<string> = new Set(["http:", "https:", "mailto:", "tel:", "sms:"]);

/** Where pictures, sound and quoted sources may come from. */
export const mediaSchemes: ReadonlySet<string> = new Set(["http:", "https:"]);

const pelicanPrefix = /^(?:\{|%7B)(?:static|attach|filename)(?:\}|%7D)/i;

/**
 * A reference without the signs that only its generator reads: what Docusaurus has in its folder
 * `static`, and Pelican below its content, stands at the same place below the site's root.
 */
export function withoutSigns(reference: string): string {
  return reference.replace(/^@site\/static\//, "/").replace(pelicanPrefix, "");
}

/**
 * The absolute form of a reference: percent-encoded, hosts in punycode.
 * @returns undefined where it is no URL, or has a scheme that isn't in `schemes`
 */
export function absoluteUrl(
  reference: string,
  base: string,
  schemes: ReadonlySet<string> = linkSchemes,
): string | undefined {
  const glance = atAGlance(reference, base);
  if (glance !== undefined && schemes.has(glance.slice(0, glance.indexOf(":") + 1))) return glance;
  const url = urlFrom(reference, base);
  return url && schemes.has(url.protocol) ? strict(url.href) : undefined;
}

const origin = /^https?:\/\/[^/]+(?=\/)/;
const plainQuery = /^(?:\?[\w~/=&.,:+-]*)?$/;

/** What needs no parsing: an address that is settled, or a path from the root that makes one; and its query. */
function atAGlance(reference: string, base: string): string | undefined {
  const fromRoot = reference.startsWith("/") && !reference.startsWith("//");
  const start = fromRoot ? (origin.exec(base)?.[0] ?? "") : "";
  const query = reference.indexOf("?");
  const path = query === -1 ? reference : reference.slice(0, query);
  const settled = isSettled(start + path) && plainQuery.test(reference.slice(path.length));
  return settled ? start + reference : undefined;
}

// WHATWG leaves some characters as they are that RFC 3986, and so a feed's validator, refuses.
const lax = /[ "<>\\^`{|}]|%(?![0-9a-fA-F]{2})/g;

function strict(href: string): string {
  return href.replace(lax, encodeURIComponent);
}

/** Whether a reference could name a file beside the article: no scheme, no host, not from the root. */
export function isRelativePath(reference: string): boolean {
  return !/^(?:[/\\#?]|[a-z][a-z0-9+.-]*:|\s*$)/i.test(reference.trimStart());
}
