import { usualLimits } from "../config/index.ts";
import { walk } from "../discover/index.ts";
import { ArticleReader, readFileName, zoneOf } from "../parse/index.ts";
import type { Folder } from "./folder.ts";
import { patternBelow } from "./pattern.ts";
import { below, type Collection, type Pattern } from "./site.ts";

/** Which of a site's files are its articles. */
export interface Articles {
  /** From the site's folder. */
  readonly content: string;
  readonly permalink: string;
  readonly unsaid?: string | undefined;
  /** Globs of pages without a date. */
  readonly ignore: readonly string[];
  /** Articles with a date. */
  readonly count: number;
  /** Articles in other folders, whose addresses follow another pattern. */
  readonly elsewhere: number;
}

/** Files as seen from a folder: articles, and what has no date or no front matter. */
interface Sorted {
  readonly articles: readonly string[];
  readonly pages: readonly string[];
}

/** The folder with most articles, as few pages as can be, and one pattern for their addresses. */
export async function articlesIn(folder: Folder, collections: readonly Collection[]): Promise<Articles> {
  const sorted = await Promise.all(
    collections.map(async (collection) => ({ collection, files: await sort(folder, collection.folder) })),
  );
  const [most] = sorted.sort((a, b) => b.files.articles.length - a.files.articles.length);
  if (most === undefined) return await articlesAt(folder, collections, "articles");
  const { folder: start } = most.collection;
  const section = sectionOf(most.collection, most.files);
  const { files, folders } = narrowed(...within(most.files, section.folders), start === ".");
  const other = sorted.filter(({ collection }) => !overlaps(collection.folder, start));
  return {
    content: below(start, ...folders),
    permalink: patternBelow(section.permalink, folders),
    unsaid: section.unsaid,
    ignore: ignored(files),
    count: files.articles.length,
    elsewhere:
      most.files.articles.length -
      files.articles.length +
      other.reduce((sum, { files: { articles } }) => sum + articles.length, 0),
  };
}

/** The same for a folder that somebody named: its files, and the pattern that the generator has for them. */
export async function articlesAt(
  folder: Folder,
  collections: readonly Collection[],
  content: string,
): Promise<Articles> {
  const around = collections.find((each) => isWithin(content, each.folder));
  const folders = around === undefined ? [] : below(content).split("/").slice(depthOf(around.folder));
  const { permalink, unsaid } = patternIn(around ?? { permalink: "/:path/" }, folders.join("/"));
  const pattern = patternBelow(permalink, folders);
  const files = await sort(folder, content);
  const count = files.articles.length;
  return { content, permalink: pattern, unsaid, ignore: ignored(files), count, elsewhere: 0 };
}

function depthOf(path: string): number {
  return path === "." ? 0 : path.split("/").length;
}

function isWithin(inner: string, outer: string): boolean {
  return outer === "." || `${inner}/`.startsWith(`${outer}/`);
}

function overlaps(one: string, other: string): boolean {
  return isWithin(one, other) || isWithin(other, one);
}

const reading = { site: { url: "https://example.com/", language: "en" }, permalink: "/:path/", now: 0 };

/** By their heads, as a build reads them. */
async function sort(folder: Folder, path: string): Promise<Sorted> {
  const articles: string[] = [];
  const pages: string[] = [];
  if (!folder.isFolder(path)) return { articles, pages };
  const content = `${folder.root}/${path}`;
  const { files } = walk(
    content,
    () => false,
    () => {},
  );
  const options = { ...reading, content, zone: await zoneOf("UTC"), limits: await usualLimits() };
  const reader = new ArticleReader(options, files.root);
  for (let row = 0; row < files.length; row++) {
    const file = files.path(row);
    const codes = new Set(reader.head(file).problems.map(({ code }) => code));
    const isPage = codes.has("head-missing") || codes.has("field-missing");
    // Whatever else is wrong with it: what has a date in its name was meant as an article.
    if (isPage && readFileName(file).date === undefined) pages.push(file);
    // What is written in another language may be one; a build says so.
    else if (!codes.has("head-language")) articles.push(file);
  }
  return { articles, pages };
}

interface Section extends Pattern {
  readonly folders: readonly string[];
}

/** Where folders have patterns of their own, the one with most articles: one pattern is for all. */
function sectionOf(collection: Collection, { articles }: Sorted): Section {
  const counts = new Map<string, number>();
  for (const file of articles) {
    const name = sectionAround(collection, file) ?? first(file);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const [most = ""] = [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  const { permalink, unsaid } = patternIn(collection, most);
  // What only one folder has isn't said of whatever else may come to stand beside it.
  const isItsOwn = counts.size === 1 && sectionAround(collection, `${most}/`) !== undefined;
  const isForAll =
    !isItsOwn &&
    [...counts.keys()].every((name) => isSame(patternIn(collection, name), { permalink, unsaid }));
  return { folders: isForAll || most === "" ? [] : most.split("/"), permalink, unsaid };
}

function isSame(one: Pattern, other: Pattern): boolean {
  return one.permalink === other.permalink && one.unsaid === other.unsaid;
}

/** The pattern that holds in a folder. */
function patternIn(collection: Omit<Collection, "folder">, path: string): Pattern {
  return collection.sections?.[sectionAround(collection, `${path}/`) ?? ""] ?? collection;
}

/** The innermost folder around a file that has a pattern of its own. */
function sectionAround({ sections = {} }: Pick<Collection, "sections">, file: string): string | undefined {
  const around = Object.keys(sections).filter((name) => file.startsWith(`${name}/`));
  return around.sort((a, b) => b.length - a.length)[0];
}

/**
 * Goes down as long as that leaves pages behind, and no article.
 * @param isTop whether it is the site's own folder: whatever else is there could be taken for an article one day
 */
function narrowed(files: Sorted, folders: readonly string[], isTop = false): Located {
  const [name = "", ...others] = new Set(files.articles.map(first));
  const outside = files.pages.some((file) => first(file) !== name);
  // A bundle's folder is no folder of articles.
  const isBundle = files.articles.every((file) => /^[^/]+\/index\.\w+$/.test(file));
  if (name === "" || others.length > 0 || !(outside || isTop) || isBundle) return { files, folders };
  return narrowed(...within(files, [name], folders));
}

interface Located {
  readonly files: Sorted;
  readonly folders: readonly string[];
}

/** The files in a folder further down, as seen from there. */
function within(files: Sorted, down: readonly string[], from: readonly string[] = []): [Sorted, string[]] {
  const start = down.map((name) => `${name}/`).join("");
  const inside = (list: readonly string[]) =>
    list.filter((file) => file.startsWith(start)).map((file) => file.slice(start.length));
  return [{ articles: inside(files.articles), pages: inside(files.pages) }, [...from, ...down]];
}

/** The first folder of a path; nothing for a file. */
function first(file: string): string {
  const stroke = file.indexOf("/");
  return stroke === -1 ? "" : file.slice(0, stroke);
}

/** More would be a list that nobody reads. */
const mostIgnored = 30;

/** Folders that have only pages, and pages among articles. */
function ignored({ articles, pages }: Sorted): readonly string[] {
  const withArticles = new Set(articles.flatMap(foldersAround));
  const globs = pages.map((page) => foldersAround(page).find((around) => !withArticles.has(around)) ?? page);
  return [...new Set(globs)].slice(0, mostIgnored).map((path) => path.replace(/[\\*?[\]{}()!+@]/g, "\\$&"));
}

/** The outermost first. */
function foldersAround(file: string): string[] {
  const names = file.split("/").slice(0, -1);
  return names.map((_, index) => names.slice(0, index + 1).join("/"));
}
