import type { Folder } from "../folder.ts";
import { patternFrom } from "../pattern.ts";
import { at, below, type Collection, type SiteFound, told, toldLanguage, toldUrl } from "../site.ts";
import { languageIn, titleOf } from "../templates.ts";

/** Jekyll: `_config.yml`, or nothing but `_posts` and `_layouts`. Hexo has a file of that name, and posts elsewhere. */
export async function jekyll(folder: Folder, base: string): Promise<SiteFound | undefined> {
  const config = folder.first(
    ...["_config.yml", "_config.yaml", "_config.toml"].map((name) => below(base, name)),
  );
  const hasPosts = folder.isFolder(below(base, "_posts"));
  const hasLayouts = folder.isFolder(below(base, "_layouts"));
  if (folder.isFolder(below(base, "source/_posts"))) return undefined;
  if (config === undefined && !(hasPosts && hasLayouts)) return undefined;
  const data = await folder.data(config);
  const from = config ?? "";
  const source = below(base, at(data, "source") ?? ".");
  const key = (...path: string[]) => told(at(data, ...path), from);
  const language = at(data, "lang") ?? at(data, "locale") ?? at(data, "language");
  return {
    generator: "Jekyll",
    unread: data === undefined ? config : undefined,
    title:
      key("title") ??
      key("name") ??
      titleOf(folder, ...["index.html", "index.md"].map((name) => below(source, name))),
    url: toldUrl(at(data, "url"), from, at(data, "baseurl")),
    description: key("description") ?? key("tagline"),
    language:
      toldLanguage(language, from) ??
      languageIn(folder, below(source, "_layouts"), below(source, "_includes")),
    timezone: key("timezone"),
    author: key("author", "name") ?? key("author"),
    collections: posts(folder, below(source, at(data, "collections_dir") ?? "."), data),
    output: source,
    outputWhy: "Jekyll copies files that stand here to the site",
    notes: ["add feedwright.yaml to `exclude` in _config.yml, or Jekyll copies it to the site"],
  };
}

const styles: Readonly<Record<string, string>> = {
  date: "/:categories/:year/:month/:day/:title:output_ext",
  pretty: "/:categories/:year/:month/:day/:title/",
  ordinal: "/:categories/:year/:y_day/:title:output_ext",
  weekdate: "/:categories/:year/W:week/:short_day/:title:output_ext",
  none: "/:categories/:title:output_ext",
};

function posts(folder: Folder, where: string, data: unknown): Collection[] {
  const written = String(
    ofDefaults(at(data, "defaults")) ??
      at(data, "collections", "posts", "permalink") ??
      at(data, "permalink") ??
      "date",
  );
  const template = (Object.hasOwn(styles, written) ? styles[written] : undefined) ?? written;
  const { pattern, missing } = patternFrom(template.replace(/:output_ext$/, ".html"), tokens);
  const permalink = pattern ?? "/:categories/:year/:month/:day/:slug.html";
  const unsaid = missing[0];
  const hasPosts = (path: string) => folder.isFolder(below(path, "_posts"));
  const names = (path: string) => folder.names(path).filter((name) => !/^[._]|^node_modules$/.test(name));
  const inside = (path: string) => names(path).map((name) => below(path, name));
  // Posts may stand in `_posts` of several folders, which are categories then.
  const scattered = inside(where).some(hasPosts);
  // Further down they are mostly a language's, whose folder is the first category.
  const deeper = names(where).filter((name) => inside(below(where, name)).some(hasPosts));
  return [
    { folder: scattered ? where : below(where, "_posts"), permalink, unsaid },
    ...deeper.map((name) => {
      const own = permalink.replace(":categories", `${name}/:categories`);
      return { folder: below(where, name), permalink: own, unsaid };
    }),
  ];
}

/** What `defaults` says of posts: the last one counts. */
function ofDefaults(defaults: unknown): unknown {
  if (!Array.isArray(defaults)) return undefined;
  const ofPosts = defaults.filter((each) =>
    [undefined, "", "posts"].some((type) => at(each, "scope", "type") === type),
  );
  return ofPosts.map((each) => at(each, "values", "permalink")).findLast((each) => each !== undefined);
}

const tokens: Readonly<Record<string, string>> = {
  year: "year",
  month: "month",
  day: "day",
  i_month: "i_month",
  i_day: "i_day",
  title: "slug",
  slug: "slug",
  name: "slug",
  categories: "categories",
  slugified_categories: "categories",
};
