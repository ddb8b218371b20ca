import { describe, expect, it } from "vitest";
import { all, channelOf, type Element, names, one, texts } from "../formats/reader.ts";
import { advice, gone, got, publication, refusal, story, updated, withdrawnAt } from "./stories.ts";

const profile = "profiles/smartnews.yaml";
const values = {
  logo: "https://news.example/logo.png",
  darkModeLogo: "https://news.example/dark.png",
  analytics: '<script>count("a]]>b")</script>',
  sponsoredLink: "https://news.example/subscribe",
  sponsoredThumbnail: "https://news.example/subscribe.jpg",
  sponsoredTitle: "Read all of it: a subscription for those who live at the harbour",
};

/** SmartFormat 2.1's tables of elements, as a check of their own. */
function against(channel: Element): string[] {
  const faults: string[] = [];
  const expects = (holds: boolean, fault: string) => {
    if (!holds) faults.push(fault);
  };
  for (const name of ["title", "link", "description", "pubDate", "language"])
    expects(texts(channel, name).join("").trim() !== "", `no ${name}`);
  expects([...(texts(channel, "description")[0] ?? "")].length <= 30, "description beyond 30 characters");
  for (const logo of ["snf:logo", "snf:darkModeLogo"])
    for (const each of all(channel, logo))
      expects(one(each, "url").text.startsWith("https://"), `${logo} without url`);
  for (const item of all(channel, "item")) {
    for (const name of ["title", "link", "guid", "pubDate"])
      expects(texts(item, name).length === 1, `an item without ${name}`);
    const deleted = all(item, "media:status").some(({ attributes }) => attributes.state === "deleted");
    expects(deleted || texts(item, "content:encoded").length === 1, "an item without content");
    expects(all(item, "media:content").length === 0, "a picture where none is looked for");
    for (const sponsored of all(item, "snf:advertisement").flatMap((each) =>
      all(each, "snf:sponsoredLink"),
    )) {
      expects(
        "link" in sponsored.attributes && "advertiser" in sponsored.attributes,
        "a link without advertiser",
      );
      expects((sponsored.attributes.title ?? "").length <= 45, "a sponsored title beyond 45 characters");
      expects((sponsored.attributes.advertiser ?? "").length <= 35, "an advertiser beyond 35 characters");
    }
  }
  return faults;
}

describe("SmartNews", () => {
  it("gets what SmartFormat asks for", () => {
    const { text, told } = got(profile, { values, tombstones: [gone] });
    const channel = channelOf(text);
    expect(told).toEqual([]);
    expect(against(channel)).toEqual([]);
    const item = all(channel, "item").at(-1);
    if (!item) throw new Error("no item");
    expect(names(channel)).toEqual(
      "atom:link copyright description item language link pubDate snf:darkModeLogo snf:logo title ttl".split(
        " ",
      ),
    );
    expect(names(item)).toEqual(
      "category content:encoded dc:creator description guid link media:thumbnail pubDate snf:advertisement snf:analytics title".split(
        " ",
      ),
    );
    const [sponsored] = all(one(item, "snf:advertisement"), "snf:sponsoredLink");
    expect(sponsored?.attributes).toEqual({
      link: values.sponsoredLink,
      thumbnail: values.sponsoredThumbnail,
      title: "Read all of it: a subscription for those who…",
      advertiser: "The Example",
    });
    expect(one(item, "media:thumbnail").attributes.url).toBe("https://news.example/ferry.jpg");
    expect(one(item, "dc:creator").text).toBe("Ada Nwosu, Ben Roe, Reuters");
    expect(one(item, "snf:analytics").text).toBe(values.analytics);
    expect(one(channel, "description").text).toBe("News of the harbour and the…");
  });

  it("advertises nothing, and counts nobody, where it isn't told to", () => {
    const item = one(channelOf(got(profile).text), "item");
    expect(names(item).filter((name) => name.startsWith("snf:"))).toEqual([]);
  });

  it("takes an article anew where its date has changed", () => {
    const { text } = got(profile);
    expect(Date.parse(one(one(channelOf(text), "item"), "pubDate").text)).toBe(updated);
  });

  it("is told what was taken back, with a newer date and the same guid", () => {
    const { text } = got(profile, { stories: [], tombstones: [gone] });
    const item = one(channelOf(text), "item");
    expect(item.children.map(({ name, attributes, text }) => [name, text, attributes])).toEqual([
      ["title", gone.title, {}],
      ["link", gone.url, {}],
      ["guid", gone.id, { isPermaLink: "true" }],
      ["pubDate", new Date(withdrawnAt).toUTCString(), {}],
      ["media:status", "", { state: "deleted" }],
    ]);
  });

  it("gets a link in place of sound, which its list of elements hasn't", () => {
    const contentHtml = '<p>Listen:</p><audio src="https://news.example/a.mp3" controls></audio>';
    const { text } = got(profile, { stories: [story({ contentHtml })] });
    const html = one(one(channelOf(text), "item"), "content:encoded").text;
    expect(html).toContain('<a href="https://news.example/a.mp3">');
    expect(html).not.toContain("<audio");
  });

  it.each([
    ["required", { stories: [story({ title: "" })] }],
    ["required", { stories: [story({ contentHtml: undefined })] }],
    ["file-size", { stories: [story({ contentHtml: `<p>${"a".repeat(1_100_000)}</p>` })] }],
  ])("refuses by the rule %s", (rule, getting) => {
    expect(refusal(profile, getting)).toEqual({ rule, named: true, sourced: true, ids: [] });
  });

  it("is warned once of a feed without a language", () => {
    const stories = [story(), story({ id: "b" })];
    expect(advice(profile, { stories, channel: { language: undefined } })).toEqual(["feed-language"]);
  });

  it("gets as many as fit into 1 MB", () => {
    const long = `<p>${"a".repeat(400_000)}</p>`;
    const stories = ["a", "b", "c"].map((id) => story({ id, contentHtml: long }));
    const { text, told, ids } = got(profile, { stories, channel: publication });
    expect(ids).toEqual(["a", "b"]);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1024 * 1024);
    expect(told.map(({ code }) => code)).toEqual(["partner-size"]);
  });
});
