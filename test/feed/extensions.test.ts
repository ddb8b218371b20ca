import { describe, expect, it } from "vitest";
import { type Extension, Feed, type FeedOptions } from "../../src/feed.ts";
import { all, channelOf, itemOf, one, read, texts } from "../formats/reader.ts";
import { item, options } from "./samples.ts";

function feedWith(extensions: Extension[], more: Partial<FeedOptions> = {}): Feed {
  const feed = new Feed({ ...options, ...more });
  for (const each of extensions) feed.addExtension(each);
  feed.addItem({ ...item, extensions });
  return feed;
}

const reasons = (feed: Feed) => feed.problems.map(({ code, message }) => [code, message]);

describe("an extension in feed's compact form", () => {
  it("gives RSS and Atom its text, attributes, CDATA, children and lists", () => {
    const feed = feedWith(
      [
        {
          name: "x:a",
          objects: {
            _attributes: { k: "1 & 2", n: 3, none: undefined },
            _comment: "no",
            "x:text": { _text: "a < b" },
            "x:cdata": { _cdata: ["c", "]]>"] },
            "x:list": ["one", 2, { _text: true }, null],
            "x:empty": {},
          },
        },
      ],
      { namespaces: { x: "https://x.example/" } },
    );
    for (const parent of [channelOf(feed.rss2()), itemOf(feed.rss2()), read(feed.atom1())]) {
      const a = one(parent, "{https://x.example/}:a");
      expect(a.attributes).toEqual({ k: "1 & 2", n: "3" });
      expect(a.children.map(({ name, text }) => [name.split(":").pop(), text])).toEqual([
        ["text", "a < b"],
        ["cdata", "c]]>"],
        ["list", "one"],
        ["list", "2"],
        ["list", "true"],
        ["empty", ""],
      ]);
    }
    expect(feed.problems).toEqual([]);
  });

  it("goes to JSON Feed under a name that starts with an underscore", () => {
    const feed = feedWith([
      { name: "_mine", objects: { about: "https://harbour.example/mine" } },
      { name: "plain", objects: { a: 1 } },
      { name: "itunes:author", objects: { _text: "Mo" } },
    ]);
    const { items, ...head } = JSON.parse(feed.json1());
    for (const each of [head, items[0]]) {
      expect(each).toMatchObject({ _mine: { about: "https://harbour.example/mine" }, _plain: { a: 1 } });
      expect(Object.keys(each)).not.toContain("itunes:author");
    }
  });

  it("stays out of XML under such a name, and in RSS only without a prefix", () => {
    const feed = feedWith([
      { name: "_mine", objects: { about: "x" } },
      { name: "skipDays", objects: { day: ["Saturday", "Sunday"] } },
    ]);
    expect(feed.rss2()).not.toContain("_mine");
    expect(texts(one(channelOf(feed.rss2()), "skipDays"), "day")).toEqual(["Saturday", "Sunday"]);
    expect(feed.atom1()).not.toContain("skipDays");
  });
});

describe("an extension's namespace", () => {
  it("is declared where it is well known, and used", () => {
    const feed = feedWith([{ name: "slash:comments", objects: { _text: 4 } }]);
    expect(read(feed.rss2()).attributes["xmlns:slash"]).toBe("http://purl.org/rss/1.0/modules/slash/");
    expect(feed.rss2()).not.toContain("xmlns:podcast");
  });

  it("may be declared on the element, the only way that feed has", () => {
    const feed = feedWith([
      { name: "y:a", objects: { _attributes: { "xmlns:y": "https://y.example/" }, "y:b": "1" } },
    ]);
    expect(texts(one(itemOf(feed.rss2()), "{https://y.example/}:a"), "{https://y.example/}:b")).toEqual([
      "1",
    ]);
    expect(feed.problems).toEqual([]);
  });

  it("that is declared nowhere costs the extension, and is told", () => {
    const feed = feedWith([{ name: "z:a", objects: { _text: "1" } }]);
    expect(feed.rss2()).not.toContain("z:a");
    expect(reasons(feed)).toEqual([["feed-extension", expect.stringContaining('"z:…"')]]);
  });
});

describe("an extension that can't be written", () => {
  it("costs itself only, and is told for the feed and for the item", () => {
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    const feed = feedWith([
      { name: "_circle", objects: circle },
      { name: "_big", objects: { n: 1n } },
      { name: "_fine", objects: { n: 1 } },
    ]);
    expect(JSON.parse(feed.json1())._fine).toEqual({ n: 1 });
    expect(feed.rss2()).toContain("<item>");
    expect(reasons(feed)).toHaveLength(4);
  });
});

describe("podcast", () => {
  const podcast = (more: Partial<FeedOptions> = {}) => {
    const feed = new Feed({ ...options, podcast: true, category: "Leisure", ...more });
    for (const duration of [3000, 3723, 59, undefined])
      feed.addItem({
        ...item,
        audio: { url: "https://harbour.example/horn.mp3", length: 9, ...(duration && { duration }) },
      });
    return feed;
  };

  it("adds Apple's elements to the channel, and none of Google's, whose service ended", () => {
    const xml = podcast().rss2();
    const head = channelOf(xml);
    expect(texts(head, "itunes:author")).toEqual(["Mo Ring"]);
    expect(one(head, "itunes:owner").children.map(({ name, text }) => [name, text])).toEqual([
      ["itunes:name", "Mo Ring"],
      ["itunes:email", "mo@harbour.example"],
    ]);
    expect(one(head, "itunes:category").attributes).toEqual({ text: "Leisure" });
    expect(one(head, "itunes:image").attributes).toEqual({ href: "https://harbour.example/mast.png" });
    expect(texts(head, "itunes:explicit")).toEqual(["false"]);
    expect(xml).not.toContain("googleplay");
    expect(texts(channelOf(podcast({ explicit: true }).rss2()), "itunes:explicit")).toEqual(["true"]);
  });

  it("adds an episode's duration, and leaves the item as it was given", () => {
    const feed = podcast();
    const items = all(channelOf(feed.rss2()), "item");
    expect(items.map((each) => texts(each, "itunes:duration"))).toEqual([
      ["50:00"],
      ["1:02:03"],
      ["00:59"],
      [],
    ]);
    expect(feed.items[0]?.audio).toMatchObject({ duration: 3000 });
  });

  it("says only what is known", () => {
    const head = channelOf(new Feed({ title: "T", podcast: true }).rss2());
    expect(head.children.map(({ name }) => name).filter((name) => name.startsWith("itunes:"))).toEqual([
      "itunes:explicit",
    ]);
  });
});
