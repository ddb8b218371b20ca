import { contentFolders } from "../config/index.ts";
import type { Folder } from "./folder.ts";
import { at, type SiteFound, toldUrl } from "./site.ts";
import { languageIn } from "./templates.ts";

/** A folder of no generator that is known: what it has of articles, and what npm's file says. */
export function plainSite(folder: Folder): SiteFound {
  const homepage = at(folder.json("package.json"), "homepage");
  const isCode =
    typeof homepage === "string" &&
    /^https?:\/\/(?:www\.)?(?:github|gitlab|bitbucket|npmjs)\./.test(homepage);
  const [content = "articles"] = contentFolders.filter((name) => folder.isFolder(name));
  return {
    generator: "",
    url: isCode ? undefined : toldUrl(homepage, "package.json"),
    language: languageIn(folder, "public", "templates"),
    collections: [{ folder: content, permalink: "/:path/" }],
    output: "dist",
    outputWhy: "served at the site's address",
    pages: !hasPages(folder),
  };
}

/** What a site is made from by hand, or by programs that aren't known here. */
const signs = [
  ...["index.html", "public/index.html", "src/index.html", "index.php", "index.md"],
  ...["mkdocs.yml", "book.toml", "pelicanconf.py", "conf.py", "_config.yml", "_quarto.yml", "myst.yml"],
  ...["next", "nuxt", "svelte", "vite", "remix", "gridsome"].flatMap((name) =>
    ["js", "mjs", "ts"].map((ending) => `${name}.config.${ending}`),
  ),
];

/** Whether somebody else makes the site's pages. */
function hasPages(folder: Folder): boolean {
  const build = at(folder.json("package.json"), "scripts", "build");
  const isOurs = typeof build !== "string" || /\bfeedwright build\b/.test(build);
  return !isOurs || folder.first(...signs) !== undefined;
}
