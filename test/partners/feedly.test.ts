import { describe, expect, it } from "vitest";
import { all, channelOf, one } from "../formats/reader.ts";
import { got, refusal, story, valueComplaints } from "./stories.ts";

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

  it.each([{ contentHtml: undefined }, { title: "" }])("refuses by the rule required: %j", (changes) => {
    const told = refusal(profile, { stories: [story(changes)] });
    expect(told).toEqual({ rule: "required", named: true, sourced: true, ids: [] });
  });

  it("takes six hexadecimal digits for a colour", async () => {
    expect(await valueComplaints("feedly", { accentColor: "0A6E8C" })).toEqual([]);
    expect(await valueComplaints("feedly", { accentColor: "#0A6E8C" })).toEqual([
      'partner-value-form: the value `accentColor` of feedly is "#0A6E8C"; expected six hexadecimal digits without `#`',
    ]);
  });
});
