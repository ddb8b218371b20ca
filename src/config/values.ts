import { languageTag } from "../language.ts";
import { urlFrom } from "../url.ts";

/** What a permalink pattern may hold; the first four differ from article to article. */
const names = ["path", "slug", "filename", "title", "topic", "section", "year", "month", "day"] as const;

export type Placeholder = (typeof names)[number];

export const placeholders: readonly string[] = names;

/** Without one of these, all articles would have the same address. */
export const distinguishing = placeholders.slice(0, 4);

/** The words behind `:` in a pattern. */
export function placeholdersIn(pattern: string): string[] {
  return [...pattern.matchAll(/:([a-z_]+)/gi)].map(([, name = ""]) => name);
}

/** Whether a pattern makes addresses: a path, of known placeholders, different for each article. */
export function isPermalink(pattern: string): boolean {
  const used = placeholdersIn(pattern);
  return (
    /^\/(?!\/)[^\s?#\\]*$/.test(pattern) &&
    used.every((name) => placeholders.includes(name)) &&
    used.some((name) => distinguishing.includes(name))
  );
}

/** Whether text is a whole web address; one with a password in it isn't for the public. */
export function isAddress(text: string): boolean {
  const url = /^https?:\/\/[^/\s]\S*$/i.test(text) ? urlFrom(text) : undefined;
  return url?.username === "" && url.password === "";
}

/** Whether text is a site's address: one that paths can be put behind. */
export function isSiteAddress(text: string): boolean {
  return isAddress(text) && !/[?#]/.test(text);
}

/** A site's address as the feeds have it: ending in `/`. */
export function siteAddress(text: string): string {
  return new URL(text).href.replace(/\/*$/, "/");
}

/** Whether text is a web address or a path below the site's. */
export function isAddressOrPath(text: string): boolean {
  return isAddress(text) || /^(?!\/\/)(?![a-z][a-z0-9+.-]*:)[^\s\\]+$/i.test(text);
}

/** Whether text names an HTML file below a folder. */
export function isPagePath(text: string): boolean {
  return /^(?:[\w~-][\w.~-]*\/)*[\w~-][\w.~-]*\.html$/.test(text);
}

/** Whether text is a file's path that stays below its folder, of names that every file system has. */
export function isFilePath(text: string): boolean {
  if (!/\.(?:xml|json|rss|atom)$/i.test(text)) return false;
  return text
    .split("/")
    .every((name) => /^[^\x00-\x1F<>:"\\|?*]{1,200}$/.test(name) && !/^\.|[. ]$|^ /.test(name));
}

/** Whether text is a language tag (BCP 47). */
export function isLanguage(tag: string): boolean {
  return languageTag(tag) !== undefined;
}

/** A language tag in its usual case: `uk-UA`, not `uk-ua`. */
export function canonicalLanguage(tag: string): string {
  return languageTag(tag) ?? tag;
}

/** Whether text names a zone; an offset isn't one, as it knows no summer time. */
export function isTimezone(name: string): boolean {
  return /^[a-z]/i.test(name) && doesNotThrow(() => new Intl.DateTimeFormat("en", { timeZone: name }));
}

function doesNotThrow(action: () => unknown): boolean {
  try {
    action();
    return true;
  } catch {
    return false;
  }
}
