import { describe, expect, it } from "vitest";
import type { FeedItem } from "../../src/feed.ts";
import { all, channelOf, entryOf, itemOf, one, read, texts } from "../formats/reader.ts";
import { feedOf, item, jsonItem } from "./samples.ts";

/** As JavaScript may give it: TypeScript wouldn't. */
const given = (wrong: object): FeedItem => Object.assign({ ...item }, wrong);

const told = (wrong: object, index = 0) => {
  const { code, message } = feedOf([given(wrong), item]).problems[index] ?? {};
  return [code, message];
};

/** How many items come out in each format. */
function counts(items: readonly FeedItem[], more: object = {}): readonly number[] {
  const feed = feedOf(items, more);
  return [
    all(channelOf(feed.rss2()), "item").length,
    all(read(feed.atom1()), "atom:entry").length,
    JSON.parse(feed.json1()).items.length,
  ];
}

const circle: Record<string, unknown> = {};
circle.self = circle;
const throwing = {
  toJSON() {
    throw new Error("no");
  },
};

describe("text", () => {
  it("may be a number or a URL", () => {
    const link = new URL("https://harbour.example/l");
    const feed = feedOf([given({ title: 7, id: 8, guid: 9, copyright: 10n, link, language: undefined })]);
    const story = itemOf(feed.rss2());
    const of = (name: string) => texts(story, name)[0];
    expect([of("title"), of("guid"), of("dc:rights"), of("link")]).toEqual(["7", "9", "10", link.href]);
    expect(jsonItem(feed)).toMatchObject({ id: "8", title: "7" });
    expect(feed.problems).toEqual([]);
  });

  it("is in every format without what XML can't carry, so that ids and names agree", () => {
    const text = "a\u0001b\uD800c\uFFFE";
    const { author: _, ...rest } = item;
    const feed = feedOf([
      { ...rest, title: text, id: text, authors: [{ name: text }], category: [{ name: text }], tags: [text] },
    ]);
    const { id, title, authors, tags } = jsonItem(feed);
    expect([id, title, authors, tags]).toEqual(["abc", "abc", [{ name: "abc" }], ["abc"]]);
    expect(texts(itemOf(feed.rss2()), "guid")).toEqual(["abc"]);
    const clean = feedOf([{ ...item, id: "abc" }]);
    const atomId = (xml: string) => texts(entryOf(xml), "atom:id");
    expect(atomId(feed.atom1())).toEqual(atomId(clean.atom1()));
  });
});

describe("a list", () => {
  it("may be what would stand alone in it", () => {
    const feed = feedOf([given({ author: { name: "Ada" }, tags: "storm", category: "Ferries" })]);
    expect(texts(itemOf(feed.rss2()), "dc:creator")).toEqual(["Ada"]);
    expect(jsonItem(feed)).toMatchObject({ authors: [{ name: "Ada" }], tags: ["Ferries", "storm"] });
    expect(feed.problems).toEqual([]);
  });

  it.each(["category", "tags", "links", "corrections", "extensions", "author", "enclosures", "contributor"])(
    "does without null in it, and tells (%s)",
    (name) => {
      const wrong = { [name]: [null] };
      expect(counts([given(wrong), item])).toEqual([2, 2, 2]);
      expect(told(wrong)).toEqual(["feed-value", expect.stringContaining(`\`${name}[0]\``)]);
    },
  );
});

describe("what isn't what its field is for", () => {
  it.each<[string, object]>([
    ["an object for a text", { title: {} }],
    ["a list for a text", { id: ["a"] }],
    ["a symbol", { content: Symbol("s") }],
    ["a function", { description: Object }],
    ["text for a number", { wordCount: "many" }],
    ["an unknown relation", { links: [{ rel: "next", url: "https://harbour.example/" }] }],
    ["a correction's date", { corrections: [{ date: 5n, note: "n" }] }],
    ["text in place of an object", { credit: "AFP" }],
  ])("(%s) is left out and told, and nothing else is", (_, wrong) => {
    expect(counts([given(wrong), item])).toEqual([2, 2, 2]);
    expect(told(wrong)[0]).toBe("feed-value");
    expect(told(wrong, 1)[0]).toBeUndefined();
  });

  it.each([
    ["5n", 5n],
    ["a year that no format can write", new Date(8.64e15)],
    ["an object", {}],
    ["an object without a value", Object.create(null)],
  ])("(%s) is no date: the item is left out", (_, date) => {
    expect(counts([given({ date }), given({ published: date }), item])).toEqual([1, 1, 1]);
    expect(told({ date })[0]).toBe("feed-item-date");
    expect(feedOf([given({ date })]).atom1()).not.toContain("275760");
  });

  it("is told where a getter throws", () => {
    const story = given({});
    const get = () => {
      throw new Error("no");
    };
    Object.defineProperty(story, "title", { get });
    const feed = feedOf([story, item]);
    expect(feed.problems.map(({ code }) => code)).toEqual(["feed-value"]);
    expect(counts([story, item])).toEqual([2, 2, 2]);
  });
});

describe("an item that can't be read", () => {
  const { proxy, revoke } = Proxy.revocable({ ...item }, {});
  revoke();
  const wrong: readonly FeedItem[] = [JSON.parse("null"), JSON.parse('"text"'), proxy];

  it("costs itself only, and is told", () => {
    const feed = feedOf([...wrong, item]);
    expect(counts([...wrong, item])).toEqual([1, 1, 1]);
    expect(counts([...wrong, item], { updated: undefined })).toEqual([1, 1, 1]);
    expect(feed.problems.map(({ code }) => code)).toEqual([
      "feed-item-unusable",
      "feed-item-unusable",
      // Of a proxy no field can be read.
      ...["feed-value", "feed-item-link", "feed-item-date"],
    ]);
  });
});

describe("what JSON can't carry", () => {
  it.each<[string, unknown]>([
    ["a circle", circle],
    ["a BigInt", { n: 1n }],
    ["a toJSON that throws", throwing],
  ])("(%s) costs the extension only, for items and for the feed", (_, value) => {
    const mine = {
      jsonExtensions: { _wrong: value, _fine: 1 },
      extensions: [{ name: "_x", objects: value }],
    };
    const feed = feedOf([given(mine), item], { jsonExtensions: { _wrong: value, _fine: 2 } });
    const { items, ...head } = JSON.parse(feed.json1());
    expect([head._fine, items[0]._fine, items.length]).toEqual([2, 1, 2]);
    expect(JSON.stringify([head, items])).not.toMatch(/_wrong|_x"/);
    expect(feed.problems.map(({ code }) => code)).toEqual(Array(3).fill("feed-extension"));
  });
});

describe("an extension", () => {
  it("may have null for attributes", () => {
    const story = given({
      extensions: [{ name: "slash:comments", objects: { _attributes: null, _text: 3 } }],
    });
    expect(feedOf([story]).rss2()).toContain("<slash:comments>3</slash:comments>");
  });
});

describe("options", () => {
  it.each<[string, object]>([
    ["hubs", { hubs: [null] }],
    ["author", { author: 5n }],
    ["cloud", { cloud: { "a b": 1 } }],
    ["sy", { sy: { period: "daily", base: new Date(8.64e15) } }],
    ["ttl", { ttl: "soon" }],
    ["updated", { updated: new Date(8.64e15) }],
    ["namespaces", { namespaces: { x: 5n } }],
    ["description", { description: Symbol("s") }],
    ["categories", { categories: [null] }],
    ["managingEditor", { managingEditor: true }],
  ])("that can't be used are left out and told: %s", (name, more) => {
    const feed = feedOf([item], more);
    expect(counts([item], more)).toEqual([1, 1, 1]);
    expect(feed.problems.map(({ code }) => code)).toEqual(["feed-value"]);
    expect(feed.problems[0]?.message).toContain(name);
    expect(feed.atom1() + feed.rss2()).not.toContain("275760");
  });

  it("may be URLs and numbers", () => {
    const home = new URL("https://harbour.example/home");
    const more: object = { link: home, copyright: 2024, feedLinks: { rss: home } };
    const feed = feedOf([item], more);
    const head = channelOf(feed.rss2());
    expect([texts(head, "link"), texts(head, "copyright")]).toEqual([[home.href], ["2024"]]);
    expect(one(head, "image").children[2]?.text).toBe(home.href);
    expect(feed.problems).toEqual([]);
  });
});
