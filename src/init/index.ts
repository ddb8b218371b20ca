/**
 * The init room: a folder comes in; what it is, what its own files say of the site, and a configuration
 * for it go out. Nothing in the folder is run or changed.
 *
 * What can go wrong: nothing that stops it. What a folder doesn't say is left out, and told to be.
 */
import { isSiteAddress } from "../config/index.ts";
import { type Articles, articlesAt, articlesIn } from "./articles.ts";
import { Folder } from "./folder.ts";
import { generatorOf } from "./generators/index.ts";
import { plainSite } from "./plain.ts";
import type { Collection, SiteFound, Told } from "./site.ts";

export { configurationText, type Settings } from "./configuration.ts";
export type { Told } from "./site.ts";

/** What a folder tells of itself. */
export interface Findings extends Omit<SiteFound, "generator" | "collections"> {
  /** As people call it; absent where none was recognised. */
  readonly generator?: string | undefined;
  readonly articles: Articles;
}

/**
 * Looks at a folder.
 * @param root absolute
 * @param content the folder of the articles, from there, where somebody said it
 */
export async function lookAt(root: string, content?: string): Promise<Findings> {
  const folder = new Folder(root);
  const found = await generatorOf(folder);
  const plain = plainSite(folder);
  const { collections, ...site } = found ?? plain;
  const articles =
    content === undefined
      ? await articlesOf(folder, collections, plain.collections)
      : await articlesAt(folder, collections, content);
  return {
    ...site,
    generator: found?.generator,
    url: site.url ?? domainIn(folder, site.output) ?? plain.url,
    articles,
  };
}

/** Where the generator looks for them; elsewhere only where it would find none. */
async function articlesOf(
  folder: Folder,
  collections: readonly Collection[],
  others: readonly Collection[],
): Promise<Articles> {
  const articles = await articlesIn(folder, collections);
  if (articles.count > 0) return articles;
  const instead = await articlesIn(folder, others);
  return instead.count > 0 ? instead : articles;
}

/** GitHub Pages's file with the site's domain. */
function domainIn(folder: Folder, output: string): Told | undefined {
  for (const from of ["CNAME", `${output}/CNAME`, "public/CNAME", "static/CNAME", "docs/CNAME"]) {
    const url = `https://${folder.text(from)?.trim()}/`;
    if (/^https:\/\/[\w-]+(?:\.[\w-]+)+\/$/.test(url) && isSiteAddress(url)) return { value: url, from };
  }
  return undefined;
}
