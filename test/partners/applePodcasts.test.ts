import { describe, expect, it } from "vitest";
import { all, channelOf, type Element, names, one, texts } from "../formats/reader.ts";
import { profileAt } from "./profiles.ts";
import { advice, article, got, published, refusal, story, valueComplaints } from "./stories.ts";

const profile = "profiles/apple-podcasts.yaml";
const show = {
  image: "https://news.example/show.jpg",
  category: "Society & Culture",
  explicit: "false",
  type: "episodic",
};
const values = {
  ...show,
  subcategory: "Documentary",
  ownerName: "The Example",
  ownerEmail: "audio@news.example",
  guid: "917393e3-1b1e-5cef-ace4-edaa54e1f810",
  locked: "yes",
  funding: "https://news.example/pay",
  newFeedUrl: "https://news.example/new.xml",
};
const recording = {
  url: "https://news.example/ferry.mp3",
  type: "audio/mpeg",
  length: 5_650_889,
  duration: 1234,
};
const square = { url: "https://news.example/square.jpg", type: "image/jpeg", width: 3000, height: 3000 };

const episode = (podcast = {}, changes = {}) =>
  story({ enclosures: [recording], image: square, ...changes }, { podcast });

const kinds = new Set(
  "audio/x-m4a audio/mpeg video/quicktime video/mp4 video/x-m4v application/pdf".split(" "),
);
const itemOf = (getting: Parameters<typeof got>[1]) =>
  one(channelOf(got(profile, { values, ...getting }).text), "item");

/** “A Podcaster's Guide to RSS”: the tables of required tags, as a check of their own. */
function against(channel: Element): string[] {
  const itunes = (name: string) => one(channel, `itunes:${name}`);
  const rules: Record<string, boolean> = {
    title: one(channel, "title").text !== "",
    description: Buffer.byteLength(one(channel, "description").text) <= 4000,
    image: /^https:.*\.(?:jpg|png)$/.test(itunes("image").attributes.href ?? ""),
    language: /^[a-z]{2}(?:-[a-z]{2})?$/i.test(one(channel, "language").text),
    category: (itunes("category").attributes.text ?? "") !== "",
    explicit: /^(?:true|false)$/.test(itunes("explicit").text),
    type: /^(?:episodic|serial)$/.test(itunes("type").text),
  };
  for (const item of all(channel, "item")) {
    const { url = "", length, type = "" } = one(item, "enclosure").attributes;
    rules.url = /\.(?:m4a|mp3|mov|mp4|m4v|pdf)$/.test(url);
    rules.length = Number(length) > 0;
    rules.kind = kinds.has(type);
    rules.notes = texts(item, "description").every((text) => Buffer.byteLength(text) <= 4000);
    rules.number = texts(item, "itunes:episode").every((text) => /^[1-9]\d*$/.test(text));
    rules.episodeType = /^(?:full|trailer|bonus)$/.test(one(item, "itunes:episodeType").text);
    rules.guid = one(item, "guid").text !== "";
  }
  return Object.entries(rules).flatMap(([rule, holds]) => (holds ? [] : [rule]));
}

describe("Apple Podcasts", () => {
  it("gets a show and its episodes", () => {
    const transcript = { url: "https://news.example/ferry.vtt", type: "text/vtt" };
    const podcast = {
      title: "Ferries",
      episode: 12,
      season: 2,
      explicit: false,
      transcript,
      chapters: "https://news.example/chapters.json",
    };
    const { text, told } = got(profile, { values, stories: [episode(podcast)] });
    const channel = channelOf(text);
    const item = one(channel, "item");
    expect(told).toEqual([]);
    expect(against(channel)).toEqual([]);
    expect(names(item)).toEqual(
      "description enclosure guid itunes:duration itunes:episode itunes:episodeType itunes:explicit itunes:image itunes:season itunes:title link podcast:chapters podcast:person podcast:transcript pubDate title".split(
        " ",
      ),
    );
    expect(names(channel)).toEqual(
      "atom:link copyright description item itunes:author itunes:category itunes:explicit itunes:image itunes:new-feed-url itunes:owner itunes:type language lastBuildDate link podcast:funding podcast:guid podcast:locked pubDate title ttl".split(
        " ",
      ),
    );
    expect(one(channel, "podcast:funding")).toMatchObject({
      text: "Support the show",
      attributes: { url: values.funding },
    });
    expect(one(channel, "podcast:locked").attributes).toEqual({ owner: values.ownerEmail });
    expect(one(one(channel, "itunes:owner"), "itunes:name").text).toBe("The Example");
    expect(one(channel, "itunes:author").text).toBe("The Example");
    expect(one(channel, "itunes:new-feed-url").text).toBe(values.newFeedUrl);
    expect(one(item, "itunes:title").text).toBe("Ferries");
    expect(all(item, "podcast:person").map(({ attributes }) => attributes)).toEqual([
      { href: "https://news.example/ada", img: "https://news.example/ada.jpg" },
      {},
    ]);
    expect(one(one(channel, "itunes:category"), "itunes:category").attributes.text).toBe("Documentary");
    expect(one(one(channel, "itunes:owner"), "itunes:email").text).toBe("audio@news.example");
    expect(one(channel, "podcast:guid").text).toBe(values.guid);
    expect(one(channel, "podcast:locked").text).toBe("yes");
    expect(Date.parse(one(item, "pubDate").text)).toBe(published);
    expect(one(item, "itunes:duration").text).toBe("1234");
    expect(one(item, "itunes:image").attributes.href).toBe(square.url);
    expect([texts(item, "itunes:season"), texts(item, "itunes:episode")]).toEqual([["2"], ["12"]]);
    expect(one(item, "itunes:explicit").text).toBe("false");
    expect(one(item, "podcast:transcript").attributes).toEqual(transcript);
    expect(one(item, "podcast:chapters").attributes).toEqual({
      url: "https://news.example/chapters.json",
      type: "application/json+chapters",
    });
    expect(texts(item, "podcast:person")).toEqual(["Ada Nwosu", "Ben Roe"]);
  });

  it("is spared articles without a recording", () => {
    const { told, refused, ids } = got(profile, { values, stories: [story(), episode({}, { id: "b" })] });
    expect({ told, refused, ids }).toEqual({ told: [], refused: [], ids: ["b"] });
  });

  it("gets show notes in the HTML that it knows, and the summary where they are too long", () => {
    const notes = one(itemOf({ stories: [episode()] }), "description").text;
    expect(
      [...notes.matchAll(/<([a-z\d]+)/g)].every(([, name = ""]) =>
        ["p", "ol", "ul", "li", "a"].includes(name),
      ),
    ).toBe(true);
    expect(notes).toContain("<p>What comes next</p>");
    expect(notes).not.toContain("lang=");
    expect(notes).toContain('since <a href="https://news.example/storm">the storm</a>');
    const long = { contentHtml: `<p>${"ї".repeat(2000)}</p>` };
    expect(one(itemOf({ stories: [episode({}, long)] }), "description").text).toBe(article.summary);
  });

  it.each([
    { ...square, width: 1399, height: 1399 },
    { ...square, width: 3001, height: 3001 },
    { ...square, width: 2000, height: 1500 },
    { ...square, width: 1500, height: 2000 },
    { ...square, type: "image/webp" },
  ])("shows an episode with the show's picture where its own is none: %j", (image) => {
    const { told, text } = got(profile, { values, stories: [episode({}, { image })] });
    expect(told).toEqual([]);
    expect(all(one(channelOf(text), "item"), "itunes:image")).toEqual([]);
  });

  it("takes an episode's own picture as PNG too", () => {
    const item = itemOf({ stories: [episode({}, { image: { ...square, type: "image/png" } })] });
    expect(one(item, "itunes:image").attributes.href).toBe(square.url);
  });

  it("says nothing that it isn't told of a show", () => {
    const channel = channelOf(got(profile, { values: show, stories: [episode()] }).text);
    expect(names(channel).filter((name) => /^(?:itunes|podcast):/.test(name))).toEqual(
      "itunes:author itunes:category itunes:explicit itunes:image itunes:type".split(" "),
    );
  });

  it("calls M4A by Apple's name", () => {
    const m4a = { ...recording, url: "https://news.example/ferry.m4a", type: "audio/mp4" };
    expect(one(itemOf({ stories: [episode({}, { enclosures: [m4a] })] }), "enclosure").attributes.type).toBe(
      "audio/x-m4a",
    );
  });

  it("takes an episode out of Apple's list where its front matter says so", () => {
    expect(one(itemOf({ stories: [episode({ block: true })] }), "itunes:block").text).toBe("Yes");
    expect(all(itemOf({ stories: [episode({ block: false })] }), "itunes:block")).toEqual([]);
  });

  it("takes a serial show's trailer without a number", () => {
    const getting = { stories: [episode({ type: "trailer" })], values: { ...values, type: "serial" } };
    expect(one(itemOf(getting), "itunes:episodeType").text).toBe("trailer");
  });

  it.each([
    ["show-language", { language: "zh-Hans-CN" }],
    ["show-description", { description: "ї".repeat(2001) }],
  ])("is warned once of a feed against the rule %s", (rule, channel) => {
    const stories = [episode(), episode({}, { id: "b" })];
    expect(advice(profile, { stories, values, channel })).toEqual([rule]);
  });

  it.each([
    ["category", "Society", "one of Apple's categories"],
    ["explicit", "clean", "`true` or `false`"],
    ["type", "weekly", "`episodic` or `serial`"],
    ["guid", "917393e3", "a UUID, as in `917393e3-1b1e-5cef-ace4-edaa54e1f810`"],
    ["locked", "true", "`yes` or `no`"],
  ])("doesn't take just any value for %s", async (name, seen, expected) => {
    expect(await valueComplaints("apple-podcasts", { ...values, [name]: seen })).toEqual([
      `partner-value-form: the value \`${name}\` of apple-podcasts is "${seen}"; expected ${expected}`,
    ]);
  });

  it.each([
    ["required", [episode({}, { title: "" })], {}, {}],
    ["enclosure-type", [episode({}, { enclosures: [{ ...recording, type: "audio/ogg" }] })], {}, {}],
    [
      "enclosure-ending",
      [episode({}, { enclosures: [{ ...recording, url: "https://news.example/ferry" }] })],
      {},
      {},
    ],
    ["enclosure-length", [episode({}, { enclosures: [{ ...recording, length: 0 }] })], {}, {}],
    ["episode-number", [episode({ episode: 0 })], {}, {}],
    ["season-number", [episode({ season: "two" })], {}, {}],
    ["episode-type", [episode({ type: "pilot" })], {}, {}],
    ["explicit", [episode({ explicit: "clean" })], {}, {}],
    ["serial-number", [episode()], { type: "serial" }, {}],
  ])("refuses by the rule %s", (rule, stories, own, channel) => {
    const told = refusal(profile, { stories, values: { ...values, ...own }, channel });
    expect(told).toEqual({ rule, named: true, sourced: true, ids: [] });
  });

  it.each([
    ["image-size", { width: 1399, height: 1399 }],
    ["image-size", { width: 3001, height: 3001 }],
    ["image-ratio", { width: 1600, height: 1500 }],
    ["image-type", { width: 1600, height: 1600, type: "image/webp" }],
  ])("leaves a picture out by the rule %s, and has the show's instead: %j", (rule, picture) => {
    const image = { url: "https://news.example/cover.jpg", type: "image/jpeg", ...picture };
    const good = { ...image, type: "image/jpeg", width: 1600, height: 1600 };
    const [text, other] = [image, good].map(
      (each) => got(profile, { values, stories: [episode({}, { image: each })] }).text,
    );
    expect([text?.includes(image.url), other?.includes(image.url)]).toEqual([false, true]);
    expect(profileAt(profile).rules?.[rule]?.breaks).toBe("ignore");
  });
});
