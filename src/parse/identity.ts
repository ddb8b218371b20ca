import type { Addresses } from "../config/index.ts";
import { problem } from "../problems/index.ts";
import { urlFrom } from "../url.ts";
import type { Fields } from "./fields.ts";
import { type AddressParts, belowSite, onSite, pathAfter } from "./permalink.ts";

/** What an article's address and id are made from, besides its front matter. */
export interface IdentityContext {
  /** Absolute, ends in `/`. */
  readonly siteUrl: string;
  readonly siteLanguage: string;
  /** The configuration's permalink pattern. */
  readonly pattern: string;
  /** The articles' addresses, where a program has said them. */
  readonly addresses?: Addresses | undefined;
}

/** What never changes by accident. */
export interface Identity {
  readonly id: string;
  readonly permalink: string;
  /** Whether its front matter says the address, or a part of it. */
  readonly addressClaimed: boolean;
}

/** What an article says of itself, as far as an address may tell it. */
type About = Pick<AddressParts, "title" | "topic" | "categories" | "date">;

/**
 * An article's address (what a program has said, its own `permalink`, or the pattern) and its id (its own, or the address).
 * @returns nothing where the address leads away from the site; that is reported
 */
export function readIdentity(
  fields: Fields,
  file: string,
  about: About,
  context: IdentityContext,
): Identity | undefined {
  if (context.addresses !== undefined) {
    const permalink = addressSaid(context.addresses, fields, file, context.siteUrl);
    if (permalink === undefined) return undefined;
    return { permalink, id: fields.text("id") ?? permalink, addressClaimed: true };
  }
  const slug = fields.text("slug");
  const name = slug?.startsWith("/") ? "slug" : "permalink";
  const given = name === "slug" ? slug : givenPermalink(fields, context.siteUrl);
  const permalink =
    given === undefined
      ? patternPermalink(fields, slug, file, about, context)
      : ownPermalink(fields, name, given, context.siteUrl);
  if (permalink === undefined) return undefined;
  const addressClaimed = given !== undefined || slug !== undefined;
  return { permalink, id: fields.text("id") ?? permalink, addressClaimed };
}

function addressSaid(
  addresses: Addresses,
  fields: Fields,
  file: string,
  siteUrl: string,
): string | undefined {
  const seen = Object.hasOwn(addresses, file) ? (addresses[file] ?? "") : "";
  const url = urlFrom(seen)?.href;
  if (url !== undefined && standsOn(url, siteUrl)) return url;
  return fields.report(problem("address-outside", { seen: seen.slice(0, 200) }));
}

function patternPermalink(
  fields: Fields,
  given: string | undefined,
  file: string,
  about: About,
  context: IdentityContext,
): string | undefined {
  const { pattern, siteLanguage, siteUrl } = context;
  const slug = slugAsWritten(given);
  if (slug !== undefined && climbing.test(slug)) return outside(fields, "slug", slug);
  return onSite(siteUrl, pathAfter(pattern, { file, slug, siteLanguage, ...about }));
}

/** What ends in dots leads to the folder above, and at last to the site's own page. */
const climbing = /(?:^|[\\/])(?:\.|%2e){1,2}[\\/]*$/i;

/** Without slashes around it, and without the escapes of a slug that was copied out of an address. */
function slugAsWritten(slug: string | undefined): string | undefined {
  if (slug === undefined) return undefined;
  const bare = /^\/*(.*[^/])?/s.exec(slug)?.[1] ?? "";
  try {
    return decodeURIComponent(bare) || undefined;
  } catch {
    return bare;
  }
}

/**
 * A permalink that is a path or URL. Other generators' templates are said and passed over; their
 * `link` or `url` to another site is the piece that the article is about, not its address.
 */
function givenPermalink(fields: Fields, siteUrl: string): string | undefined {
  const text = fields.text("permalink");
  const field = fields.get("permalink");
  if (text === undefined || field === undefined) return undefined;
  if (/\{\{|\{%|(?:^|\/):[a-z]/.test(text)) {
    return fields.reportAt(field, (key) => problem("permalink-template", { key, seen: text }));
  }
  const word = field.key.at(-1)?.toLowerCase();
  if (word !== "permalink" && isElsewhere(text, siteUrl)) return undefined;
  // Zola's and Hugo's pages are folders, whether their `path` and `url` say so or not.
  const isFolder = word === "path" || word === "url";
  return isFolder && /^[^:?#]*[^/:?#]$/.test(text) && !/\.\w*html?$/.test(text) ? `${text}/` : text;
}

/** Whether an address names another site. */
export function isElsewhere(address: string, siteUrl: string): boolean {
  const url = urlFrom(address);
  return url !== undefined && url.origin !== new URL(siteUrl).origin;
}

function ownPermalink(
  fields: Fields,
  name: "slug" | "permalink",
  given: string,
  siteUrl: string,
): string | undefined {
  const url = urlFrom(given)?.href ?? belowSite(siteUrl, given);
  return standsOn(url, siteUrl) && !climbing.test(given) ? url : outside(fields, name, given);
}

/** Not by its origin alone: `blob:` has its inner address's, and a user's name is part of none. */
function standsOn(address: string, siteUrl: string): boolean {
  const { origin, protocol, username, password } = new URL(address);
  return /^https?:$/.test(protocol) && origin === new URL(siteUrl).origin && username + password === "";
}

function outside(fields: Fields, name: "slug" | "permalink", given: string): undefined {
  const seen = given.slice(0, 200);
  const field = fields.get(name);
  return field && fields.reportAt(field, (key) => problem("permalink-outside", { key, seen }));
}
