import type { Placeholder } from "../config/index.ts";
import { isLanguageCode } from "../language.ts";
import { isSettled } from "../url.ts";
import type { Wall } from "./dates.ts";

/** What an address can be made of. */
export interface AddressParts {
  /** Below the content folder, with `/` between folders. */
  readonly file: string;
  readonly date: Wall;
  readonly title: string;
  readonly topic: string | undefined;
  /** All of them, in the article's order. */
  readonly categories: readonly string[];
  readonly slug: string | undefined;
  /** The site's own language, which has no folder in addresses. */
  readonly siteLanguage: string;
}

/** What a file's name says of its article. */
export interface FileName {
  /** The folders that stand in an address, with `/` between them: without `_posts`, `_drafts` and a bundle's own. */
  readonly folder: string;
  /** The name without date, language and ending; a bundle's folder for `index`. */
  readonly name: string;
  /** The same with its date. */
  readonly basename: string;
  /** Jekyll's and Docusaurus's date in the name or in the folders. */
  readonly date: string | undefined;
  /** Hugo's `name.uk.md`. */
  readonly language: string | undefined;
  /** Under `_drafts`. */
  readonly draft: boolean;
  /** Under `_posts` or `_drafts`. */
  readonly jekyll: boolean;
}

const ending = /\.[a-z]+$/i;
const dated = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[-_](.+))?$/;
const datedFolders = /(?:^|\/)(\d{4})\/(\d{2})\/(\d{2})$/;

let last: { readonly file: string; readonly name: FileName } | undefined;

/** Reads what generators write into file names. An article asks several times in a row. */
export function readFileName(file: string): FileName {
  if (last?.file !== file) last = { file, name: takeApart(file) };
  return last.name;
}

function takeApart(file: string): FileName {
  const stroke = file.lastIndexOf("/");
  const written = file.slice(stroke + 1).replace(ending, "");
  const language = languageOf(written);
  const base = language === undefined ? written : written.slice(0, -language.length - 1);
  const whole = file.slice(0, Math.max(stroke, 0));
  const jekyll = jekylls.test(whole);
  const around = jekyll ? withoutJekylls(whole) : whole;
  // At the top there is no folder that a bundle could be.
  const bundle = around !== "" && /^index$/i.test(base);
  const folder = bundle ? around.slice(0, Math.max(around.lastIndexOf("/"), 0)) : around;
  const name = bundle ? around.slice(around.lastIndexOf("/") + 1) : base;
  const found = dated.exec(name);
  const date = found?.slice(1, 4).join("-") ?? datedFolders.exec(folder)?.slice(1, 4).join("-");
  const draft = jekyll && whole.split("/").includes("_drafts");
  return { folder, name: found?.[4] ?? name, basename: name, date, language, draft, jekyll };
}

const jekylls = /(?:^|\/)_(?:posts|drafts)(?:\/|$)/;

function withoutJekylls(folder: string): string {
  const parts = folder.split("/").filter((part) => part !== "_posts" && part !== "_drafts");
  return parts.join("/");
}

/** `what-is-node.js` names no language: only one that is known is taken off. */
function languageOf(name: string): string | undefined {
  if (!name.includes(".")) return undefined;
  const language = /^.+\.([a-z]{2}(?:-[A-Za-z]{2,4})?)$/.exec(name)?.[1];
  return language !== undefined && isLanguageCode(language.slice(0, 2)) ? language : undefined;
}

/**
 * The path of an article's page after the configured pattern, beginning with `/`.
 *
 * `:path` is the file's own place: folders, a date in the name as folders of its own (as Jekyll and
 * Docusaurus have it), and the slug; a `slug` of its own replaces date and name. A placeholder that an article has nothing for is left out
 * with its `/`.
 */
export function pathAfter(pattern: string, parts: AddressParts): string {
  const name = readFileName(parts.file);
  const slug = parts.slug ?? name.name;
  const pieces = piecesOf(pattern);
  let path = languageFolder(parts, name);
  for (let at = 0; at < pieces.length; at += 2) {
    path += pieces[at] ?? "";
    const placeholder = pieces[at + 1];
    if (placeholder === undefined) break;
    const isLower = placeholder.endsWith("_lower");
    const word = isLower ? placeholder.slice(0, -"_lower".length) : placeholder;
    const filling = isPlaceholder(word) ? fillings[word](parts, name, slug) : `:${placeholder}`;
    path += isLower ? lowered(filling) : filling;
  }
  return path.includes("//") ? path.replace(/\/{2,}/g, "/") : path;
}

const known = new Map<string, readonly string[]>();

/** What a pattern, beginning with `/`, is made of: by turns what stands as it is, and a placeholder's name. */
function piecesOf(pattern: string): readonly string[] {
  const before = known.get(pattern);
  if (before !== undefined) return before;
  const pieces = `/${pattern}`.replace(/^\/+/, "/").split(/:([a-z]+(?:_[a-z]+)*)/);
  known.set(pattern, pieces);
  return pieces;
}

/** A translation beside its original, as Hugo names it, stands below its language under any pattern. */
function languageFolder({ siteLanguage }: AddressParts, { language }: FileName): string {
  return language === undefined || language === siteLanguage ? "" : `/${language}`;
}

type Filling = (parts: AddressParts, name: FileName, slug: string) => string;

/** What stands in each placeholder's place. */
const fillings: Readonly<Record<Placeholder, Filling>> = {
  path: ownPlace,
  slug: (_parts, _name, slug) => slug,
  filename: (_parts, { name }) => name,
  title: ({ title }) => slugOf(title),
  slugortitle: ({ title, slug }) => slug ?? slugOf(title),
  basename: ({ slug }, { basename }) => slug ?? basename,
  stem: (_parts, name) => stemOf(name),
  topic: ({ topic = "" }) => slugOf(topic),
  section: (_parts, { folder }) => folder.split("/", 1)[0] ?? "",
  sections: (_parts, { folder }) => folder,
  // In Jekyll's posts, the folders around `_posts` are categories too.
  categories: ({ categories }, { folder, jekyll }) =>
    [...(jekyll ? [folder] : []), ...categories.map((each) => each.toLowerCase())].join("/"),
  year: ({ date }) => String(date.year).padStart(4, "0"),
  month: ({ date }) => String(date.month).padStart(2, "0"),
  day: ({ date }) => String(date.day).padStart(2, "0"),
  i_month: ({ date }) => String(date.month),
  i_day: ({ date }) => String(date.day),
};

/** Eleventy has a file that is called like its folder stand for it. */
function stemOf({ folder, name }: FileName): string {
  return folder === name || folder.endsWith(`/${name}`) ? folder : `${folder}/${name}`;
}

function isPlaceholder(name: string): name is Placeholder {
  return Object.hasOwn(fillings, name);
}

/** As Hugo writes names in addresses: in lower case, blanks as hyphens, without most other signs. */
export function lowered(names: string): string {
  const signs = /[^\p{L}\p{M}\p{Nd}\s./\\_%#+~@-]+/gu;
  return names
    .toLowerCase()
    .replace(signs, "")
    .replace(/\s*-\s*|\s+/g, "-");
}

function ownPlace(parts: AddressParts, { folder, date }: FileName, slug: string): string {
  const around = folder === "" ? "" : `${folder}/`;
  // A slug of its own replaces all of the name, its date too, as in Docusaurus.
  const inName = date !== undefined && parts.slug === undefined && !datedFolders.test(folder);
  return inName ? `${around}${foldersOf(date)}/${slug}` : around + slug;
}

function foldersOf(date: string): string {
  return date
    .split("-")
    .map((part) => part.padStart(2, "0"))
    .join("/");
}

/** Letters and digits of any script, lower case, joined by hyphens. */
export function slugOf(text: string): string {
  const words = text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\p{P}\p{S}]+/gu, (signs) => (/['’]/.test(signs) ? "" : signs));
  return words.replace(/[^\p{L}\p{M}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "");
}

/** A path of the site as an absolute URL. `site` ends in `/`; its own path stays in front. */
export function onSite(site: string, path: string): string {
  return belowSite(site, path.replace(meaningInPath, escaped));
}

const meaningInPath = /[%?#\\]/g;

function escaped(sign: string): string {
  return sign === "%" ? "%25" : encodeURIComponent(sign);
}

/** A relative reference as a URL below `site`, whose own path it can't climb over by `..`. */
export function belowSite(site: string, reference: string): string {
  const path = reference.replace(/^\/+/, "");
  const address = site + path;
  if (isSettled(address)) return address;
  const { pathname, search, hash } = new URL(`./${path}`, new URL(site).origin);
  // Backslashes count as strokes: several in front would name another host to some readers.
  return `${site}${pathname.replace(/^\/+/, "")}${search}${hash}`;
}
