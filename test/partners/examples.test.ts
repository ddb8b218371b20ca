import { describe, expect, it } from "vitest";
import { all, channelOf, type Element, one, read, texts } from "../formats/reader.ts";
import { advice, article, gone, got, refusal, story, updated, withdrawnAt } from "./stories.ts";

/** Profiles of docs/examples/partners/, which show what the language can say. */
const at = (name: string) => `docs/examples/partners/${name}.yaml`;

describe("Alexa's flash briefing", () => {
  const profile = at("alexa-flash-briefing");

  it("gets a JSON list of plain texts", () => {
    const [briefing, ...others]: Record<string, string>[] = JSON.parse(got(profile).text);
    expect(others).toEqual([]);
    expect(Object.keys(briefing ?? {})).toEqual([
      "uid",
      "updateDate",
      "titleText",
      "mainText",
      "redirectionUrl",
    ]);
    expect(briefing).toMatchObject({ titleText: article.title, redirectionUrl: article.url });
    expect(briefing?.updateDate).toBe("2026-11-24T11:00:00.000Z");
    expect(briefing?.mainText).toMatch(
      /^The ferry Aurora left at noon, for the first time since the storm\. /,
    );
  });

  it("hears 4,500 characters at most", () => {
    const contentHtml = `<p>${"Six words stand in this sentence. ".repeat(200)}</p>`;
    const [{ mainText = "" } = {}]: Record<string, string>[] = JSON.parse(
      got(profile, { stories: [story({ contentHtml })] }).text,
    );
    expect(mainText.length).toBeLessThanOrEqual(4500);
    expect(mainText.length).toBeGreaterThan(4400);
  });

  it.each([
    ["required", story({ contentHtml: undefined })],
    ["spoken-length", story({ wordCount: 24 })],
  ])("refuses by the rule %s", (rule, one) => {
    expect(refusal(profile, { stories: [one] })).toEqual({ rule, named: true, sourced: true, ids: [] });
  });

  it("is warned of an empty briefing", () => {
    expect(advice(profile, { stories: [] })).toEqual(["partner-items"]);
  });
});

describe("Visiolink's Live Feed", () => {
  const profile = at("visiolink-live");

  it("gets elements of its own, in no namespace", () => {
    const item = one(channelOf(got(profile).text), "item");
    for (const name of [
      "title",
      "link",
      "guid",
      "pubDate",
      "description",
      "lead",
      "byline",
      "image",
      "caption",
    ])
      expect(one(item, name).text).not.toBe("");
    expect(one(item, "description").text).toMatch(/^<p lang="en">The ferry <em>Aurora<\/em>/);
    expect(one(item, "description").text).not.toContain("<figure");
    expect(texts(item, "image")).toEqual(["https://news.example/ferry.jpg"]);
    expect(all(item, "content:encoded")).toEqual([]);
  });

  it("refuses an article without a body", () => {
    const told = refusal(profile, { stories: [story({ contentHtml: undefined })] });
    expect(told).toEqual({ rule: "required", named: true, sourced: true, ids: [] });
  });
});

describe("Apple News", () => {
  const profile = at("apple-news");
  const channel = { language: "en-GB" };

  it("gets whole articles as descriptions", () => {
    const { text, told } = got(profile, { channel });
    const item = one(channelOf(text), "item");
    expect(told).toEqual([]);
    expect(one(channelOf(text), "language").text).toBe("en-GB");
    expect(item.children.map(({ name }) => name).sort()).toEqual(
      ["title", "link", "guid", "pubDate", "dc:creator", "description"].sort(),
    );
    expect(one(item, "description").text).toBe(article.contentHtml);
  });

  it("wants a language with its country", () => {
    expect(advice(profile, { stories: [story(), story({ id: "b" })] })).toEqual(["feed-language"]);
  });

  it.each([
    ["title-length", story({ title: "Too short" })],
    ["title-length", story({ title: "Sixty-one characters are one more than Apple News would like.." })],
    ["read-more", story({ contentHtml: "<p>A beginning.</p><p>Read More…</p>" })],
  ])("publishes against the rule %s, and says so", (rule, one) => {
    expect(advice(profile, { stories: [one], channel })).toEqual([rule]);
  });
});

describe("NewsML-G2", () => {
  const profile = at("newsml-g2");
  const itemsOf = (text: string): readonly Element[] => all(one(read(text), "g2:itemSet"), "g2:newsItem");

  it("gets a news message, in the order that its schema wants", () => {
    const { text, told } = got(profile);
    expect(told).toEqual([]);
    expect(read(text).children.map(({ name }) => name)).toEqual(["g2:header", "g2:itemSet"]);
    const [item] = itemsOf(text);
    if (!item) throw new Error("no item");
    expect(item.attributes).toMatchObject({
      guid: article.id,
      version: String(updated / 1000),
      "xml:lang": "en",
    });
    const parts = ["catalogRef", "rightsInfo", "itemMeta", "contentMeta", "contentSet"];
    expect(item.children.map(({ name }) => name)).toEqual(parts.map((name) => `g2:${name}`));
    const meta = one(item, "g2:contentMeta");
    expect(texts(meta, "g2:headline")).toEqual([article.title]);
    expect(all(meta, "g2:creator").map((each) => texts(each, "g2:name"))).toEqual([
      ["Ada Nwosu"],
      ["Ben Roe"],
    ]);
    const data = one(one(item, "g2:contentSet"), "g2:inlineData");
    expect(data).toMatchObject({ text: article.contentHtml, attributes: { contenttype: "text/html" } });
  });

  it("cancels what was taken back", () => {
    const [item] = itemsOf(got(profile, { stories: [], tombstones: [gone] }).text);
    if (!item) throw new Error("no item");
    expect(one(one(item, "g2:itemMeta"), "g2:pubStatus").attributes.qcode).toBe("stat:canceled");
    expect(item.attributes.version).toBe(String(withdrawnAt / 1000));
  });

  it("refuses an article without a body", () => {
    const told = refusal(profile, { stories: [story({ contentHtml: undefined })] });
    expect(told).toEqual({ rule: "required", named: true, sourced: true, ids: [] });
  });
});
