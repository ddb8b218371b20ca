import { languageTag } from "../language.ts";
import { urlFrom } from "../url.ts";

/** What a permalink pattern may hold: those that differ from article to article … */
const own = ["path", "slug", "filename", "title", "slugortitle", "basename", "stem"] as const;
/** … and those that many may share. */
const shared = [
  "topic",
  "section",
  "sections",
  "categories",
  "year",
  "month",
  "day",
  "i_month",
  "i_day",
] as const;
/** … and those that can be followed by `_lower`: what is in them of files' names. */
const lowered = ["path", "slug", "filename", "basename", "stem", "section", "sections"] as const;
const names = [...own, ...shared] as const;

export type Placeholder = (typeof names)[number];

/** All that can stand behind `:`. */
export const placeholderWords: readonly string[] = [...names, ...lowered.map((name) => `${name}_lower`)];

/** The placeholder that a word behind `:` names; nothing where it is none. */
export function placeholderOf(word: string): string | undefined {
  return placeholderWords.includes(word) ? word.replace(/_lower$/, "") : undefined;
}

export const placeholders: readonly string[] = names;

/** Without one of these, all articles would have the same address. */
export const distinguishing: readonly string[] = own;

/** The words behind `:` in a pattern. */
export function placeholdersIn(pattern: string): string[] {
  return [...pattern.matchAll(/:([a-z_]+)/gi)].map(([, name = ""]) => name);
}

/** Whether a pattern makes addresses: a path, of known placeholders, different for each article. */
export function isPermalink(pattern: string): boolean {
  const used = placeholdersIn(pattern);
  return (
    /^\/(?!\/)[^\s?#\\]*$/.test(pattern) &&
    used.every((name) => placeholderOf(name) !== undefined) &&
    used.some((name) => distinguishing.includes(placeholderOf(name) ?? ""))
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

/** A host as addresses have it; nothing where text is more than its name, or less, as an ending of many hosts' names is. */
export function hostOf(text: string): string | undefined {
  return /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u.test(text)
    ? urlFrom(`https://${text}/`)?.hostname
    : undefined;
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

/** Whether an action comes to its end. */
export function doesNotThrow(action: () => unknown): boolean {
  try {
    action();
    return true;
  } catch {
    return false;
  }
}
