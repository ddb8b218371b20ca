import { describe, expect, it } from "vitest";
import { all, channelOf, names, one } from "../formats/reader.ts";
import { got, published, refusal, story } from "./stories.ts";

const profile = "profiles/mailchimp.yaml";
const itemOf = (text: string) => one(channelOf(text), "item");

describe("Mailchimp", () => {
  it("gets what its merge tags stand for", () => {
    const { text, told } = got(profile);
    const item = itemOf(text);
    expect(told).toEqual([]);
    for (const name of ["title", "link", "description", "content:encoded", "dc:creator"])
      expect(one(item, name).text).not.toBe("");
    expect(names(item)).toEqual(
      "category content:encoded dc:creator description guid link media:content pubDate title".split(" "),
    );
    expect(names(channelOf(text))).toEqual(
      "atom:link copyright description item language lastBuildDate link pubDate title".split(" "),
    );
    const picture = one(item, "media:content");
    const size = { width: "1600", height: "1000" };
    expect(picture.attributes).toEqual({
      medium: "image",
      url: "https://news.example/ferry.jpg",
      type: "image/jpeg",
      ...size,
    });
    expect(one(picture, "media:description")).toMatchObject({
      text: "The Aurora on Tuesday",
      attributes: { type: "plain" },
    });
    const addresses = [...one(item, "content:encoded").text.matchAll(/(?:src|href)="([^"]*)"/g)].map(
      ([, url]) => url,
    );
    expect(addresses).toHaveLength(2);
    for (const url of addresses) expect(url).toMatch(/^https:\/\//);
  });

  it("doesn't send an article again that changed", () => {
    expect(Date.parse(one(itemOf(got(profile).text), "pubDate").text)).toBe(published);
  });

  it("gets links in place of sound and video", () => {
    const contentHtml =
      '<video src="https://news.example/v.mp4" controls></video><audio src="https://news.example/a.mp3" controls></audio>';
    const html = one(
      itemOf(got(profile, { stories: [story({ contentHtml })] }).text),
      "content:encoded",
    ).text;
    expect(html).toContain('<a href="https://news.example/v.mp4">');
    expect(html).not.toMatch(/<(?:audio|video)/);
  });

  it("names no picture where there is none", () => {
    const { text } = got(profile, { stories: [story({ image: undefined })] });
    expect(all(itemOf(text), "media:content")).toEqual([]);
  });

  it.each([
    ["required", story({ title: "" })],
    ["something-to-say", story({ summary: undefined, contentHtml: undefined })],
  ])("refuses by the rule %s", (rule, one) => {
    expect(refusal(profile, { stories: [one] })).toMatchObject({ rule, named: true, ids: [] });
  });
});
