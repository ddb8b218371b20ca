import { describe, expect, test } from "vitest";
import { Heads } from "../../src/index/index.ts";
import type { Problem } from "../../src/problems/index.ts";
import { Selection } from "../../src/select/index.ts";
import { readAll } from "../parse/support.ts";

/** Which of some files' articles stay, and what the others are told. */
function standing(files: Readonly<Record<string, string>>) {
  const problems: Problem[] = [];
  const read = readAll(files).articles;
  const heads = new Heads(read.length);
  for (const [row, each] of read.entries()) heads.set(row, each, [], 0);
  const report = (each: Problem) => problems.push(each);
  const { due } = new Selection(heads, Date.UTC(2026, 0), (row) => read[row], report);
  const articles = due.flatMap((row) => read[row] ?? []);
  return {
    articles,
    problems,
    codes: problems.map(({ code }) => code),
    places: problems.map(({ code, place }) => `${place?.file}:${place?.line}:${place?.column} ${code}`),
  };
}

describe("of two articles with the same", () => {
  const head = (day: number, more: string) => `---\ntitle: A\ndate: 2025-02-${day}\n${more}\n---\n`;

  test("id, the one published first stays, and the other is told of it", () => {
    const { articles, problems, places } = standing({
      "a.md": head(24, "id: one"),
      "b.md": head(23, "id: one"),
      "c.md": head(25, "id: one"),
    });
    expect(articles.map(({ file }) => file)).toEqual(["b.md"]);
    expect(places).toEqual(["a.md:1:undefined id-twice", "c.md:1:undefined id-twice"]);
    expect(problems.map(({ message }) => message.includes("b.md"))).toEqual([true, true]);
  });

  test("address, likewise, whatever their ids", () => {
    const { articles, problems, places } = standing({
      "a.md": head(24, "permalink: /x/\nid: a"),
      "b.md": head(23, "permalink: https://news.example/x/\nid: b"),
    });
    expect(articles.map(({ file }) => file)).toEqual(["b.md"]);
    expect(places).toEqual(["a.md:1:undefined permalink-twice"]);
    expect(problems[0]?.message).toContain("b.md");
  });

  test("id and moment, the one whose file comes first stays, in whatever order they are read", () => {
    for (const order of [
      ["a.md", "b.md"],
      ["b.md", "a.md"],
    ]) {
      const { articles } = standing(Object.fromEntries(order.map((path) => [path, head(23, "id: one")])));
      expect(articles.map(({ file }) => file)).toEqual(["a.md"]);
    }
  });

  test("id, one that was left out takes nobody else's place", () => {
    const { articles } = standing({
      "a.md": head(22, "id: one\npermalink: /a/"),
      "b.md": head(23, "id: one\npermalink: /b/"),
      "c.md": head(24, "id: three\npermalink: /b/"),
    });
    expect(articles.map(({ file }) => file)).toEqual(["a.md", "c.md"]);
  });

  test("file under two names, by language, nothing is wrong", () => {
    const { articles, codes } = standing({ "a.md": head(23, ""), "a.uk.md": head(23, "") });
    expect(articles.map(({ language, permalink }) => [language, permalink])).toEqual([
      [undefined, "https://news.example/a/"],
      ["uk", "https://news.example/uk/a/"],
    ]);
    expect(codes).toEqual([]);
  });

  test("address, what follows from the file's place wins over an older one's claim to it", () => {
    for (const claim of ["permalink: /a/", "slug: a", "slug: /a/"]) {
      const { articles, places } = standing({ "a.md": head(24, "id: own"), "b.md": head(23, claim) });
      expect(articles.map(({ file }) => file)).toEqual(["a.md"]);
      expect(places).toEqual(["b.md:1:undefined permalink-twice"]);
    }
  });

  test("id, the one whose address it is wins over an older one's claim to it", () => {
    for (const own of ["", "permalink: /x/"]) {
      const id = `https://news.example/${own === "" ? "a" : "x"}/`;
      const { articles, places } = standing({ "a.md": head(24, own), "b.md": head(23, `id: ${id}`) });
      expect(articles.map(({ file }) => file)).toEqual(["a.md"]);
      expect(places).toEqual(["b.md:1:undefined id-twice"]);
    }
  });

  test("names, each in part, the one published first stays", () => {
    const { articles, codes } = standing({
      "a.md": head(23, "id: https://news.example/b/"),
      "b.md": head(24, "id: https://news.example/a/"),
      "c.md": head(25, "permalink: /a/"),
      "d.md": head(26, "permalink: /b/"),
    });
    expect(articles.map(({ file }) => file)).toEqual(["a.md", "b.md"]);
    expect(codes).toEqual(["permalink-twice", "id-twice"]);
  });
});
