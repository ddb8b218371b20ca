import type { ImportedArticle } from "../imported.ts";

/** Which sites addresses belong to. Each ends in `/`. */
export interface AddressBook {
  /** The site that articles are imported to, as its configuration has it. */
  readonly site: string | undefined;
  /** The site that they were on, where they move: their paths stay. */
  readonly formerSite: string | undefined;
  /** Addresses that were given out already. */
  readonly addresses: Set<string>;
}

/** What front matter says of an article's addresses. */
interface AddressValues {
  readonly permalink?: string | undefined;
  readonly canonical?: string | undefined;
}

/**
 * Where an article is to stand. On its own site it stays where it was; where the site moves its path
 * does; of another site's article the address is where it was first published.
 */
export function addressValues({ url, externalUrl }: ImportedArticle, book: AddressBook): AddressValues {
  if (url === undefined || !isUsable(url)) return { canonical: externalUrl };
  const permalink = permalinkOf(url, book);
  if (permalink === undefined) return { canonical: externalUrl ?? url };
  if (book.addresses.has(permalink)) return { canonical: externalUrl };
  book.addresses.add(permalink);
  return { permalink, canonical: externalUrl };
}

/** Whether an address was given out already, to an article before. */
export function isTaken({ url }: ImportedArticle, book: AddressBook): boolean {
  const permalink = url === undefined || !isUsable(url) ? undefined : permalinkOf(url, book);
  return permalink !== undefined && book.addresses.has(permalink);
}

function permalinkOf(url: string, { site, formerSite }: AddressBook): string | undefined {
  for (const home of [site, formerSite])
    if (home !== undefined && url.startsWith(home)) return `/${url.slice(home.length)}`;
  if (site === undefined) return formerSite === undefined ? url : undefined;
  return new URL(url).origin === new URL(site).origin ? url : undefined;
}

/** A build takes no address with a user's name, or what looks like a template. */
function isUsable(url: string): boolean {
  const { username, password } = new URL(url);
  return username + password === "" && !/\{\{|\{%|\/:[a-z]/.test(url);
}
