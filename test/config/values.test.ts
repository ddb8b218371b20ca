import { describe, expect, it } from "vitest";
import { placeholders } from "../../src/config/values.ts";
import { pathAfter } from "../../src/parse/permalink.ts";
import { complaintsOn, load, site } from "./support.ts";

/** The fourth line of a configuration is the one under test. */
const at = (column: number, text: string) => [`feedwright.yaml:4:${column} ${text}`];

describe("wrong values", () => {
  it.each([
    [
      "feeds: { content: ful }",
      19,
      '`feeds.content` is `"ful"`; expected `full` or `summary` (did you mean `full`?)',
    ],
    [
      "feeds: { content: 'Full' }",
      19,
      '`feeds.content` is `"Full"`; expected `full` or `summary` (did you mean `full`?)',
    ],
    ["feeds: { content: everything }", 19, '`feeds.content` is `"everything"`; expected `full` or `summary`'],
    [
      "feeds: { formats: [rss, atm] }",
      25,
      '`feeds.formats[1]` is `"atm"`; expected `rss`, `atom` or `json` (did you mean `atom`?)',
    ],
    [
      "feeds: { formats: rss }",
      19,
      '`feeds.formats` is `"rss"`; expected a list of `rss`, `atom` and `json` (did you mean `[rss]`?)',
    ],
    [
      "feeds: { formats: [] }",
      19,
      "`feeds.formats` is an empty list; expected a list of `rss`, `atom` and `json`",
    ],
    [
      'feeds: { limit: "50" }',
      17,
      '`feeds.limit` is `"50"`; expected a whole number from 1, or `all` (did you mean `50`?)',
    ],
    ["feeds: { limit: 0 }", 17, "`feeds.limit` is `0`; expected a whole number from 1, or `all`"],
    ["feeds: { limit: 2.5 }", 17, "`feeds.limit` is `2.5`; expected a whole number from 1, or `all`"],
    [
      "feeds: { limit: alle }",
      17,
      '`feeds.limit` is `"alle"`; expected a whole number from 1, or `all` (did you mean `all`?)',
    ],
    ["feeds: { ttl: soon }", 15, '`feeds.ttl` is `"soon"`; expected a whole number from 1'],
    ["feeds: { readingTime: yes }", 23, '`feeds.readingTime` is `"yes"`; expected true or false'],
    ["feeds: many", 8, '`feeds` is `"many"`; expected keys with values'],
    [
      "websub: { hubs: hub.example }",
      17,
      '`websub.hubs` is `"hub.example"`; expected a list of http or https addresses (did you mean `[https://hub.example]`?)',
    ],
    [
      "websub: { hubs: [hub.example] }",
      18,
      '`websub.hubs[0]` is `"hub.example"`; expected an http or https address (did you mean `https://hub.example`?)',
    ],
    [
      "delivery: { servers: [netlify, cloudflare] }",
      22,
      "`delivery.servers` is a list; expected only one of `netlify` and `cloudflare`: both read `_headers`, each in its way",
    ],
    [
      "delivery: { servers: ngnix }",
      22,
      '`delivery.servers` is `"ngnix"`; expected a list of `nginx`, `caddy`, `apache`, and `netlify` or `cloudflare` (did you mean `[nginx]`?)',
    ],
    [
      "partners: [{ profile: wire, window: 48 }]",
      37,
      "`partners[0].window` is `48`; expected a time, as in `90m`, `48h` or `30d`",
    ],
    [
      "credits: { Reuters: [msn] }",
      21,
      "`credits.Reuters` is a list; expected `allow` or `deny` with partners, and `days`",
    ],
    [
      "partners: [{ profile: { extends: wire, languages: [german] } }]",
      52,
      '`partners[0].profile.languages[0]` is `"german"`; expected a language tag, as in `en`, `uk` or `pt-BR` (did you mean `de`?)',
    ],
    [
      "scopes: { topic: { title: '{nme}' } }",
      27,
      '`scopes.topic.title` is `"{nme}"`; expected text, in which `{name}` and `{site}` alone stand for something',
    ],
    [
      "selections: [{ name: a, where: {} }]",
      32,
      "`selections[0].where` is an empty mapping; expected at least one of `topic`, `tag`, `author` and `language`, or `not`: the main feed has all",
    ],
    [
      "selections: [{ name: a, where: { language: englisch } }]",
      44,
      '`selections[0].where.language` is `"englisch"`; expected a language tag, as in `en`, `uk` or `pt-BR`, or a list of them',
    ],
    ["ignore: { drafts: true }", 9, "`ignore` is a mapping; expected a list of globs"],
    ["ignore: [drafts, 3]", 18, '`ignore[1]` is `3`; expected a glob (did you mean `"3"`?)'],
    ["content:", 1, "`content` is empty; expected a folder"],
    ["output: [dist]", 9, "`output` is a list; expected a folder"],
  ])("%s", async (line, column, expected) => {
    expect(await complaintsOn(`${site}${line}\n`)).toEqual(at(column, `config-value: ${expected}`));
  });

  it("are cut where they are long", async () => {
    const [problem = ""] = await complaintsOn(
      `${site}output: [${"x".repeat(10)}]\ncontent: 5\nignore: ${"y".repeat(300)}`,
    );
    expect(problem.length).toBeLessThan(300);
  });
});

describe("wrong values of the site", () => {
  it.each([
    [
      "language: en_US",
      11,
      '`site.language` is `"en_US"`; expected a language tag, as in `en`, `uk` or `pt-BR` (did you mean `en-US`?)',
    ],
    [
      "language: englishlanguage",
      11,
      '`site.language` is `"englishlanguage"`; expected a language tag, as in `en`, `uk` or `pt-BR`',
    ],
    [
      "language: english",
      11,
      '`site.language` is `"english"`; expected a language tag, as in `en`, `uk` or `pt-BR` (did you mean `en`?)',
    ],
    [
      "language: ua",
      11,
      '`site.language` is `"ua"`; expected a language tag, as in `en`, `uk` or `pt-BR` (did you mean `uk`?)',
    ],
    [
      "timezone: Europe/Kyv",
      11,
      '`site.timezone` is `"Europe/Kyv"`; expected an IANA time zone, as in `Europe/Kyiv` (did you mean `Europe/Kyiv`?)',
    ],
    [
      'timezone: "+02:00"',
      11,
      '`site.timezone` is `"+02:00"`; expected an IANA time zone, as in `Europe/Kyiv`',
    ],
    ["timezone: 2", 11, "`site.timezone` is `2`; expected an IANA time zone, as in `Europe/Kyiv`"],
    [
      "image: javascript:alert(1)",
      8,
      '`site.image` is `"javascript:alert(1)"`; expected an http or https address, or a path on the site',
    ],
    [
      "icon: //cdn.example/i.png",
      7,
      '`site.icon` is `"//cdn.example/i.png"`; expected an http or https address, or a path on the site',
    ],
    ["author: { name: A, email: none }", 27, '`site.author.email` is `"none"`; expected a mail address'],
    [
      "author: [A, { name: B, url: b.example }]",
      29,
      '`site.author[1].url` is `"b.example"`; expected an http or https address (did you mean `https://b.example`?)',
    ],
    [
      "authors: [A, 7]",
      14,
      '`site.authors[1]` is `7`; expected a name, or `{name, email, url, avatar}` (did you mean `"7"`?)',
    ],
  ])("%s", async (line, column, expected) => {
    expect(await complaintsOn(`${site}  ${line}\n`)).toEqual(at(column + 2, `config-value: ${expected}`));
  });

  it.each([
    "daily.example",
    "ftp://daily.example/",
    "https://",
    "http:daily.example",
    "https://daily.example/?a=b",
    "https://daily.example/#top",
    "https://me:secret@daily.example/",
    "https://daily example/",
    "/articles",
  ])("%j is no address of a site", async (url) => {
    const [problem] = await complaintsOn(`site:\n  title: A\n  url: ${JSON.stringify(url)}\n`);
    expect(problem).toContain(`feedwright.yaml:3:8 config-value: \`site.url\` is \`${JSON.stringify(url)}\``);
  });

  it("a year is no title", async () => {
    expect(await complaintsOn("site: { title: 1984, url: https://a.example }")).toEqual([
      'feedwright.yaml:1:16 config-value: `site.title` is `1984`; expected text (did you mean `"1984"`?)',
    ]);
  });
});

describe("a site's address", () => {
  it.each([
    ["https://daily.example", "https://daily.example/"],
    ["HTTPS://Daily.Example/News", "https://daily.example/News/"],
    ["https://daily.example/news//", "https://daily.example/news/"],
    ["http://müller.example", "http://xn--mller-kva.example/"],
  ])("%s", async (url, expected) => {
    expect((await load(`site: { title: A, url: "${url}" }`)).site.url).toBe(expected);
  });

  it("stands before the paths of its pictures", async () => {
    const pictures = "image: /logo.png, icon: i/icon.png, favicon: https://cdn.example/f.ico";
    const { site } = await load(`site: { title: A, url: https://a.example/news, ${pictures} }`);
    expect(site).toMatchObject({
      image: "https://a.example/news/logo.png",
      icon: "https://a.example/news/i/icon.png",
      favicon: "https://cdn.example/f.ico",
    });
  });
});

describe("authors", () => {
  it.each([
    ["author: Ada", [{ name: "Ada" }]],
    ["authors: Ada <ada@a.example>", [{ name: "Ada", email: "ada@a.example" }]],
    ["author: { name: Ada, url: https://a.example/ada }", [{ name: "Ada", url: "https://a.example/ada" }]],
    ["authors: [Ada, { name: Bo }]", [{ name: "Ada" }, { name: "Bo" }]],
    ["authors: []", []],
  ])("%s", async (line, expected) => {
    expect((await load(`${site}  ${line}\n`)).site.authors).toEqual(expected);
  });

  it("are given once", async () => {
    expect(await complaintsOn(`${site}  author: A\n  authors: B\n`)).toEqual([
      "feedwright.yaml:4:3 config-key-twice: `site.author` and `site.authors` are the same setting (keep one of the two)",
    ]);
  });
});

describe("permalink", () => {
  it.each([
    ["/:yer/:slug/", "/:year/:slug/"],
    [":slug", "/:slug"],
    ["/:section/:file_name", "/:section/:filename"],
    ["/:year/:i_mnth/:slug", "/:year/:i_month/:slug"],
    ["/:basname_lower/", "/:basename_lower/"],
  ])("%s was meant as %s", async (pattern, meant) => {
    const [problem] = await complaintsOn(`${site}permalink: "${pattern}"\n`);
    expect(problem).toContain(
      `feedwright.yaml:4:12 config-value: \`permalink\` is \`"${pattern}"\`; expected a path`,
    );
    expect(problem).toContain(`(did you mean \`${meant}\`?)`);
  });

  it.each([
    "/:year/:month/",
    "/",
    "//:slug/",
    "/:slug?a=b",
    "/:slug#x",
    "/a b/:slug",
    "/:language/:slug/",
    "/:year_lower/:slug/",
  ])("%s is refused", async (pattern) => {
    expect(await complaintsOn(`${site}permalink: "${pattern}"\n`)).toHaveLength(1);
  });

  it("names a placeholder that is none, and doesn't offer what would be refused too", async () => {
    const [unknown] = await complaintsOn(`${site}permalink: /:datum/:slug/\n`);
    expect(unknown).toMatch(/`:i_day`; with `_lower` behind .*; `:datum` is none of them$/);
    const [empty] = await complaintsOn(`${site}permalink: ""\n`);
    expect(empty).not.toContain("did you mean");
  });

  it.each(["/:basename_lower/", "/:section_lower/:slug", "/:sections_lower/:path_lower/:stem"])(
    "%s is taken",
    async (pattern) => {
      expect((await load(`${site}permalink: "${pattern}"\n`)).permalink).toBe(pattern);
    },
  );

  it("has only placeholders that articles fill", () => {
    const pattern = placeholders.map((name) => `/:${name}`).join("");
    const date = { year: 2025, month: 2, day: 3, hour: 0, minute: 0, second: 0, millisecond: 0 };
    const path = pathAfter(pattern, {
      file: "world/a-file.md",
      date,
      title: "A Title",
      topic: "A Topic",
      categories: ["One", "Two Three"],
      slug: "a-slug",
      siteLanguage: "en",
    });
    expect(path).toBe(
      "/world/a-slug/a-slug/a-file/a-title/a-slug/a-slug/world/a-file/a-topic/world/world/one/two three/2025/02/03/2/3",
    );
  });
});

describe("feeds", () => {
  it("have their formats once, in their own order", async () => {
    expect((await load(`${site}feeds: { formats: [json, rss, json] }`)).feeds.formats).toEqual([
      "rss",
      "json",
    ]);
  });
});
