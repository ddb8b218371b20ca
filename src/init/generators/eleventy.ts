import { posix } from "node:path";
import type { Folder } from "../folder.ts";
import type { Module } from "../literals/module.ts";
import {
  at,
  below,
  type Collection,
  type Pattern,
  type SiteFound,
  told,
  toldLanguage,
  toldUrl,
} from "../site.ts";
import { languageIn } from "../templates.ts";
import { scriptIn } from "./scripts.ts";

/** Eleventy: `.eleventy.js` or `eleventy.config.*`. */
export async function eleventy(folder: Folder, base: string): Promise<SiteFound | undefined> {
  const script = await scriptIn(folder, base, ".eleventy", "eleventy.config");
  if (script === undefined) return undefined;
  const dir = at(script.data, "dir") ?? at(script.module?.exported("config"), "dir");
  const input = below(base, at(dir, "input") ?? ".");
  const data = below(input, at(dir, "data") ?? "_data");
  const includes = below(input, at(dir, "includes") ?? "_includes");
  const { from, site } = await siteIn(folder, data);
  const key = (...path: string[]) => told(at(site, ...path), from);
  const copied = copiedToRoot(script.module, folder, base);
  return {
    generator: "Eleventy",
    title: key("title") ?? key("name") ?? key("siteTitle"),
    url: toldUrl(at(site, "url") ?? at(site, "baseUrl") ?? at(site, "siteUrl"), from),
    description: key("description"),
    language:
      toldLanguage(at(site, "language") ?? at(site, "lang") ?? at(site, "locale"), from) ??
      languageIn(folder, includes),
    author: key("author", "name") ?? key("author"),
    collections: [await collection(folder, input)],
    output: copied ?? below(base, at(dir, "output") ?? "_site"),
    outputWhy:
      copied === undefined
        ? "Eleventy's own output, so build the feeds after the site"
        : "Eleventy copies this folder to the site",
  };
}

const names = ["site", "metadata", "meta", "config", "global"];

/** The file of data that tells of the site. */
async function siteIn(
  folder: Folder,
  data: string,
): Promise<{ readonly from: string; readonly site: unknown }> {
  for (const name of names)
    for (const ending of ["json", "js", "mjs", "cjs", "yaml", "yml", "toml", "ts"]) {
      const from = below(data, `${name}.${ending}`);
      if (!folder.isFile(from)) continue;
      const isProgram = /^(?:[mc]?js|ts)$/.test(ending);
      const site = isProgram ? (await folder.module(from))?.exported() : await folder.data(from);
      if (at(site, "url") !== undefined || at(site, "title") !== undefined || at(site, "name") !== undefined)
        return { from, site };
    }
  return { from: "", site: undefined };
}

/** `addPassthroughCopy({ "public": "/" })`: what stands there stands at the site's top. */
function copiedToRoot(module: Module | undefined, folder: Folder, base: string): string | undefined {
  const pairs = (module?.calls("addPassthroughCopy") ?? []).flatMap((given) =>
    typeof given === "object" && given !== null ? Object.entries(given) : [],
  );
  const toRoot = pairs.find(
    ([from, to]) => /^\.?\/?$/.test(String(to)) && folder.isFolder(below(base, from)),
  );
  return toRoot && below(base, toRoot[0]);
}

/** A folder's own data may say other addresses: `posts/posts.json`, `posts/posts.11tydata.js`. */
async function collection(folder: Folder, input: string): Promise<Collection> {
  const sections: Record<string, Pattern> = {};
  for (const path of foldersIn(folder, input)) {
    const permalink = await permalinkOf(folder, below(input, path), posix.basename(path));
    if (permalink === undefined) continue;
    const pattern = patternFromTemplate(permalink);
    sections[path] = pattern === undefined ? { permalink: usual, unsaid: permalink } : { permalink: pattern };
  }
  return { folder: input, permalink: usual, sections };
}

const usual = "/:stem/";

/** Those in which articles can stand. */
function foldersIn(folder: Folder, input: string, path = "", depth = 0): string[] {
  const names = folder
    .names(below(input, path))
    .filter((name) => !/^[._]|^node_modules$/.test(name) || name === "_posts");
  const inside = names
    .map((name) => posix.join(path, name))
    .filter((each) => folder.isFolder(below(input, each)));
  return depth === deepest
    ? inside
    : inside.flatMap((each) => [each, ...foldersIn(folder, input, each, depth + 1)]);
}

const deepest = 3;

async function permalinkOf(folder: Folder, path: string, name: string): Promise<string | undefined> {
  const file = below(path, `${name}.11tydata`);
  const json = folder.first(`${file}.json`, below(path, `${name}.json`));
  const script = await scriptIn(folder, ".", file);
  const data = (await folder.data(json)) ?? script?.module?.exported("default", given);
  const permalink = at(data, "permalink");
  if (typeof permalink === "string") return permalink;
  // A function that can't be told without running it.
  const isThere = typeof data === "object" && data !== null && "permalink" in data && permalink !== false;
  return isThere && script !== undefined ? `{{ the permalink of ${script.from} }}` : undefined;
}

/** What a permalink's function is given, as the same in a template. */
const page = { fileSlug: "{{ page.fileSlug }}", filePathStem: "{{ page.filePathStem }}" };
const given = { page, data: { page } };

const fillings: readonly (readonly [RegExp, string])[] = [
  [/^page\.fileSlug(?:\s*\|\s*slug(?:ify)?)?$/, ":filename"],
  [/^page\.filePathStem$/, ":stem"],
  [/^title\s*\|\s*slug(?:ify)?$/, ":title"],
  [/^slug(?:\s*\|\s*slug(?:ify)?)?$/, ":slug"],
  [/^page\.date\s*\|\s*date:?\s*\(?["']%Y["']\)?$/, ":year"],
  [/^page\.date\s*\|\s*date:?\s*\(?["']%m["']\)?$/, ":month"],
  [/^page\.date\s*\|\s*date:?\s*\(?["']%d["']\)?$/, ":day"],
  [/^page\.date\s*\|\s*date:?\s*\(?["']%Y\/%m\/%d["']\)?$/, ":year/:month/:day"],
];

/** `/blog/{{ page.fileSlug }}/index.html` in our words; nothing where it does more than put in a word. */
function patternFromTemplate(template: string): string | undefined {
  const said = template.replace(/\{\{-?\s*(.*?)\s*-?\}\}/g, (whole, expression: string) => {
    return fillings.find(([pattern]) => pattern.test(expression))?.[1] ?? whole;
  });
  return /[{}]/.test(said) ? undefined : `/${said}`.replace(/\/{2,}/g, "/").replace(/\/index\.html$/, "/");
}
