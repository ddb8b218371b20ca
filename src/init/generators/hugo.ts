import type { Folder } from "../folder.ts";
import { patternFrom } from "../pattern.ts";
import {
  atAnyCase,
  below,
  type Collection,
  type Pattern,
  type SiteFound,
  told,
  toldLanguage,
  toldUrl,
} from "../site.ts";
import { titleOf } from "../templates.ts";

const endings = ["toml", "yaml", "yml", "json"];
const named = (name: string) => endings.map((ending) => `${name}.${ending}`);

/** Hugo: `hugo.toml` and its like, or the folder `config/_default/`. Zola's `config.toml` has other keys. */
export async function hugo(folder: Folder, base: string): Promise<SiteFound | undefined> {
  const files = [
    ...["hugo", "config"].flatMap(named),
    ...["hugo", "config"].flatMap(named).map((name) => `config/_default/${name}`),
  ];
  const from = folder.first(...files.map((file) => below(base, file)));
  const data = await folder.data(from);
  if (from === undefined || atAnyCase(data, "base_url") !== undefined) return undefined;
  if (!looksLikeHugo(from, data, folder, base)) return undefined;
  const language = String(atAnyCase(data, "defaultContentLanguage") ?? "en");
  const others = await languageFile(folder, base, from, language);
  const own = atAnyCase(data, "languages", language) ?? others?.data;
  const ownFrom = others?.from ?? from;
  const key = (...path: string[]) =>
    told(atAnyCase(own, ...path), ownFrom) ?? told(atAnyCase(data, ...path), from);
  const locale = atAnyCase(own, "locale") ?? atAnyCase(own, "languageCode") ?? atAnyCase(data, "locale");
  const content = below(base, atAnyCase(own, "contentDir") ?? atAnyCase(data, "contentDir") ?? "content");
  const permalinks = (await besides(folder, base, "permalinks")) ?? atAnyCase(data, "permalinks");
  return {
    generator: "Hugo",
    unread: data === undefined ? from : undefined,
    title: key("title") ?? titleOf(folder, below(content, "_index.md")),
    url: toldUrl(atAnyCase(own, "baseURL") ?? atAnyCase(data, "baseURL"), from),
    description: key("params", "description") ?? key("description"),
    language: toldLanguage(locale ?? atAnyCase(data, "languageCode") ?? language, from),
    timezone: key("timeZone"),
    author: key("params", "author", "name") ?? key("params", "author") ?? key("author", "name"),
    copyright: key("copyright"),
    collections: [withCase(collection(content, data, permalinks), data)],
    output: below(base, String([atAnyCase(data, "staticDir") ?? "static"].flat()[0])),
    outputWhy: "Hugo copies this folder to the site",
  };
}

/** A `config.yaml` may be anybody's. */
function looksLikeHugo(from: string, data: unknown, folder: Folder, base: string): boolean {
  const isSure = /(?:^|\/)hugo\.\w+$|config\/_default\//.test(from);
  return isSure || atAnyCase(data, "baseURL") !== undefined || folder.isFolder(below(base, "archetypes"));
}

async function languageFile(folder: Folder, base: string, from: string, language: string) {
  if (!from.includes("config/_default/")) return undefined;
  const file = folder.first(
    ...named(`languages.${language}`).map((name) => below(base, "config/_default", name)),
  );
  if (file !== undefined) return { from: file, data: await folder.data(file) };
  const all = folder.first(...named("languages").map((name) => below(base, "config/_default", name)));
  return all === undefined ? undefined : { from: all, data: atAnyCase(await folder.data(all), language) };
}

async function besides(folder: Folder, base: string, name: string): Promise<unknown> {
  return await folder.data(folder.first(...named(name).map((file) => below(base, "config/_default", file))));
}

/** `[permalinks] posts = …`, and since 0.131 `[permalinks.page] posts = …`. */
function collection(folder: string, data: unknown, permalinks: unknown): Collection {
  const ugly = atAnyCase(data, "uglyURLs");
  const isUgly = (section: string) => ugly === true || atAnyCase(ugly, section) === true;
  const written = { ...entriesOf(permalinks), ...entriesOf(atAnyCase(permalinks, "page")) };
  const permalink = ugly === true ? "/:sections/:basename.html" : "/:sections/:basename/";
  const sections: Record<string, Pattern> = {};
  for (const [section, template] of Object.entries(written)) {
    const { pattern = permalink, missing } = patternFrom(template, tokens);
    const own = isUgly(section) ? pattern.replace(/\/$/, ".html") : pattern;
    sections[section] = { permalink: own, unsaid: missing[0] };
  }
  for (const section of Object.keys(entriesOf(ugly)))
    if (isUgly(section)) sections[section] ??= { permalink: "/:sections/:basename.html" };
  return { folder, permalink, sections };
}

/** Hugo writes names in lower case unless it is told not to. */
function withCase({ permalink, sections = {}, ...rest }: Collection, data: unknown): Collection {
  if (atAnyCase(data, "disablePathToLower") === true) return { ...rest, permalink, sections };
  const lower = (pattern: string) => pattern.replace(/:(?:basename|sections?)\b/g, "$&_lower");
  const all = Object.entries(sections).map(
    ([name, pattern]) => [name, { ...pattern, permalink: lower(pattern.permalink) }] as const,
  );
  return { ...rest, permalink: lower(permalink), sections: Object.fromEntries(all) };
}

function entriesOf(value: unknown): Record<string, string> {
  if (typeof value !== "object" || value === null) return {};
  const texts = Object.entries(value).filter(([, each]) => typeof each === "string" || each === true);
  return Object.fromEntries(texts.map(([key, each]) => [key, String(each)]));
}

const tokens: Readonly<Record<string, string>> = {
  year: "year",
  month: "month",
  day: "day",
  title: "title",
  slug: "slugortitle",
  slugorfilename: "basename",
  slugorcontentbasename: "basename",
  filename: "basename",
  contentbasename: "basename",
  section: "section",
  sections: "sections",
};
