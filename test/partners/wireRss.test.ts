import { describe, expect, it } from "vitest";
import { channelOf, names, one, texts } from "../formats/reader.ts";
import { article, gone, got, now, published, refusal, story, updated, withdrawnAt } from "./stories.ts";

/** The end of a DCMI period, as `dcterms:valid` has it. */
function endOf(period: string): number {
  return Date.parse(/(?:^|; )end=([^;]*)/.exec(period)?.[1] ?? "");
}

describe("a wire desk that reads RSS", () => {
  const profile = "profiles/wire-rss.yaml";
  const itemOf = (getting = {}) => one(channelOf(got(profile, getting).text), "item");

  it("gets the whole story under its first id, with the agency in the byline", () => {
    const item = itemOf();
    expect(got(profile).told).toEqual([]);
    expect(names(item)).toEqual(
      "category content:encoded dc:creator dc:rights dcterms:modified dcterms:valid description guid link media:content pubDate source title".split(
        " ",
      ),
    );
    expect(one(item, "guid").text).toBe(article.id);
    expect(one(item, "dc:creator").text).toBe("Ada Nwosu, Ben Roe - Reuters");
    expect(one(item, "source")).toMatchObject({
      text: "Reuters",
      attributes: { url: "https://www.reuters.com/" },
    });
    expect(Date.parse(one(item, "pubDate").text)).toBe(published);
    expect(Date.parse(one(item, "dcterms:modified").text)).toBe(updated);
    expect(one(item, "dcterms:valid").text).toBe("start=2026-11-24T09:30:00Z; scheme=W3C-DTF");
    expect(one(item, "content:encoded").text).toBe(article.contentHtml);
    expect(names(channelOf(got(profile).text))).toEqual(
      "atom:link copyright description item language lastBuildDate link pubDate title ttl".split(" "),
    );
    const picture = { url: "https://news.example/ferry.jpg", type: "image/jpeg", medium: "image" };
    expect(one(item, "media:content").attributes).toEqual(picture);
    const words = one(item, "media:content").children.map(({ name, text }) => [name, text]);
    expect(words).toEqual([
      ["media:credit", "Cy Lens/Reuters"],
      ["media:title", "The Aurora on Tuesday"],
      ["media:text", "The ferry"],
    ]);
  });

  it.each([
    ["the agency alone", { authors: [] }, ["Reuters"], "Reuters"],
    ["staff", { credit: undefined }, ["Ada Nwosu, Ben Roe"], "The Example"],
  ])("is told who wrote it: %s", (_, changes, creators, source) => {
    const item = itemOf({ stories: [story(changes)] });
    expect(texts(item, "dc:creator")).toEqual(creators);
    expect(one(item, "source").text).toBe(source);
  });

  it("is shown no picture where there is none", () => {
    expect(texts(itemOf({ stories: [story({ image: undefined })] }), "media:content")).toEqual([]);
  });

  it("is told what to kill by an end in the past", () => {
    const item = itemOf({ stories: [], tombstones: [gone] });
    expect(one(item, "guid").text).toBe(gone.id);
    expect(endOf(one(item, "dcterms:valid").text)).toBe(withdrawnAt);
    expect(withdrawnAt).toBeLessThan(now);
  });

  it("isn't told any more after seven days", () => {
    const old = { ...gone, when: now - 7 * 86_400_000 };
    expect(texts(channelOf(got(profile, { stories: [], tombstones: [old] }).text), "item")).toEqual([]);
  });

  it.each([
    ["required", story({ summary: undefined })],
    ["required", story({ contentHtml: undefined })],
  ])("refuses by the rule %s", (rule, one) => {
    expect(refusal(profile, { stories: [one] })).toEqual({ rule, named: true, sourced: true, ids: [] });
  });
});
