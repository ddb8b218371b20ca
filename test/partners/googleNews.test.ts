import { describe, expect, it } from "vitest";
import { all, one, read } from "../formats/reader.ts";
import { complaints, lacksXmllint } from "../formats/xmllint.ts";
import { profileAt } from "./profiles.ts";
import { gone, got, published, refusal, story } from "./stories.ts";

const profile = "profiles/google-news.yaml";
const newsOf = (text: string) => one(one(read(text), "sitemap:url"), "news:news");

describe("Google News", () => {
  it("gets a news sitemap", () => {
    const { text, told } = got(profile, { tombstones: [gone] });
    const root = read(text);
    expect(told).toEqual([]);
    expect(root.name).toBe("sitemap:urlset");
    const url = one(root, "sitemap:url");
    expect(url.children.map(({ name }) => name)).toEqual(["sitemap:loc", "news:news"]);
    expect(one(url, "sitemap:loc").text).toBe("https://news.example/ferry");
    const news = one(url, "news:news");
    expect(news.children.map(({ name }) => name)).toEqual([
      "news:publication",
      "news:publication_date",
      "news:title",
    ]);
    const publication = one(news, "news:publication");
    expect(publication.children.map(({ name, text: said }) => [name, said])).toEqual([
      ["news:name", "The Example"],
      ["news:language", "en"],
    ]);
    expect(Date.parse(one(news, "news:publication_date").text)).toBe(published);
    expect(one(news, "news:title").text).toBe("The harbour's ferries run again & carry cars");
  });

  it.skipIf(lacksXmllint("the news sitemap"))(
    "gets one that keeps to the schemas of both its vocabularies",
    () => {
      expect(complaints("newsSitemap.rng", got(profile, { tombstones: [gone] }).text)).toBe("");
      expect(complaints("newsSitemap.rng", got(profile, { stories: [] }).text)).toBe("");
    },
  );

  it("has the name that Google News has", () => {
    const { text } = got(profile, { values: { name: "Example News" } });
    expect(one(one(newsOf(text), "news:publication"), "news:name").text).toBe("Example News");
  });

  it.each([
    ["en-GB", "en"],
    ["ukr", "ukr"],
    ["zh-CN", "zh-cn"],
    ["zh-TW", "zh-tw"],
    ["zh-Hans-SG", "zh"],
  ])("calls %s %s, by ISO 639", (language, expected) => {
    const { text } = got(profile, { stories: [story({ language })] });
    expect(one(one(newsOf(text), "news:publication"), "news:language").text).toBe(expected);
  });

  it("may be empty", () => {
    expect(all(read(got(profile, { stories: [], tombstones: [gone] }).text), "sitemap:url")).toEqual([]);
  });

  it("has 1,000 addresses of the last two days at most", () => {
    const limits = { items: { maximum: 1000 }, window: "48h", size: "50MB", content: "none" };
    expect(profileAt(profile)).toMatchObject(limits);
  });

  it.each([
    ["required", { stories: [story({ title: "" })] }],
    ["publication-language", { stories: [story({ language: undefined })], channel: { language: undefined } }],
    ["publication-language", { stories: [story({ language: "english" })] }],
    ["address-length", { stories: [story({ url: `https://news.example/${"a".repeat(2048)}` })] }],
  ])("refuses by the rule %s", (rule, getting) => {
    expect(refusal(profile, getting)).toEqual({ rule, named: true, sourced: true, ids: [] });
  });
});
