import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { story } from "../cli/support.ts";
import { generatedSite, generating, lacking, linksIn, startedGenerator } from "./generators.ts";

if (lacking !== undefined) console.warn(`test/adapters/eleventy.test.ts: ${lacking}`);

const esm = (options: string) => `import feedwright from "feedwright/eleventy";
export default (eleventyConfig) => eleventyConfig.addPlugin(feedwright, ${options});
export const config = { dir: { input: "content" } };
`;
const commonJs = `const { default: feedwright } = require("feedwright/eleventy");
module.exports = (eleventyConfig) => {
  eleventyConfig.addPlugin(feedwright, { title: "The Daily", url: "https://daily.example/" });
  return { dir: { input: "content" } };
};
`;
const options = '{ title: "The Daily", url: "https://daily.example/paper/" }';

/** A site whose folder of posts says their addresses. */
function eleventySite(more: Readonly<Record<string, string>> = {}): string {
  return generatedSite({
    "eleventy.config.js": esm(options),
    "content/posts/posts.json":
      '{ "permalink": "/{{ page.date | date: \\"%Y\\" }}/{{ page.fileSlug }}.html", "tags": ["post"] }',
    "content/posts/2025-02-21-first.md": `${story("First", "2025-02-21")}See [the second](second.md).\n`,
    "content/posts/second.md": story("Second", "2025-02-22"),
    "content/posts/own.md": story("Own", "2025-02-23", 'permalink: "/its/own/"\n'),
    "content/posts/none.md": story("None", "2025-02-24", "permalink: false\n"),
    "content/posts/draft.md": story("Draft", "2025-02-25", "draft: true\n"),
    "content/about.md": "---\ntitle: About\n---\n\nNo story: it has no date.\n",
    "content/index.njk": "Front",
    ...more,
  });
}

const build = ["@11ty/eleventy/cmd.cjs"];

describe.skipIf(lacking !== undefined)("a site of Eleventy", () => {
  it("has its feeds, whose items lead to its pages, and builds them again as they were", async () => {
    const root = eleventySite();
    const { failed, said } = await generating(root, build);
    expect({ failed, said: failed ? said : "" }).toEqual({ failed: false, said: "" });
    const links = linksIn(root, "_site/feed.json");
    const base = "https://daily.example/paper/";
    expect(links).toEqual([`${base}its/own/`, `${base}2025/second.html`, `${base}2025/first.html`]);
    for (const each of links) {
      const path = each.slice(base.length).replace(/\/$/, "/index.html");
      expect(existsSync(join(root, "_site", path)), path).toBe(true);
    }
    const rss = readFileSync(join(root, "_site/rss.xml"), "utf8");
    expect(rss).toContain(`${base}2025/second.html"`);
    expect(said).toContain("3 articles in 3 feeds");

    const before = statSync(join(root, "_site/rss.xml")).mtimeMs;
    expect((await generating(root, build)).failed).toBe(false);
    expect(statSync(join(root, "_site/rss.xml")).mtimeMs).toBe(before);
  }, 120_000);

  it("keeps the articles whose pages an incremental build leaves as they are", async () => {
    const root = eleventySite();
    const watch = startedGenerator(root, [...build, "--watch", "--incremental"]);
    await expect.poll(() => watch.said(), { timeout: 60_000 }).toMatch(/3 articles in 3 feeds.+Watching/s);
    // It says that it watches before it does.
    const save = (time: number) =>
      writeFileSync(
        join(root, "content/posts/second.md"),
        `${story("Second", "2025-02-22")}More, ${time}.\n`,
      );
    let times = 0;
    const savedAgain = () => {
      save(++times);
      return watch.said();
    };
    await expect.poll(savedAgain, { timeout: 60_000, interval: 1_000 }).toMatch(/\(skipped \d+\)/);
    const told = watch.said().match(/\d articles? in 3 feeds|feed-shrunk/g) ?? [];
    expect(told.length).toBeGreaterThan(1);
    expect(new Set(told)).toEqual(new Set(["3 articles in 3 feeds"]));
    expect(readFileSync(join(root, "_site/rss.xml"), "utf8")).toContain("More, ");
    const { said } = await generating(root, [...build, "--incremental"]);
    expect(said).toContain("feedwright: no feeds, as an incremental build doesn't know all pages");
  }, 120_000);

  it("may be configured in CommonJS", async () => {
    const root = eleventySite({ "package.json": "{}", "eleventy.config.js": commonJs });
    const { failed, said } = await generating(root, build);
    expect({ failed, said: failed ? said : "" }).toEqual({ failed: false, said: "" });
    expect(linksIn(root, "_site/feed.json")[0]).toBe("https://daily.example/its/own/");
  }, 120_000);

  it("tells of articles that are wrong, and fails where it is told to, or has no title", async () => {
    const root = eleventySite({
      "content/posts/wrong.md": story("Wrong", "2025-02-23", "expires: soon\n"),
    });
    const first = await generating(root, build);
    expect(first.failed).toBe(false);
    expect(first.said).toMatch(
      /content\/posts\/wrong\.md:4:1: error: .+\[field-type\]|content\/posts\/wrong\.md:4:\d+/,
    );
    writeFileSync(join(root, "eleventy.config.js"), esm(options.replace("{", "{ strict: true,")));
    const strict = await generating(root, build);
    expect(strict.failed).toBe(true);
    expect(strict.said).toContain("content/posts/wrong.md:4");
    writeFileSync(join(root, "eleventy.config.js"), esm(options.replace("title", "titel")));
    const misspelt = await generating(root, build);
    expect(misspelt.failed).toBe(true);
    expect(misspelt.said).toContain("`titel` is not a key of the options [config-key-unknown]");
    expect(misspelt.said).toContain("did you mean `title`?");
    writeFileSync(join(root, "eleventy.config.js"), esm("{ immediate: true }"));
    const untitled = await generating(root, build);
    expect(untitled.failed).toBe(true);
    expect(untitled.said).toContain("[config-missing]");
  }, 120_000);
});
