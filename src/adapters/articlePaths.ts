import type { Config } from "../config/index.ts";
import { ignoredBy, walk } from "../discover/index.ts";
import { ArticleReader, zoneOf } from "../parse/index.ts";
import { holdOf } from "../select/index.ts";

/** An article as a generator may know it. */
export interface Named {
  /** What follows from its name: `blog/first-post`. */
  readonly path: string;
  /** Whether it ought to have a page: others the build holds back by itself, or tells what is wrong with them. */
  readonly isDue: boolean;
}

/** Astro's ids: folders and name in lower case, or the article's `slug`; a folder's `index` is the folder. */
const pattern = "/:sections_lower/:basename_lower";

/** The paths that follow from articles' names, by file. What is wrong with them, the build tells. */
export async function articlePaths(config: Config): Promise<ReadonlyMap<string, Named>> {
  const now = Date.now();
  const { files } = walk(config.content, await ignoredBy(config.ignore), () => {});
  const zone = await zoneOf(config.site.timezone);
  const reader = new ArticleReader({ ...config, permalink: pattern, zone, now }, files.root);
  const paths = new Map<string, Named>();
  for (let row = 0; row < files.length; row++) {
    const file = files.path(row);
    const { article } = reader.head(file);
    const address = article && decodeURI(article.permalink.slice(config.site.url.length));
    const path = (address ?? file.replace(/\.\w+$/, "")).replace(/\/$/, "");
    paths.set(file, { path, isDue: article !== undefined && holdOf(article, now) === undefined });
  }
  return paths;
}
