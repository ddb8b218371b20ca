import type { Folder } from "../folder.ts";
import { at, below, type SiteFound, told, toldLanguage, toldUrl } from "../site.ts";
import { titleOf } from "../templates.ts";

/** Zola: a `config.toml` with `base_url`, or `zola.toml`. */
export async function zola(folder: Folder, base: string): Promise<SiteFound | undefined> {
  const from = folder.first(below(base, "zola.toml"), below(base, "config.toml"));
  const data = await folder.data(from);
  if (from === undefined || at(data, "base_url") === undefined) return undefined;
  return {
    generator: "Zola",
    title: told(at(data, "title"), from) ?? titleOf(folder, below(base, "content/_index.md")),
    url: toldUrl(at(data, "base_url"), from),
    description: told(at(data, "description"), from),
    language: toldLanguage(at(data, "default_language") ?? "en", from),
    author:
      told(at(data, "author"), from) ??
      told(at(data, "extra", "author", "name"), from) ??
      told(at(data, "extra", "author"), from),
    collections: [{ folder: below(base, "content"), permalink: permalinkIn(data) }],
    output: below(base, "static"),
    outputWhy: "Zola copies this folder to the site",
  };
}

/** Zola makes slugs of paths unless it is told not to. */
function permalinkIn(data: unknown): string {
  const style = at(data, "slugify", "paths") ?? at(data, "slugify_paths") ?? "on";
  return style === "on" ? "/:sections_lower/:slug_lower/" : "/:sections/:slug/";
}
