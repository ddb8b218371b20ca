import type { Folder } from "../folder.ts";
import { at, below, type SiteFound, told, toldLanguage, toldUrl } from "../site.ts";
import { constantsIn, programsIn, scriptIn } from "./scripts.ts";

/** VitePress: `.vitepress/config.*`, in this folder or in `docs`. */
export async function vitepress(folder: Folder, base: string): Promise<SiteFound | undefined> {
  const script = await scriptIn(folder, base, ".vitepress/config", ".vitepress/config/index");
  if (script === undefined) return undefined;
  const { from, data } = script;
  const constants = await constantsIn(folder, programsIn(folder, below(base, ".vitepress")));
  const source = below(base, at(data, "srcDir") ?? ".");
  const meta = (name: string) => metaIn(at(data, "head"), name);
  return {
    generator: "VitePress",
    unread: data === undefined ? from : undefined,
    title: told(at(data, "title"), from) ?? told(meta("og:title"), from) ?? told(meta("og:site_name"), from),
    // VitePress itself asks for no address; its sitemap does.
    url:
      toldUrl(at(data, "sitemap", "hostname"), from) ??
      toldUrl(meta("og:url"), from, at(data, "base")) ??
      constants.url,
    description: told(at(data, "description"), from),
    language: toldLanguage(at(data, "lang") ?? at(data, "locales", "root", "lang") ?? "en-US", from),
    collections: [
      {
        folder: source,
        permalink: at(data, "cleanUrls") === true ? "/:sections/:basename" : "/:sections/:basename.html",
      },
    ],
    output: below(source, "public"),
    outputWhy: "VitePress copies this folder to the site",
  };
}

/** `["meta", { property: "og:url", content: … }]` */
function metaIn(head: unknown, name: string): unknown {
  const tags: unknown[] = Array.isArray(head) ? head : [];
  const tag = tags.find(
    (each) => at(each, 0) === "meta" && (at(each, 1, "property") ?? at(each, 1, "name")) === name,
  );
  return at(tag, 1, "content");
}
