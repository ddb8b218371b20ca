import { expect, it } from "vitest";
import { loadConfig } from "../../src/config/index.ts";
import { placesOf } from "../../src/watch/places.ts";

const flags = {
  title: "T",
  url: "https://daily.example/",
  content: "/news/articles",
  out: "/news/articles/dist",
};
const config = await loadConfig({ cwd: "/news", flags });
const pages = { theme: "/news/theme", perPage: 20, share: [] };
const files = ["/news/feedwright.yaml", "/news/profiles/own.yaml"];

it("looks at the content with all below it, at other folders alone", () => {
  expect(placesOf({ config: { ...config, pages }, files })).toMatchObject({
    deep: ["/news/articles"],
    shallow: ["/news", "/news/profiles", "/news/theme"],
  });
  expect(placesOf({ config, files: [] }).shallow).toEqual([]);
});

it.each([
  ["/news/articles", true],
  ["/news/articles/a.md", true],
  ["/news/articles/2026/picture.png", true],
  ["/news/articles/dist", false],
  ["/news/articles/dist/rss.xml", false],
  ["/news/articles/.git/index", false],
  ["/news/articles/x/node_modules/a.md", false],
  ["/news/articles/a.md~", false],
  ["/news/articles/.a.md.swp", false],
  ["/news/articles/4913", false],
  ["/news/articlesother/a.md", false],
  ["/news/feedwright.yaml", true],
  ["/news/other.yaml", false],
  ["/news/profiles/own.yaml", true],
  ["/news/profiles/other.yaml", false],
  ["/news/theme", true],
  ["/news/theme/style.css", true],
  ["/news/theme/style.css~", false],
  ["/news/theme/more/style.css", false],
  ["/", false],
] as const)("builds for what is at %s: %s", (path, counts) => {
  expect(placesOf({ config: { ...config, pages }, files }).counts(path)).toBe(counts);
});

it("counts no theme where there is none", () => {
  expect(placesOf({ config, files }).counts("/news/theme/style.css")).toBe(false);
});
