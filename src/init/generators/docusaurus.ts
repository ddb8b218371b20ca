import type { Folder } from "../folder.ts";
import { at, below, type Collection, type SiteFound, told, toldLanguage, toldUrl } from "../site.ts";
import { scriptIn } from "./scripts.ts";

/** Docusaurus: `docusaurus.config.js` or `.ts`. */
export async function docusaurus(folder: Folder, base: string): Promise<SiteFound | undefined> {
  const script = await scriptIn(folder, base, "docusaurus.config");
  if (script === undefined) return undefined;
  const { from, data } = script;
  return {
    generator: "Docusaurus",
    unread: data === undefined ? from : undefined,
    title: told(at(data, "title"), from),
    url: toldUrl(at(data, "url"), from, at(data, "baseUrl")),
    description: told(at(data, "tagline"), from),
    language: toldLanguage(at(data, "i18n", "defaultLocale") ?? "en", from),
    copyright: told(at(data, "themeConfig", "footer", "copyright"), from),
    collections: blogsIn(data).map((options) => blog(options, base, at(data, "trailingSlash") === true)),
    output: below(base, String(at(data, "staticDirectories", 0) ?? "static")),
    outputWhy: "Docusaurus copies this folder to the site",
  };
}

/** The options of the classic preset's blog, and of blogs of their own. */
function blogsIn(data: unknown): readonly unknown[] {
  const presets = pairs(at(data, "presets")).map(({ options }) => at(options, "blog"));
  const plugins = pairs(at(data, "plugins")).filter(({ name }) => /plugin-content-blog$/.test(name));
  const blogs = [
    ...presets.filter((each) => each !== undefined && each !== false),
    ...plugins.map(({ options }) => options),
  ];
  return blogs.length > 0 ? blogs : [{}];
}

function pairs(list: unknown): readonly { readonly name: string; readonly options: unknown }[] {
  return Array.isArray(list)
    ? list.map((each) => ({ name: String(at(each, 0) ?? ""), options: at(each, 1) }))
    : [];
}

function blog(options: unknown, base: string, slash: boolean): Collection {
  const route = String(at(options, "routeBasePath") ?? "blog").replace(/^\/+|\/+$/g, "");
  const permalink = `/${route === "" ? "" : `${route}/`}:path${slash ? "/" : ""}`;
  return { folder: below(base, String(at(options, "path") ?? "blog")), permalink };
}
