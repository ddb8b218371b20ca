/**
 * What each generator's own files tell: one file a generator. None of them runs anything; what can't be
 * told without running it is left out.
 */
import type { Folder } from "../folder.ts";
import type { SiteFound } from "../site.ts";
import { astro } from "./astro.ts";
import { docusaurus } from "./docusaurus.ts";
import { eleventy } from "./eleventy.ts";
import { gatsby } from "./gatsby.ts";
import { hugo } from "./hugo.ts";
import { jekyll } from "./jekyll.ts";
import { vitepress } from "./vitepress.ts";
import { zola } from "./zola.ts";

/** Those whose files are theirs alone first; Hugo's and Zola's `config.toml`, and Jekyll's folders, last. */
const generators = [docusaurus, vitepress, astro, gatsby, eleventy, zola, hugo, jekyll];

/** Where repositories of something else keep their site. */
const places = [".", "docs", "website", "site", "www", "blog"];

/** The generator that a folder belongs to. */
export async function generatorOf(folder: Folder): Promise<SiteFound | undefined> {
  for (const base of places)
    for (const generator of generators) {
      const found = await generator(folder, base);
      if (found !== undefined) return found;
    }
  return undefined;
}
