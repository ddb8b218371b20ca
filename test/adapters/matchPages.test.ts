import { describe, expect, it } from "vitest";
import { matchPages } from "../../src/adapters/matchPages.ts";

const matched = (paths: readonly string[], pages: readonly string[]) =>
  Object.fromEntries(matchPages(new Map(paths.map((path) => [`${path}.md`, path])), pages));

describe("an article's page is that which ends like its path", () => {
  it.each([
    [
      "at its place",
      ["blog/a", "blog/b"],
      ["blog/a", "blog/b"],
      { "blog/a.md": "blog/a", "blog/b.md": "blog/b" },
    ],
    ["below a route", ["a", "b"], ["news/a", "news/b", "about"], { "a.md": "news/a", "b.md": "news/b" }],
    [
      "without its collection",
      ["blog/a", "blog/2025/b"],
      ["a", "2025/b"],
      { "blog/a.md": "a", "blog/2025/b.md": "2025/b" },
    ],
    [
      "below another collection's name",
      ["posts/a", "posts/b"],
      ["news/a", "news/b"],
      { "posts/a.md": "news/a", "posts/b.md": "news/b" },
    ],
    [
      "where most of its folder are",
      ["a", "b", "c"],
      ["a", "news/a", "news/b", "tags/b"],
      { "a.md": "news/a", "b.md": "news/b", "c.md": "news/c" },
    ],
    [
      "of its language",
      ["en/a", "uk/a"],
      ["en/news/a", "uk/news/a"],
      { "en/a.md": "en/news/a", "uk/a.md": "uk/news/a" },
    ],
    [
      "of its language, though another has more",
      ["uk/a", "uk/b", "uk/c"],
      ["uk/news/a", "en/news/a", "en/news/b"],
      { "uk/a.md": "uk/news/a", "uk/b.md": "uk/news/b", "uk/c.md": "uk/news/c" },
    ],
    ["nowhere", ["a", "b"], ["c", "banana", ""], { "a.md": "a", "b.md": "b" }],
    ["nowhere, in an empty site", ["a"], [], { "a.md": "a" }],
  ])("%s", (_, paths, pages, expected) => {
    expect(matched(paths, pages)).toEqual(expected);
  });
});
