import { describe, expect, it } from "vitest";
import { all, channelOf, names, one, texts } from "../formats/reader.ts";
import { advice, article, got, refusal, story } from "./stories.ts";

const profile = "profiles/flipboard.yaml";
const thirty = Array.from({ length: 30 }, (_, index) => story({ id: `https://news.example/${index}` }));
const { image = { url: "" } } = article;

describe("Flipboard", () => {
  it("gets what its specification and its help pages ask for", () => {
    const { text, told } = got(profile, { stories: thirty });
    const channel = channelOf(text);
    expect(told).toEqual([]);
    for (const name of ["title", "link", "description", "language"])
      expect(one(channel, name).text).not.toBe("");
    expect(all(channel, "atom:link").some(({ attributes }) => attributes.rel === "hub")).toBe(true);
    expect(all(channel, "item")).toHaveLength(30);
    expect(names(channel)).toEqual(
      "atom:link copyright description image item language lastBuildDate link title ttl".split(" "),
    );
    for (const item of all(channel, "item")) {
      for (const name of ["title", "link", "guid", "pubDate", "dc:creator", "content:encoded"])
        expect(one(item, name).text).not.toBe("");
      expect(one(item, "description").text.length).toBeGreaterThanOrEqual(300);
      expect(names(item)).toEqual(
        "category content:encoded dc:creator description enclosure guid link media:content pubDate title".split(
          " ",
        ),
      );
      const picture = one(item, "media:content");
      const { width, height } = picture.attributes;
      expect(Math.min(Number(width), Number(height))).toBeGreaterThanOrEqual(500);
      expect(picture.attributes).toEqual({
        url: image.url,
        medium: "image",
        type: "image/jpeg",
        width: "1600",
        height: "1000",
      });
      expect(texts(picture, "media:credit")).toEqual(["Cy Lens/Reuters"]);
      expect(texts(picture, "media:description")).toEqual(["The Aurora on Tuesday"]);
      expect(one(item, "enclosure").attributes).toEqual({
        url: image.url,
        type: "image/jpeg",
        length: "250000",
      });
      expect(texts(item, "category")).toEqual(["Harbour", "ferries"]);
    }
  });

  it("gets no enclosure without a length", () => {
    const picture = { ...image, length: undefined };
    const item = one(channelOf(got(profile, { stories: [story({ image: picture })] }).text), "item");
    expect(all(item, "enclosure")).toEqual([]);
    expect(one(item, "media:content").attributes.url).toBe(image.url);
  });

  it("is told where an article belongs", () => {
    const { text } = got(profile, { stories: [story({}, { geo: "50.45 30.52" })] });
    expect(one(one(channelOf(text), "item"), "georss:point").text).toBe("50.45 30.52");
  });

  it.each([
    ["required", { stories: [story({ contentHtml: undefined })] }],
    ["required", { stories: [story({ authors: [] })] }],
    ["required", { stories: [story({ summary: undefined })] }],
    ["required", { stories: [story({ title: "" })] }],
    ["image-missing", { stories: [story({ image: undefined })] }],
    ["image-size", { stories: [story({ image: { ...image, width: 1600, height: 499 } })] }],
  ])("refuses by the rule %s", (rule, getting) => {
    expect(refusal(profile, getting)).toEqual({ rule, named: true, sourced: true, ids: [] });
  });

  it("is warned once of a language that isn't as it asks", () => {
    const channel = { language: "en-Latn-GB" };
    expect(advice(profile, { stories: thirty, channel })).toEqual(["feed-language"]);
  });

  it.each([
    ["summary-length", [...thirty.slice(1), story({ summary: "Short." })]],
    ["partner-items", thirty.slice(1)],
  ])("publishes against %s, and says so", (rule, stories) => {
    expect(advice(profile, { stories })).toEqual([rule]);
  });
});
