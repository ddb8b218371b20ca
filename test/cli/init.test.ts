import { mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { describe, expect, it } from "vitest";
import type { Asking } from "../../src/cli/io.ts";
import { loadConfig } from "../../src/index.ts";
import { folder, run, site, story } from "./support.ts";

const configurationIn = (cwd: string) => readFileSync(join(cwd, "feedwright.yaml"), "utf8");

/** Takes what is offered, or the answer to that question. */
function answering(given: Readonly<Record<string, string[]>>) {
  const asked: string[] = [];
  const asking: Asking = {
    async text(question, wrong, usual = "") {
      const [, key = ""] = /(called|address|language|zone)/.exec(question) ?? [];
      const answer = given[key]?.shift() ?? usual;
      const fault = wrong(answer);
      asked.push(fault === undefined ? key : fault);
      return fault === undefined ? answer : this.text(question, wrong, usual);
    },
    async choose() {
      throw new Error("nothing to choose from");
    },
  };
  return { asked, asking };
}

describe("from an empty folder", () => {
  it("init --yes, new and build give feeds, and say what is a placeholder", async () => {
    const parent = folder();
    const cwd = join(parent, "The Daily");
    mkdirSync(cwd);
    const { exitCode, out, err } = await run(["init", "--yes"], { cwd });
    expect(exitCode).toBe(0);
    expect(err).toContain("nothing says the site's title; `The Daily` stands in for it [init-placeholder]");
    expect(err).toContain("nothing says the site's address; `https://example.com/` stands in for it");
    expect(out).toContain('feedwright.yaml is written. Next: npx feedwright new "A headline"');
    expect(
      configurationIn(cwd),
    ).toBe(`# yaml-language-server: $schema=./node_modules/feedwright/feedwright.schema.json
site:
  title: The Daily # a placeholder: set it before you publish
  url: https://example.com/ # a placeholder: set it before you publish
  language: en # assumed: nothing here says it
  timezone: UTC # assumed, for dates that name no zone
# The folder of the articles.
content: articles
# The folder of the feeds: served at the site's address.
output: dist
# The articles' addresses: after their files.
permalink: /:path/
# A page for each article and a front page: nothing else here makes any.
pages: true
`);
    expect(await run(["new", "Hello"], { cwd })).toMatchObject({ exitCode: 0, out: "articles/hello.md\n" });
    expect(await run(["build"], { cwd })).toMatchObject({ exitCode: 0, err: "" });
    const feed = (name: string) => readFileSync(join(cwd, "dist", name), "utf8");
    expect(parseRssFeed(feed("rss.xml")).items?.[0]).toMatchObject({
      title: "Hello",
      link: "https://example.com/hello/",
    });
    expect(parseAtomFeed(feed("atom.xml")).entries?.[0]?.title?.value).toBe("Hello");
    expect(parseJsonFeed(feed("feed.json")).items?.[0]?.title).toBe("Hello");
    expect(feed("hello/index.html")).toMatch(/<h1[^>]*>Hello<\/h1>/);
    expect(feed("index.html")).toContain('<a href="hello/">Hello</a>');
  });

  it.each([
    [{ "index.html": "<p>Hello</p>" }, false],
    [{ "mkdocs.yml": "site_name: T\n" }, false],
    [{ "package.json": '{"scripts":{"build":"next build"}}' }, false],
    [{ "package.json": '{"scripts":{"build":"feedwright build","test":"t"}}' }, true],
    [{ "package.json": '{"private":true}' }, true],
    [{ "hugo.toml": "baseURL = 'https://a.example/'\n" }, false],
  ])("has pages made only where nothing else makes them: %j", async (files, pages) => {
    const { out } = await run(["init", "--yes", "--json"], { cwd: folder(files) });
    expect(JSON.parse(out).pages).toBe(pages);
  });

  it.each([
    [[], "title and address", '--title "…" and --url https://…'],
    [["--title", "T"], "address", "--url https://…"],
    [["--url", "https://a.example/"], "title", '--title "…"'],
  ])("init %j asks nobody where nobody is, and says which flag is missing", async (flags, lacks, hint) => {
    const cwd = folder();
    const { exitCode, out, err } = await run(["init", ...flags], { cwd });
    expect([exitCode, out, readdirSync(cwd)]).toEqual([2, "", []]);
    expect(err).toContain(
      `nothing in this folder says the site's ${lacks} [init-lacks]\n  hint: give ${hint}, or --yes`,
    );
  });

  it("init asks a person for what it couldn't find, and for nothing else", async () => {
    const cwd = folder({ "articles/a.md": story("A", "2025-01-01") });
    const { asked, asking } = answering({
      called: ["", "The Daily"],
      address: ["daily", "https://daily.example"],
    });
    const { exitCode, err } = await run(["init", "--language", "uk"], { cwd, asking });
    expect([exitCode, err]).toEqual([0, ""]);
    expect(asked).toEqual([
      "Expected text",
      "called",
      "Expected an http or https address, without `?` and `#`",
      "address",
      "zone",
    ]);
    const config = await loadConfig({ cwd });
    expect(config.site).toMatchObject({
      title: "The Daily",
      url: "https://daily.example/",
      language: "uk",
      timezone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    });
  });

  it.each([["--yes"], ["--json"]])("init %s asks nothing", async (flag) => {
    const { asked, asking } = answering({});
    await run(["init", flag, "--title", "T", "--url", "https://a.example/"], { cwd: folder(), asking });
    expect(asked).toEqual([]);
  });
});

describe("feedwright init", () => {
  const given = ["--title", "T", "--url", "https://a.example/"];

  it.each([
    ["A: B # c", "[x]", "uk"],
    ["'quoted' \"twice\"", "{x}", "pt-BR"],
    ["2024", "- x", "en"],
    ["yes", "null", "en"],
    ["Line\none\u0007two", "a\u2028b", "en"],
  ])("writes what a build reads as it was said: %j", async (title, content, language) => {
    const cwd = folder();
    await run(
      [
        "init",
        "--title",
        title,
        "--url",
        "https://a.example",
        "--language",
        language,
        `--content=${content}`,
      ],
      { cwd },
    );
    const config = await loadConfig({ cwd });
    expect(config.site).toMatchObject({ title, url: "https://a.example/", language });
    expect(config.content).toBe(join(cwd, content));
  });

  it.each(["feedwright.yaml", "feedwright.yml", "feedwright.json", "feedwright.mjs"])(
    "never overwrites: %s",
    async (name) => {
      const cwd = folder({ [name]: "mine" });
      const { exitCode, err } = await run(["init", "--yes"], { cwd });
      expect(exitCode).toBe(2);
      expect(err).toContain(`${name}: error: there is a configuration already [init-there]`);
      expect([readdirSync(cwd), readFileSync(join(cwd, name), "utf8")]).toEqual([[name], "mine"]);
    },
  );

  it("writes where a link leads nowhere neither, and says what the system says", async () => {
    const cwd = folder();
    symlinkSync("../nowhere.yaml", join(cwd, "feedwright.yaml"));
    const { exitCode, err } = await run(["init", "--yes"], { cwd });
    expect([exitCode, readdirSync(cwd)]).toEqual([2, ["feedwright.yaml"]]);
    expect(err).toContain("the configuration can't be written: EEXIST");
  });

  it("is for this folder, whatever stands above it", async () => {
    const cwd = folder({ "feedwright.yaml": site, "blog/articles/a.md": story("A", "2025-01-01") });
    const root = await run(["init", ...given, "--root", "blog", "--out", "public"], { cwd });
    expect(root.exitCode).toBe(0);
    expect(readFileSync(join(cwd, "blog/feedwright.yaml"), "utf8")).toContain("\noutput: ../public\n");
  });

  it("--dry-run prints the configuration, and writes nothing", async () => {
    const cwd = folder();
    const { out } = await run(["init", "--dry-run", ...given], { cwd });
    expect(out).toContain("\nsite:\n  title: T # --title\n");
    expect(readdirSync(cwd)).toEqual([]);
  });

  it("names all flags that are wrong", async () => {
    const wrong = ["--title", " ", "--url", "a.example", "--language", "zzzzzzzzzz", "--timezone", "Kyiv"];
    const { exitCode, err } = await run(["init", ...wrong], { cwd: folder() });
    expect(exitCode).toBe(2);
    expect(err.match(/`--\w+` is/g)).toEqual([
      "`--title` is",
      "`--url` is",
      "`--language` is",
      "`--timezone` is",
    ]);
    expect((await run(["init", "--root", "nowhere"], { cwd: folder() })).err).toContain(
      "`--root` is `nowhere`; expected a folder that is there",
    );
  });

  it("says what it found, where, and what comes next", async () => {
    const cwd = folder({
      "hugo.toml": 'baseURL = "https://daily.example/"\ntitle = "The \\u001b[31mDaily"\n',
      "content/posts/a.md": story("A", "2025-01-01"),
      "content/posts/b.md": "---\ntitle: B\n---\n",
      "content/c.md": "---\ntitle: C\n---\n",
    });
    expect(await run(["init"], { cwd })).toEqual({
      exitCode: 0,
      err: "",
      out: `  generator  Hugo
  title      The [31mDaily                            hugo.toml
  url        https://daily.example/                   hugo.toml
  language   en                                       hugo.toml
  timezone   UTC                                      assumed, for dates that name no zone
  content    content/posts                            1 article; of pages without dates, 1 ignored
  permalink  /posts/:sections_lower/:basename_lower/
  output     static

  feedwright.yaml is written. Next: npx feedwright build
`,
    });
  });

  it("says that an example's address is nobody's, and how many articles are elsewhere", async () => {
    const cwd = folder({
      "hugo.toml": 'baseURL = "https://example.org/"\ntitle = "T"\n[permalinks]\nposts = "/:slug/"\n',
      "content/posts/a.md": story("A", "2025-01-01"),
      "content/posts/b.md": story("B", "2025-01-01"),
      "content/news/c.md": story("C", "2025-01-01"),
      "content/news/d.md": story("D", "2025-01-01"),
      "content/posts/e.md": story("E", "2025-01-01"),
    });
    const { exitCode, err } = await run(["init"], { cwd });
    expect(exitCode).toBe(0);
    expect(err).toContain(
      "the site's own configuration says that its address is `https://example.org/` [init-example]",
    );
    expect(err).toContain("2 articles outside of content/posts won't be in the feeds [init-elsewhere]");
  });
});
