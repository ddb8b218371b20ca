import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folder, run, story } from "../cli/support.ts";

type Files = Readonly<Record<string, string>>;

const post = (more = "") => story("A bridge too far", "2025-02-03T10:00:00Z", more);
const page = "---\ntitle: About us\n---\n\nWho we are.\n";

/** What `init` finds, who says it, and where the articles are then said to be. */
async function found(files: Files, ...flags: string[]) {
  const cwd = folder(files);
  const { exitCode, out, err } = await run(["init", "--json", "--yes", ...flags], { cwd });
  expect([exitCode, err]).toEqual([0, ""]);
  const { site, problems, ...said } = JSON.parse(out);
  const texts = Object.entries(site).filter(([, value]) => value !== null);
  const built = await run(["build", "--out", "out"], { cwd });
  expect(built).toMatchObject({ exitCode: 0, err: "" });
  const { items } = JSON.parse(readFileSync(join(cwd, "out/feed.json"), "utf8"));
  return {
    ...said,
    ...Object.fromEntries(texts.map(([name, value]) => [name, Object.values(value as object).join(" | ")])),
    codes: problems.map(({ code }: { code: string }) => code),
    urls: items.map(({ url }: { url: string }) => url).sort(),
  };
}

const zone = "UTC | assumed, for dates that name no zone";

describe("Hugo", () => {
  const toml = 'baseURL = "https://daily.example/"\ntitle = "The Daily"\nlocale = "en-gb"\n';

  it("is told by hugo.toml", async () => {
    const files = {
      "hugo.toml": `${toml}timeZone = "Europe/Kyiv"\ncopyright = "All of us"\n[params]\ndescription = "News"\nauthor = "Jane"\n`,
      "content/posts/2025-02-03-bridge.md": post(),
      "content/posts/deep/tunnel/index.md": post("slug: tunnel-two\n"),
      "content/about.md": page,
    };
    expect(await found(files)).toMatchObject({
      generator: "Hugo",
      title: "The Daily | hugo.toml",
      url: "https://daily.example/ | hugo.toml",
      language: "en-GB | hugo.toml",
      timezone: "Europe/Kyiv | hugo.toml",
      description: "News | hugo.toml",
      author: "Jane | hugo.toml",
      copyright: "All of us | hugo.toml",
      content: "content/posts",
      output: "static",
      permalink: "/posts/:sections_lower/:basename_lower/",
      codes: [],
      urls: [
        "https://daily.example/posts/2025-02-03-bridge/",
        "https://daily.example/posts/deep/tunnel-two/",
      ],
    });
  });

  it.each([
    [
      "[permalinks]\nposts = '/:year/:month/:slug/'\n",
      "/:year/:month/:slugortitle/",
      "/2025/02/a-bridge-too-far/",
    ],
    [
      "[permalinks.page]\nposts = '/:sections/:filename/'\n",
      "/posts/:sections_lower/:basename_lower/",
      "/posts/bridge/",
    ],
    ["[permalinks]\nposts = '/:section/:title/'\n", "/posts/:title/", "/posts/a-bridge-too-far/"],
    ["uglyURLs = true\n", "/posts/:sections_lower/:basename_lower.html", "/posts/bridge.html"],
    [
      "[permalinks]\nposts = '/:year/:slug/'\n[uglyURLs]\nposts = true\n",
      "/:year/:slugortitle.html",
      "/2025/a-bridge-too-far.html",
    ],
    ["[uglyURLs]\nposts = true\n", "/posts/:sections_lower/:basename_lower.html", "/posts/bridge.html"],
  ])("has addresses after %j", async (more, permalink, path) => {
    const files = { "hugo.toml": toml + more, "content/posts/bridge.md": post(), "content/about.md": page };
    expect(await found(files)).toMatchObject({
      content: "content/posts",
      permalink,
      urls: [`https://daily.example${path}`],
      codes: [],
    });
  });

  it.each([
    ["", "/posts/:sections_lower/:basename_lower/", "/posts/big-news/whats-new/"],
    ["disablePathToLower = true\n", "/posts/:sections/:basename/", "/posts/Big%20News/What's%20New/"],
  ])("has names in lower case unless it is told not to: %j", async (more, permalink, path) => {
    const files = {
      "hugo.toml": toml + more,
      "content/posts/Big News/What's New.md": post(),
      "content/about.md": page,
    };
    expect(await found(files)).toMatchObject({ permalink, urls: [`https://daily.example${path}`] });
  });

  it("says nothing of a pattern that it has no word for where no article is", async () => {
    const files = {
      "hugo.toml": `${toml}[permalinks]\nnews = '/:yearday/:slug/'\n`,
      "content/posts/bridge.md": post(),
    };
    expect(await found(files)).toMatchObject({ codes: [], urls: ["https://daily.example/posts/bridge/"] });
  });

  it("keeps the folder above where its pattern is for all of them", async () => {
    const files = {
      "hugo.toml": `${toml}[permalinks]\nposts = '/:section/:slug/'\nnews = '/:section/:slug/'\n`,
      "content/posts/a.md": post("slug: a\n"),
      "content/news/b.md": post("slug: b\n"),
    };
    expect(await found(files)).toMatchObject({
      content: "content",
      urls: ["https://daily.example/news/b/", "https://daily.example/posts/a/"],
    });
  });

  it("takes the section with most articles where patterns differ, and says so", async () => {
    const files = {
      "hugo.toml": `${toml}[permalinks]\nposts = '/p/:slug/'\n`,
      "content/posts/a.md": post("slug: a\n"),
      "content/posts/b.md": post("slug: b\n"),
      "content/news/c.md": post("slug: c\n"),
    };
    expect(await found(files)).toMatchObject({
      content: "content/posts",
      codes: ["init-elsewhere"],
      urls: ["https://daily.example/p/a/", "https://daily.example/p/b/"],
    });
  });

  it("says what of a pattern has no word here", async () => {
    const files = {
      "hugo.toml": `${toml}[permalinks]\nposts = '/:yearday/:slug/'\n`,
      "content/posts/bridge.md": post(),
    };
    expect(await found(files)).toMatchObject({
      codes: ["init-pattern"],
      permalink: "/posts/:sections_lower/:basename_lower/",
    });
  });

  it("may keep its settings in config/_default, a file a language", async () => {
    const files = {
      "config/_default/hugo.yaml": "baseurl: https://daily.example/\ndefaultContentLanguage: uk\n",
      "config/_default/languages.uk.toml":
        'title = "Щодня"\nlanguageCode = "uk-UA"\ncontentDir = "content/uk"\n',
      "config/_default/permalinks.yaml": "posts: /:slug/\n",
      "content/uk/posts/bridge.md": post("slug: bridge\n"),
    };
    expect(await found(files)).toMatchObject({
      generator: "Hugo",
      title: "Щодня | config/_default/languages.uk.toml",
      content: "content/uk/posts",
      urls: ["https://daily.example/bridge/"],
    });
  });

  it("may keep its languages in one file, or in the first", async () => {
    const files = {
      "content/posts/bridge.md": post(),
      "config/_default/hugo.json": '{"baseURL": "https://daily.example/"}',
    };
    const one = { ...files, "config/_default/languages.yaml": "en: { title: Daily }\n" };
    expect(await found(one)).toMatchObject({ title: "Daily | config/_default/languages.yaml" });
    const { "config/_default/hugo.json": _, ...content } = files;
    const same = {
      ...content,
      "hugo.yaml": "baseURL: https://daily.example/\nlanguages: { en: { title: Daily } }\n",
    };
    expect(await found(same)).toMatchObject({ title: "Daily | hugo.yaml" });
  });

  it("an old config.yaml is Hugo's where it has an address or archetypes", async () => {
    const files = { "config.yaml": "title: Daily\n", "content/posts/bridge.md": post() };
    expect(await found({ ...files, "archetypes/default.md": "" })).toMatchObject({ generator: "Hugo" });
    expect(await found({ ...files, "config.yaml": "baseURL: https://a.example/\n" })).toMatchObject({
      generator: "Hugo",
    });
    expect(await found(files)).toMatchObject({ generator: null });
  });
});

describe("Jekyll", () => {
  const config = "title: The Daily\nurl: https://daily.example\nbaseurl: /news\n";

  it("is told by _config.yml", async () => {
    const files = {
      "_config.yml": `${config}lang: en_GB\ntimezone: Europe/Kyiv\nauthor: { name: Jane }\ntagline: News\n`,
      "_posts/2025-02-03-bridge.md": post("categories: World Europe\n"),
    };
    expect(await found(files)).toMatchObject({
      generator: "Jekyll",
      title: "The Daily | _config.yml",
      url: "https://daily.example/news/ | _config.yml",
      language: "en-GB | _config.yml",
      timezone: "Europe/Kyiv | _config.yml",
      description: "News | _config.yml",
      author: "Jane | _config.yml",
      content: "_posts",
      output: ".",
      permalink: "/:categories/:year/:month/:day/:slug.html",
      urls: ["https://daily.example/news/world/europe/2025/02/03/bridge.html"],
      notes: [expect.stringContaining("exclude")],
    });
  });

  it.each([
    ["permalink: pretty", "/:categories/:year/:month/:day/:slug/"],
    ["permalink: none", "/:categories/:slug.html"],
    ["permalink: /blog/:year/:i_month/:title:output_ext", "/blog/:year/:i_month/:slug.html"],
    ["collections: { posts: { permalink: '/:title/' } }", "/:slug/"],
    [
      "defaults:\n  - { scope: { path: '', type: posts }, values: { permalink: '/x/:title' } }\n  - { scope: { path: '', type: pages }, values: { permalink: '/y/:title' } }",
      "/x/:slug",
    ],
  ])("%s", async (line, permalink) => {
    const files = { "_config.yml": `${config}${line}\n`, "_posts/2025-02-03-bridge.md": post() };
    expect(await found(files)).toMatchObject({ permalink, codes: [] });
  });

  it("says that days of the year have no word here", async () => {
    const files = { "_config.yml": `${config}permalink: ordinal\n`, "_posts/2025-02-03-bridge.md": post() };
    expect(await found(files)).toMatchObject({ codes: ["init-pattern"] });
  });

  it("without a configuration is told by its folders, its pages and the domain's file", async () => {
    const files = {
      "_layouts/default.html": "<!doctype html>\n<html lang='uk'>",
      "_posts/2025-02-03-bridge.md": post(),
      "index.html": '---\nlayout: default\ntitle: "Jane writes"\n---\n',
      CNAME: "jane.example\n",
    };
    expect(await found(files)).toMatchObject({
      generator: "Jekyll",
      title: "Jane writes | index.html",
      url: "https://jane.example/ | CNAME",
      language: "uk | _layouts/default.html",
      timezone: zone,
      urls: ["https://jane.example/2025/02/03/bridge.html"],
    });
  });

  it("has folders around posts as categories", async () => {
    const files = {
      "_config.yml": `${config}permalink: /:categories/:title/\n`,
      "world/_posts/2025-02-03-bridge.md": post(),
      "_posts/2025-02-04-tunnel.md": post(),
      "about.md": page,
    };
    expect(await found(files)).toMatchObject({
      content: ".",
      ignore: ["about.md"],
      urls: ["https://daily.example/news/tunnel/", "https://daily.example/news/world/bridge/"],
    });
  });

  it("has a language's folder around posts as first category", async () => {
    const files = {
      "_config.yml": `${config}permalink: /:categories/:title/\n`,
      "news/en/_posts/2025-02-03-bridge.md": post(),
      "news/uk/_posts/2025-02-04-tunnel.md": post("category: World\n"),
      "node_modules/theme/_posts/2025-02-04-sample.md": post(),
    };
    expect(await found(files)).toMatchObject({
      content: "news",
      urls: [
        "https://daily.example/news/news/en/bridge/",
        "https://daily.example/news/news/uk/world/tunnel/",
      ],
    });
  });

  it("has the folder as category that all articles are in", async () => {
    const files = {
      "_config.yml": config,
      "world/_posts/2025-02-03-bridge.md": post(),
      "about.md": page,
    };
    expect(await found(files)).toMatchObject({
      content: "world",
      urls: ["https://daily.example/news/world/2025/02/03/bridge.html"],
    });
  });

  it("is not Hexo, which has a file of that name", async () => {
    const files = { "_config.yml": config, "source/_posts/bridge.md": post(), "articles/bridge.md": post() };
    expect(await found(files)).toMatchObject({ generator: null });
  });
});

describe("Astro", () => {
  const config =
    'import { defineConfig } from "astro/config";\nexport default defineConfig({ site: "https://daily.example", base: "/news" });\n';

  it("is told by its configuration, its constants, its collections and their routes", async () => {
    const files = {
      "astro.config.mjs": config,
      "src/consts.ts": "export const SITE_TITLE = 'The Daily';\nexport const SITE_DESCRIPTION = 'News';\n",
      "src/content.config.ts":
        'import { glob } from "astro/loaders";\nconst blog = defineCollection({ loader: glob({ base: "./src/data/blog" }) });\nexport const collections = { blog };\n',
      "src/data/blog/2025-02-03-bridge.md": post(),
      "src/pages/stories/[...slug].astro": 'const posts = await getCollection("blog");',
      "src/pages/stories/[page].astro": "",
      "src/layouts/Base.astro": '<html lang="en-GB" dir="ltr">',
    };
    expect(await found(files)).toMatchObject({
      generator: "Astro",
      title: "The Daily | src/consts.ts",
      description: "News | src/consts.ts",
      url: "https://daily.example/news/ | astro.config.mjs",
      language: "en-GB | src/layouts/Base.astro",
      content: "src/data/blog",
      output: "public",
      codes: [],
      urls: ["https://daily.example/news/stories/2025-02-03-bridge/"],
    });
  });

  it("may have its site in a file that the configuration imports, and its title in the feed", async () => {
    const files = {
      "astro.config.ts":
        'import { SITE } from "./src/site.ts";\nexport default defineConfig({ site: SITE.website, trailingSlash: "never" });\n',
      "src/site.ts":
        'export const SITE = { website: "https://daily.example/", lang: "uk", timezone: "Europe/Kyiv", author: "Jane" } as const;\n',
      "src/pages/rss.xml.ts":
        'export async function GET(context) {\n  return rss({ title: "The Daily", description: "News", site: context.site });\n}\n',
      "src/content/posts/bridge.md": post(),
      "src/content/posts/tunnel/index.mdx": post(),
      "src/pages/posts/[slug]/index.astro": "",
    };
    expect(await found(files)).toMatchObject({
      title: "The Daily | src/pages/rss.xml.ts",
      description: "News | src/pages/rss.xml.ts",
      language: "uk | src/site.ts",
      timezone: "Europe/Kyiv | src/site.ts",
      author: "Jane | src/site.ts",
      content: "src/content/posts",
      codes: [],
      urls: ["https://daily.example/posts/bridge", "https://daily.example/posts/tunnel"],
    });
  });

  it("may have articles among its pages, and files as pages", async () => {
    const files = {
      "astro.config.js":
        'export default { site: "https://daily.example/", build: { format: "file" }, srcDir: "./site", publicDir: "./files" };\n',
      "site/config.ts": "export const siteConfig = { title: 'The Daily' };\n",
      "site/pages/posts/bridge.md": post(),
      "site/pages/about.md": page,
    };
    expect(await found(files)).toMatchObject({
      title: "The Daily | site/config.ts",
      content: "site/pages/posts",
      output: "files",
      urls: ["https://daily.example/posts/bridge.html"],
    });
  });

  it("says so where no route for a collection is found", async () => {
    const files = {
      "astro.config.mjs": config,
      "src/content/news/bridge.md": post(),
      "src/pages/[...any].astro": "",
    };
    expect(await found(files)).toMatchObject({
      codes: ["init-placeholder", "init-pattern"],
      permalink: "/news/:sections_lower/:basename_lower/",
    });
  });
});

describe("Eleventy", () => {
  it("is told by its data, its folders and its copied files", async () => {
    const files = {
      "eleventy.config.js":
        'export default function (config) {\n  config.addPlugin(x).addPassthroughCopy({ "./public/": "/" }).addPassthroughCopy("img");\n}\nexport const config = { dir: { input: "content", data: "../_data", includes: "../_includes" } };\n',
      "_data/metadata.js":
        'export default { title: "The Daily", url: "https://daily.example/", language: "en", author: { name: "Jane" } };\n',
      "content/blog/2025-02-03-bridge.md": post(),
      "content/blog/tunnel/tunnel.md": post(),
      "content/about.md": page,
      "public/favicon.ico": "",
    };
    expect(await found(files)).toMatchObject({
      generator: "Eleventy",
      title: "The Daily | _data/metadata.js",
      url: "https://daily.example/ | _data/metadata.js",
      author: "Jane | _data/metadata.js",
      content: "content/blog",
      output: "public",
      permalink: "/blog/:stem/",
      urls: ["https://daily.example/blog/bridge/", "https://daily.example/blog/tunnel/"],
    });
  });

  it("writes into its output where nothing is copied to the top", async () => {
    const files = {
      ".eleventy.js":
        'module.exports = (config) => {\n  config.addPassthroughCopy("public");\n  return { dir: { output: "www" } };\n};\n',
      "_data/site.json": '{ "name": "The Daily", "baseUrl": "https://daily.example" }',
      "_includes/base.njk": "<html lang=uk>",
      "posts/bridge.md": post(),
      "about.md": page,
    };
    expect(await found(files)).toMatchObject({
      title: "The Daily | _data/site.json",
      language: "uk | _includes/base.njk",
      output: "www",
      content: "posts",
      urls: ["https://daily.example/posts/bridge/"],
    });
  });

  it.each([
    [
      "posts/posts.json",
      '{ "permalink": "/blog/{{ page.fileSlug }}/" }',
      "/blog/:filename/",
      "/blog/bridge/",
    ],
    [
      "posts/posts.11tydata.json",
      '{ "permalink": "{{ page.date | date: \'%Y/%m/%d\' }}/{{ title | slugify }}/index.html" }',
      "/:year/:month/:day/:title/",
      "/2025/02/03/a-bridge-too-far/",
    ],
    [
      "posts/posts.11tydata.js",
      "module.exports = { permalink: (data) => `/${data.page.fileSlug}.html` };",
      "/:filename.html",
      "/bridge.html",
    ],
    [
      "posts/posts.11tydata.mjs",
      "export default { permalink({ page }) { return `/x/${page.filePathStem}/`; } };",
      "/x/posts/:stem/",
      "/x/posts/bridge/",
    ],
  ])("has addresses after %s", async (name, data, permalink, path) => {
    const files = {
      ".eleventy.js": "module.exports = () => {};\n",
      "_data/site.yaml": "title: The Daily\nurl: https://daily.example/\n",
      "posts/2025-02-03-bridge.md": post(),
      [name]: data,
    };
    expect(await found(files)).toMatchObject({
      permalink,
      codes: [],
      urls: [`https://daily.example${path}`],
    });
  });

  it("has addresses after the innermost folder's data", async () => {
    const files = {
      ".eleventy.js": "module.exports = () => {};\n",
      "_data/site.json": '{ "title": "The Daily", "url": "https://daily.example/" }',
      "src/src.json": '{ "permalink": "/{{ page.fileSlug }}/" }',
      "src/posts/2025/2025.json": '{ "permalink": "/blog/{{ page.fileSlug }}/" }',
      "src/posts/2025/bridge.md": post(),
      "src/posts/2025/tunnel.md": post(),
      "src/other/ferry.md": post(),
    };
    expect(await found(files)).toMatchObject({
      content: "src/posts/2025",
      permalink: "/blog/:filename/",
      codes: ["init-elsewhere"],
      urls: ["https://daily.example/blog/bridge/", "https://daily.example/blog/tunnel/"],
    });
  });

  it.each(["module.exports = { permalink: false };", "module.exports = { layout: 'post' };"])(
    "has the usual addresses where a folder's data say no other: %s",
    async (data) => {
      const files = {
        ".eleventy.js": "module.exports = () => {};\n",
        "_data/site.json": '{ "title": "The Daily", "url": "https://daily.example/" }',
        "posts/bridge.md": post(),
        "posts/posts.11tydata.js": data,
      };
      expect(await found(files)).toMatchObject({ codes: [], permalink: "/posts/:stem/" });
    },
  );

  it.each([
    ["posts/posts.json", '{ "permalink": "{{ collections.posts | first }}/" }'],
    ["posts/posts.11tydata.js", "module.exports = { permalink: make };"],
  ])("says what of a pattern can't be told: %s", async (name, data) => {
    const files = {
      ".eleventy.js": "module.exports = () => {};\n",
      "_data/site.json": '{ "title": "The Daily", "url": "https://daily.example/" }',
      "posts/bridge.md": post(),
      [name]: data,
    };
    expect(await found(files)).toMatchObject({ codes: ["init-pattern"], permalink: "/posts/:stem/" });
  });
});

describe("Zola", () => {
  it("is told by config.toml", async () => {
    const files = {
      "config.toml":
        'base_url = "https://daily.example"\ntitle = "The Daily"\ndefault_language = "uk"\n[extra]\nauthor = "Jane"\n',
      "content/blog/2025-02-03-bridge.md": '+++\ntitle = "A"\n+++\n',
      "content/blog/tunnel.md": '+++\ntitle = "B"\ndate = 2025-02-03\npath = "deep/tunnel"\n+++\n',
      "content/blog/_index.md": "+++\n+++\n",
      "content/pages/about.md": '+++\ntitle = "About"\n+++\n',
    };
    expect(await found(files)).toMatchObject({
      generator: "Zola",
      title: "The Daily | config.toml",
      url: "https://daily.example/ | config.toml",
      language: "uk | config.toml",
      author: "Jane | config.toml",
      content: "content/blog",
      output: "static",
      urls: ["https://daily.example/blog/bridge/", "https://daily.example/deep/tunnel/"],
    });
  });

  it.each([
    ["", "/news/:sections_lower/:slug_lower/", "/news/a-bridge/"],
    [
      "slugify_paths = true\n[slugify]\npaths = 'on'\n",
      "/news/:sections_lower/:slug_lower/",
      "/news/a-bridge/",
    ],
    ["[slugify]\npaths = 'safe'\n", "/News/:sections/:slug/", "/News/A%20Bridge/"],
  ])("makes slugs of paths unless it is told not to: %j", async (more, permalink, path) => {
    const files = {
      "config.toml": `base_url = "https://daily.example"\ntitle = "The Daily"\n${more}`,
      "content/News/A Bridge.md": post(),
      "content/about.md": page,
    };
    expect(await found(files)).toMatchObject({ permalink, urls: [`https://daily.example${path}`] });
  });

  it("may say its title on its first page", async () => {
    const files = {
      "zola.toml": 'base_url = "https://daily.example"\n',
      "content/_index.md": '+++\ntitle = "The Daily"\n+++\n',
      "content/bridge.md": post(),
    };
    expect(await found(files)).toMatchObject({ generator: "Zola", title: "The Daily | content/_index.md" });
  });
});

describe("Docusaurus", () => {
  const config = (more = "") =>
    `import type { Config } from "@docusaurus/types";\nconst config: Config = { title: "The Daily", tagline: "News", url: "https://daily.example", baseUrl: "/docs/", i18n: { defaultLocale: "uk", locales: [] }, ${more} };\nexport default config;\n`;

  it("is told by its configuration, in a folder of a repository, too", async () => {
    const files = {
      "website/docusaurus.config.ts": config(),
      "website/blog/2025-02-03-bridge.mdx": post(),
      "website/blog/2025-02-04-tunnel/index.md": post("slug: tunnel\n"),
    };
    expect(await found(files)).toMatchObject({
      generator: "Docusaurus",
      title: "The Daily | website/docusaurus.config.ts",
      url: "https://daily.example/docs/ | website/docusaurus.config.ts",
      language: "uk | website/docusaurus.config.ts",
      description: "News | website/docusaurus.config.ts",
      content: "website/blog",
      output: "website/static",
      permalink: "/blog/:path",
      urls: ["https://daily.example/docs/blog/2025/02/03/bridge", "https://daily.example/docs/blog/tunnel"],
    });
  });

  it.each([
    [
      "presets: [['classic', { blog: { routeBasePath: '/', path: './news' } }]], trailingSlash: true",
      "news",
      "/:path/",
    ],
    [
      "plugins: [['@docusaurus/plugin-content-blog', { routeBasePath: 'updates', path: 'news' }], 'other']",
      "news",
      "/updates/:path",
    ],
    ["presets: [['classic', { blog: false }]]", "blog", "/blog/:path"],
    ["staticDirectories: ['files', 'static']", "blog", "/blog/:path"],
  ])("%s", async (more, content, permalink) => {
    const files = { "docusaurus.config.ts": config(more), [`${content}/2025-02-03-bridge.md`]: post() };
    const output = more.includes("files") ? "files" : "static";
    expect(await found(files)).toMatchObject({ content, permalink, output, codes: [] });
  });
});

describe("VitePress", () => {
  it("is told by its configuration, in docs/, too", async () => {
    const files = {
      "docs/.vitepress/config.mts":
        'export default defineConfig({ title: "The Daily", description: "News", lang: "uk", sitemap: { hostname: "https://daily.example" }, srcDir: "./src" })\n',
      "docs/src/posts/2025-02-03-bridge.md": post(),
      "docs/src/index.md": page,
    };
    expect(await found(files)).toMatchObject({
      generator: "VitePress",
      title: "The Daily | docs/.vitepress/config.mts",
      url: "https://daily.example/ | docs/.vitepress/config.mts",
      language: "uk | docs/.vitepress/config.mts",
      content: "docs/src/posts",
      output: "docs/src/public",
      urls: ["https://daily.example/posts/2025-02-03-bridge.html"],
    });
  });

  it("may say its address in its head's links, and its title too, where that is made up", async () => {
    const head =
      "[['link', {}], ['meta', { property: 'og:title', content: 'The Daily' }], ['meta', { property: 'og:url', content: 'https://daily.example' }]]";
    const files = {
      ".vitepress/config.js": `export default { title: \`\${make()}\`, base: "/x/", cleanUrls: true, head: ${head} }\n`,
      "posts/bridge.md": post(),
    };
    expect(await found(files)).toMatchObject({
      title: "The Daily | .vitepress/config.js",
      url: "https://daily.example/x/ | .vitepress/config.js",
      urls: ["https://daily.example/x/posts/bridge"],
    });
  });

  it("may say its address in a program beside it", async () => {
    const files = {
      ".vitepress/config/index.ts":
        "export default { title: 'The Daily', locales: { root: { lang: 'de' } } }\n",
      ".vitepress/feed.ts": "const hostname = 'https://daily.example'\nconst port = 'http://localhost:80'\n",
      "posts/bridge.md": post(),
    };
    expect(await found(files)).toMatchObject({
      url: "https://daily.example/ | .vitepress/feed.ts",
      language: "de | .vitepress/config/index.ts",
    });
  });
});

describe("Gatsby", () => {
  it("is told by its configuration", async () => {
    const files = {
      "gatsby-config.js":
        "module.exports = { siteMetadata: { title: `The Daily`, siteUrl: `https://daily.example/`, author: { name: `Jane` } }, plugins: [`a`, { resolve: `gatsby-source-filesystem`, options: { path: `${__dirname}/content/blog` } }] }\n",
      "content/blog/bridge/index.md": post(),
      "content/blog/tunnel/index.md": post(),
    };
    expect(await found(files)).toMatchObject({
      generator: "Gatsby",
      title: "The Daily | gatsby-config.js",
      author: "Jane | gatsby-config.js",
      content: "content/blog",
      output: "static",
      urls: ["https://daily.example/bridge/", "https://daily.example/tunnel/"],
    });
  });

  it("may have no articles that are found", async () => {
    const cwd = folder({ "gatsby-config.ts": "export default { siteMetadata: {} }\n" });
    expect(JSON.parse((await run(["init", "--yes", "--json"], { cwd })).out)).toMatchObject({
      generator: "Gatsby",
      content: "content",
      articles: 0,
    });
  });
});

describe("a folder of no generator", () => {
  it("is told by npm's file, the domain's file and its templates", async () => {
    const files = {
      "package.json": '{ "homepage": "https://daily.example/news" }',
      "templates/base.html": '<html class="x" lang="uk">',
      "articles/bridge.md": post(),
    };
    expect(await found(files, "--title", "The Daily")).toMatchObject({
      generator: null,
      title: "The Daily | --title",
      url: "https://daily.example/news/ | package.json",
      language: "uk | templates/base.html",
      content: "articles",
      output: "dist",
      urls: ["https://daily.example/news/bridge/"],
    });
    expect(await found({ ...files, "public/CNAME": "other.example" }, "--title", "T")).toMatchObject({
      url: "https://daily.example/news/ | package.json",
    });
  });

  it.each([
    ["package.json", '{ "homepage": "https://github.com/a/b" }'],
    ["package.json", "no JSON"],
    ["CNAME", "no domain at all"],
    ["_config.toml", "broken ="],
  ])("an address that isn't one is left out: %s %s", async (name, text) => {
    expect(await found({ [name]: text, "articles/bridge.md": post() })).toMatchObject({
      url: "https://example.com/ | a placeholder: set it before you publish",
    });
  });
});

describe("a configuration that can't be read", () => {
  it.each([
    "astro.config.mjs",
    "docusaurus.config.ts",
    ".vitepress/config.ts",
    "gatsby-config.js",
    "_config.yml",
    "hugo.toml",
  ])("%s is told of", async (name) => {
    const cwd = folder({ [name]: "export default: {", "articles/bridge.md": post() });
    const { exitCode, err } = await run(["init"], { cwd });
    expect(exitCode).toBe(2);
    expect(err).toContain(`${name}: warning: this configuration can't be read`);
    expect(err).toContain("nothing in this folder says the site's title and address [init-lacks]");
  });
});

describe("articles elsewhere", () => {
  const config = { "hugo.toml": 'baseURL = "https://daily.example/"\ntitle = "T"\n' };

  it("count where the generator has none", async () => {
    const files = { ...config, "articles/bridge.md": post(), "content/about.md": page };
    expect(await found(files)).toMatchObject({ content: "articles", articles: 1 });
    const both = { ...files, "articles/tunnel.md": post(), "content/ferry.md": post() };
    expect(await found(both)).toMatchObject({ content: "content", codes: [], articles: 1 });
  });
});

describe("the articles among pages", () => {
  const config = { "hugo.toml": 'baseURL = "https://daily.example/"\ntitle = "T"\n' };

  it("are all but those without a date: folders, and files in folders of articles", async () => {
    const files = {
      ...config,
      "content/posts/bridge.md": post(),
      "content/posts/about (old).md": page,
      "content/news/tunnel.md": post(),
      "content/docs/a.md": page,
      "content/docs/deep/b.md": page,
      "content/NOTES.md": "No front matter at all.\n",
    };
    expect(await found(files)).toMatchObject({
      content: "content",
      ignore: ["NOTES.md", "docs", "posts/about \\(old\\).md"],
      urls: ["https://daily.example/news/tunnel/", "https://daily.example/posts/bridge/"],
    });
  });

  it("a bundle's folder is no folder of articles", async () => {
    const files = { ...config, "content/bridge/index.md": post(), "content/about.md": page };
    expect(await found(files)).toMatchObject({ content: "content", urls: ["https://daily.example/bridge/"] });
  });

  it("are those in the folder that somebody names", async () => {
    const files = {
      ...config,
      "content/posts/bridge.md": post(),
      "content/news/a.md": post(),
      "content/news/b.md": page,
    };
    expect(await found(files, "--content", "content/news")).toMatchObject({
      content: "content/news",
      permalink: "/news/:sections_lower/:basename_lower/",
      ignore: ["b.md"],
      urls: ["https://daily.example/news/a/"],
    });
    expect(await found({ ...files, "elsewhere/c.md": post() }, "--content", "elsewhere")).toMatchObject({
      permalink: "/:path/",
      urls: ["https://daily.example/c/"],
    });
  });
});
