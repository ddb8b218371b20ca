import { posix } from "node:path";
import type { Folder } from "../folder.ts";
import { at, below, type Collection, type SiteFound, told, toldLanguage, toldUrl } from "../site.ts";
import { languageIn } from "../templates.ts";
import { constantsIn, programsIn, scriptIn } from "./scripts.ts";

/** Astro: `astro.config.*`. It knows no title; the site's own constants and its feed mostly do. */
export async function astro(folder: Folder, base: string): Promise<SiteFound | undefined> {
  const script = await scriptIn(folder, base, "astro.config");
  if (script === undefined) return undefined;
  const { from, data } = script;
  const source = below(base, at(data, "srcDir") ?? "src");
  const constants = await constantsIn(folder, programsIn(folder, source, ...constantFiles));
  const feed = await feedIn(folder, below(source, "pages"));
  const slash =
    at(data, "trailingSlash") === "never" || at(data, "build", "format") === "preserve" ? "" : "/";
  const suffix = at(data, "build", "format") === "file" ? ".html" : slash;
  return {
    generator: "Astro",
    unread: data === undefined ? from : undefined,
    title: constants.title ?? told(at(feed.data, "title"), feed.from),
    url: toldUrl(at(data, "site"), from, at(data, "base")) ?? constants.url,
    description: constants.description ?? told(at(feed.data, "description"), feed.from),
    language:
      toldLanguage(at(data, "i18n", "defaultLocale"), from) ??
      toldLanguage(constants.language?.value, constants.language?.from ?? "") ??
      languageIn(folder, below(source, "layouts"), below(source, "components"), below(source, "pages")),
    timezone: constants.timezone,
    author: constants.author,
    collections: await collectionsIn(folder, base, source, suffix),
    output: below(base, at(data, "publicDir") ?? "public"),
    outputWhy: "Astro copies this folder to the site",
  };
}

const constantFiles = ["consts", "site.config", "config", "siteConfig", "site-config", "constants", "site"];

/** What the site's feed is called in `rss({ … })`. */
async function feedIn(
  folder: Folder,
  pages: string,
): Promise<{ readonly from: string; readonly data: unknown }> {
  const files = [pages, ...folder.names(pages).map((name) => below(pages, name))].flatMap((path) =>
    programsIn(folder, path).filter((file) => /(?:rss|feed|atom)[^/]*\.\w+$/.test(file)),
  );
  for (const from of files) {
    const data = (await folder.module(from))?.calls("rss").find((each) => at(each, "title") !== undefined);
    if (data !== undefined) return { from, data };
  }
  return { from: "", data: undefined };
}

/** Pages that are Markdown, and collections with the route that shows them. */
async function collectionsIn(
  folder: Folder,
  base: string,
  source: string,
  suffix: string,
): Promise<Collection[]> {
  const routes = routesIn(folder, below(source, "pages"));
  const declared = await declaredIn(folder, base, source);
  const content = below(source, "content");
  const named = folder.names(content).filter((name) => folder.isFolder(below(content, name)));
  const usual = named.map((name) => [name, below(content, name)] as const);
  const all = new Map([...usual, ...declared]);
  return [
    ...[...all].map(([name, path]) => {
      const route = routes.find(({ text }) => text.includes(`"${name}"`) || text.includes(`'${name}'`));
      const own = route ?? routes.find(({ path: place }) => place === name || place === `${name}s`);
      return {
        folder: path,
        permalink: `/${own?.path ?? name}/:sections_lower/:basename_lower${suffix}`.replace(/\/{2,}/g, "/"),
        unsaid: own === undefined ? `a route for the collection ${name}` : undefined,
      };
    }),
    { folder: below(source, "pages"), permalink: `/:sections/:basename${suffix}` },
  ];
}

/** `const blog = defineCollection({ loader: glob({ base: "./content/blog" }) })` */
async function declaredIn(
  folder: Folder,
  base: string,
  source: string,
): Promise<readonly (readonly [string, string])[]> {
  const [file] = [
    ...programsIn(folder, source, "content.config"),
    ...programsIn(folder, below(source, "content"), "config"),
  ];
  const collections = file === undefined ? undefined : (await folder.module(file))?.exported("collections");
  return Object.entries(collections ?? {}).flatMap(([name, value]) => {
    const from = at(value, "loader", "base");
    return typeof from === "string" ? [[name, below(base, from)] as const] : [];
  });
}

interface Route {
  /** Of the page, without the part that differs. */
  readonly path: string;
  readonly text: string;
}

/** `pages/blog/[...slug].astro`; pages of lists (`[page]`, `[tag]`) are other ones. */
function routesIn(folder: Folder, pages: string, path = "", depth = 0): Route[] {
  if (depth > 6) return [];
  return folder.names(below(pages, path)).flatMap((name): Route[] => {
    const file = posix.join(path, name);
    if (folder.isFolder(below(pages, file)))
      return /^\[/.test(name)
        ? routesOfFolder(folder, pages, path, name)
        : routesIn(folder, pages, file, depth + 1);
    if (!/^\[(?:\.\.\.)?(?:slug|id|post|path|article|entry|name)\]\.astro$/i.test(name)) return [];
    return [{ path, text: folder.text(below(pages, file)) ?? "" }];
  });
}

/** `pages/posts/[...slug]/index.astro` */
function routesOfFolder(folder: Folder, pages: string, path: string, name: string): Route[] {
  if (!/^\[(?:\.\.\.)?(?:slug|id|post|path)\]$/i.test(name)) return [];
  const text = folder.text(below(pages, path, name, "index.astro"));
  return text === undefined ? [] : [{ path, text }];
}
