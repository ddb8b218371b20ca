import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { story } from "../cli/support.ts";
import { generatedSite, generating, lacking, linksIn } from "./generators.ts";

if (lacking !== undefined) console.warn(`test/adapters/astro.test.ts: ${lacking}`);

const page = `---
import { getCollection, render } from "astro:content";
export async function getStaticPaths() {
  const all = await getCollection("blog", ({ data }) => !data.held && !data.draft);
  return all.map((post) => ({ params: { slug: post.id }, props: { post } }));
}
const { Content } = await render(Astro.props.post);
---
<html lang="en"><body><Content /></body></html>
`;
const collection = `import { defineCollection, z } from "astro:content";
import { glob } from "astro/loaders";
export const collections = {
  blog: defineCollection({
    loader: glob({ pattern: "**/*.md", base: "./src/content/blog" }),
    schema: z.object({ title: z.string() }).passthrough(),
  }),
};
`;

/** A site whose collection \`blog\` is shown below \`/news/\`. */
function astroSite(astro: string, options: string, more: Readonly<Record<string, string>> = {}): string {
  return generatedSite({
    "astro.config.mjs": `import feedwright from "feedwright/astro";
export default { site: "https://daily.example", ${astro} integrations: [feedwright(${options})] };`,
    "src/content.config.ts": collection,
    "src/pages/news/[...slug].astro": page,
    "src/pages/index.astro": "<html><body>Front</body></html>",
    "src/pages/first.astro": "<html><body>Called like a story</body></html>",
    "src/content/blog/First.md": `${story("First", "2025-02-21")}See [the second](./2025/second/index.md).\n`,
    "src/content/blog/2025/second/index.md": story("Second", "2025-02-22"),
    "src/content/blog/named.md": story("Named", "2025-02-23", "slug: another-name\n"),
    "src/content/blog/draft.md": story("Draft", "2025-02-24", "draft: true\n"),
    "src/content/blog/held.md": story("Held", "2025-02-25", "held: true\n"),
    ...more,
  });
}

const build = ["astro/astro.js", "build"];

/** Where the built site has the page that an address leads to. */
function pageOf(root: string, address: string, base: string): string | undefined {
  const path = decodeURI(address.slice(base.length));
  return [path, `${path}index.html`, `${path}/index.html`].find((each) => {
    const file = join(root, "dist", each);
    return existsSync(file) && statSync(file).isFile();
  });
}

describe.skipIf(lacking !== undefined)("a site of Astro", () => {
  it.each([
    ["", "https://daily.example/", ["news/another-name/", "news/2025/second/", "news/first/"]],
    [
      'trailingSlash: "never",',
      "https://daily.example/",
      ["news/another-name", "news/2025/second", "news/first"],
    ],
    [
      'base: "/paper", build: { format: "file" },',
      "https://daily.example/paper/",
      ["news/another-name.html", "news/2025/second.html", "news/first.html"],
    ],
  ])(
    "with %s has its feeds, whose items lead to its pages",
    async (astro, base, paths) => {
      const root = astroSite(astro, '{ title: "The Daily" }');
      const { failed, said } = await generating(root, build);
      expect({ failed, said: failed ? said : "" }).toEqual({ failed: false, said: "" });
      const links = linksIn(root, "dist/feed.json");
      expect(links).toEqual(paths.map((path) => base + path));
      for (const each of links) expect(pageOf(root, each, base), each).toBeDefined();
      expect(said).toContain("Astro made no page of src/content/blog/held.md: no feed has what has no page");
      expect(said).toContain("3 articles in 3 feeds");
      expect(said).not.toContain("draft.md");
      // A link between articles leads to the other's page.
      const rss = readFileSync(join(root, "dist/rss.xml"), "utf8");
      expect(rss).toContain(`${base}${paths[1]}"`);
      expect(rss).toContain(`<link>${base}</link>`);
    },
    120_000,
  );

  it("may have a configuration, articles that are wrong, and fails where it is told to", async () => {
    const wrong = { "src/content/blog/wrong.md": story("Wrong", "2025-02-30") };
    const configuration = {
      "feedwright.yaml":
        "site: { title: The Daily, url: 'https://daily.example/' }\ncontent: src/content/blog\n",
    };
    const root = astroSite("", "", { ...wrong, ...configuration });
    const first = await generating(root, build);
    expect(first.failed).toBe(false);
    expect(first.said).toMatch(/src\/content\/blog\/wrong\.md:3:1: error: .+\[date-impossible\]/);
    expect(linksIn(root, "dist/feed.json")).toHaveLength(3);

    const strict = astroSite("", "{ strict: true }", { ...wrong, ...configuration });
    const second = await generating(strict, build);
    expect(second.failed).toBe(true);
    expect(second.said).toContain("[date-impossible]");
    expect(second.said).not.toMatch(/\n\s+at .*lib\/(?:adapters|chunks)/);
  }, 120_000);

  it("fails with what is wrong where there is no title", async () => {
    const { failed, said } = await generating(astroSite("", ""), build);
    expect(failed).toBe(true);
    expect(said).toContain("[config-missing]");
  }, 120_000);
});
