import { describe, expect, it } from "vitest";
import { all, channelOf, one } from "../formats/reader.ts";
import { got, refusal, story } from "./stories.ts";

const profile = "profiles/feedly.yaml";

describe("Feedly", () => {
  it("gets whole articles, a hub, and how the publication looks", () => {
    const values = {
      cover: "https://news.example/cover.jpg",
      accentColor: "0A6E8C",
      logo: "https://news.example/logo.svg",
    };
    const { text, told } = got(profile, { values });
    const channel = channelOf(text);
    expect(told).toEqual([]);
    expect(one(channel, "webfeeds:cover").attributes).toEqual({ image: values.cover });
    expect(one(channel, "webfeeds:icon").text).toBe("https://news.example/icon.png");
    expect(one(channel, "webfeeds:logo").text).toBe(values.logo);
    expect(one(channel, "webfeeds:accentColor").text).toBe("0A6E8C");
    expect(one(channel, "webfeeds:related").attributes).toEqual({ layout: "card", target: "browser" });
    expect(all(channel, "atom:link").map(({ attributes }) => attributes.rel)).toEqual(["self", "hub"]);
    const item = one(channel, "item");
    expect(one(item, "content:encoded").text).toContain('<img src="https://news.example/ferry.jpg"');
    expect(one(item, "media:content").attributes.width).toBe("1600");
  });

  it("shows the site's own pictures where it is given none", () => {
    const channel = channelOf(got(profile).text);
    expect(one(channel, "webfeeds:cover").attributes.image).toBe("https://news.example/logo.png");
    expect(all(channel, "webfeeds:logo")).toEqual([]);
    expect(all(channel, "webfeeds:accentColor")).toEqual([]);
  });

  it.each([
    ["required", story({ contentHtml: undefined }), {}],
    ["accent-color", story(), { accentColor: "#0A6E8C" }],
  ])("refuses by the rule %s", (rule, one, values) => {
    expect(refusal(profile, { stories: [one], values })).toEqual({
      rule,
      named: true,
      sourced: true,
      ids: [],
    });
  });
});
