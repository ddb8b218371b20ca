import { describe, expect, it } from "vitest";
import { type News, type NewsArticle, newsSitemap } from "../../src/formats/newsSitemap/index.ts";
import { all, type Element, one, read, texts } from "./reader.ts";
import { complaints, lacksXmllint } from "./xmllint.ts";

const article: NewsArticle = {
  url: "https://news.example/a?x=1&y=2",
  title: "Fish & <chips>",
  published: Date.UTC(2025, 1, 23, 18, 4),
};

const written = (articles: Iterable<NewsArticle> = [article], parts: Partial<News> = {}) =>
  [...newsSitemap.write({ name: "The Example", language: "en-GB", ...parts, articles })].join("");

const urls = (xml: string) => all(read(xml), "sitemap:url");

const languageOf = (url: Element) =>
  texts(one(one(url, "news:news"), "news:publication"), "news:language")[0];

const language = (tag: string | undefined, site?: string) =>
  urls(written([{ ...article, language: tag }], { language: site })).map(languageOf)[0];

describe("a news sitemap", () => {
  it("begins with the XML declaration, and has its namespaces", () => {
    expect(written()).toMatch(/^<\?xml version="1\.0" encoding="utf-8"\?>\n<urlset /);
    expect(read(written()).name).toBe("sitemap:urlset");
  });

  it("has all that Google requires of an article", () => {
    const [url] = urls(written());
    if (!url) throw new Error("no url");
    expect(texts(url, "sitemap:loc")).toEqual(["https://news.example/a?x=1&y=2"]);
    const news = one(url, "news:news");
    expect(texts(news, "news:publication_date")).toEqual(["2025-02-23T18:04:00Z"]);
    expect(texts(news, "news:title")).toEqual(["Fish & <chips>"]);
    expect(one(news, "news:publication").children.map(({ name, text }) => [name, text])).toEqual([
      ["news:name", "The Example"],
      ["news:language", "en"],
    ]);
  });

  it("has nothing that Google has given up (access, genres, keywords, stock tickers)", () => {
    const [url] = urls(written());
    expect(url?.children.map(({ name }) => name)).toEqual(["sitemap:loc", "news:news"]);
    expect(url?.children[1]?.children.map(({ name }) => name)).toEqual([
      "news:publication",
      "news:publication_date",
      "news:title",
    ]);
  });

  it("is empty where there are no news", () => {
    expect(read(written([])).children).toEqual([]);
  });

  it("takes 1,000 articles, and asks for no more", () => {
    let asked = 0;
    function* articles() {
      while (asked < 1100) {
        asked++;
        yield { ...article, url: `https://news.example/${asked}` };
      }
    }
    expect(urls(written(articles()))).toHaveLength(1000);
    expect(asked).toBe(1000);
  });

  it("keeps the order of its articles, and is written an article at a time", () => {
    const articles = ["b", "a"].map((name) => ({ ...article, url: `https://news.example/${name}` }));
    const pieces = [...newsSitemap.write({ name: "The Example", articles })];
    expect(pieces.filter((piece) => piece.includes("<loc>"))).toHaveLength(2);
    expect(urls(pieces.join("")).map((url) => texts(url, "sitemap:loc")[0])).toEqual([
      "https://news.example/b",
      "https://news.example/a",
    ]);
  });

  it("shows an article without a title by its address", () => {
    expect(written([{ ...article, title: "" }])).toContain("<news:title>https://news.example/a?x=1&amp;y=2<");
  });

  it.each([
    ["en", "en"],
    ["en-GB", "en"],
    ["uk-UA", "uk"],
    ["gsw-CH", "gsw"],
    ["zh", "zh-cn"],
    ["zh-CN", "zh-cn"],
    ["zh-Hans-HK", "zh-cn"],
    ["zh-SG", "zh-cn"],
    ["zh-TW", "zh-tw"],
    ["zh-HK", "zh-tw"],
    ["zh-Hant", "zh-tw"],
    ["zh-Hant-MY", "zh-tw"],
    ["sr-Latn", "sr"],
  ])("says the language of %s as Google wants it: %s", (tag, code) => {
    expect(language(tag)).toBe(code);
  });

  it("says the publication's language where an article has none, and that it isn't known where neither has", () => {
    expect(language(undefined, "de")).toBe("de");
    expect(language("x-klingon", "de")).toBe("de");
    expect(language("fr", "de")).toBe("fr");
    expect(language(undefined)).toBe("und");
  });

  it("is for articles of two days, under a name of its own", () => {
    expect(newsSitemap).toMatchObject({
      fileName: "news-sitemap.xml",
      mediaType: "application/xml",
      window: 172_800_000,
      limit: 1000,
    });
  });
});

describe.skipIf(lacksXmllint("The news sitemap"))("a news sitemap, by a schema of its rules", () => {
  const against = (xml: string) => complaints("newsSitemap.rng", xml);

  it("is valid, also while it is empty", () => {
    const articles = ["zh-TW", "gsw", undefined].map((tag) => ({ ...article, language: tag }));
    expect(against(written(articles))).toBe("");
    expect(against(written([{ ...article, title: "", published: article.published + 1 }]))).toBe("");
    expect(against(written([]))).toBe("");
  });

  it("would be found out if it weren't", () => {
    expect(against(written().replace(/<news:title>.*?<\/news:title>/, ""))).not.toBe("");
    expect(against(written().replace(">en<", ">en-GB<"))).not.toBe("");
    expect(against(written().replace("2025-02-23T18:04:00Z", "23 Feb 2025"))).not.toBe("");
    expect(against(written().replace("https://", "/"))).not.toBe("");
  });
});
