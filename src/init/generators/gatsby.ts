import type { Folder } from "../folder.ts";
import { at, below, type SiteFound, told, toldUrl } from "../site.ts";
import { languageIn } from "../templates.ts";
import { scriptIn } from "./scripts.ts";

/** Gatsby: `gatsby-config.*`. Its sites make their own addresses; those of its starters are taken. */
export async function gatsby(folder: Folder, base: string): Promise<SiteFound | undefined> {
  const script = await scriptIn(folder, base, "gatsby-config");
  if (script === undefined) return undefined;
  const { from, data } = script;
  const key = (...path: string[]) => told(at(data, "siteMetadata", ...path), from);
  const plugins: unknown = at(data, "plugins");
  const sources = (Array.isArray(plugins) ? plugins : []).map((each) => at(each, "options", "path"));
  const folders = sources.filter((path) => typeof path === "string").map((path) => below(base, path));
  return {
    generator: "Gatsby",
    unread: data === undefined ? from : undefined,
    title: key("title"),
    url: toldUrl(at(data, "siteMetadata", "siteUrl"), from, at(data, "pathPrefix")),
    description: key("description"),
    language: languageIn(folder, below(base, "src")),
    author: key("author", "name") ?? key("author"),
    collections: [...folders, below(base, "content")].map((each) => ({
      folder: each,
      permalink: "/:sections/:basename/",
    })),
    output: below(base, "static"),
    outputWhy: "Gatsby copies this folder to the site",
  };
}
