import { Feed as Original } from "feed";
import { describe, expect, it } from "vitest";
import { Feed, type FeedItem, type FeedOptions } from "../../src/feed.ts";
import { all, channelOf, itemOf, one, read, texts } from "../formats/reader.ts";
import { feedOf, item, jsonItem, options } from "./samples.ts";

const codes = (feed: Feed) => feed.problems.map(({ code }) => code);

describe("Feed", () => {
  it("is feed's Feed", () => {
    expect(new Feed(options)).toBeInstanceOf(Original);
    expect(feedOf().items).toEqual([item]);
    expect(feedOf().options.title).toBe("Harbour Notes");
  });

  it("streams each format in pieces that make up the whole", () => {
    const feed = feedOf([item, { ...item, id: "b" }]);
    expect([...feed.stream("rss")].join("")).toBe(feed.rss2());
    expect([...feed.stream("atom")].join("")).toBe(feed.atom1());
    expect([...feed.stream("json")].join("")).toBe(feed.json1());
    expect(
      feedOf(Array.from({ length: 100 }, (_, i) => ({ ...item, id: `${i}` })))
        .rss2()
        .match(/<item>/g),
    ).toHaveLength(100);
  });

  it("takes items that are pushed to its list, and gives the same feed again and again", () => {
    const feed = feedOf([]);
    feed.items.push(item);
    expect(feed.rss2()).toBe(feed.rss2());
    expect(texts(itemOf(feed.rss2()), "title")).toEqual(["The ferry is late"]);
  });

  it("is updated when its newest published item was, never at the clock's time", () => {
    const { updated: _, ...undated } = options;
    const feed = new Feed(undated);
    feed.addItem({ ...item, date: new Date("2020-01-02T00:00:00Z") });
    feed.addItem({ ...item, date: new Date("2020-01-01T00:00:00Z") });
    feed.addItem({ ...item, date: new Date("2030-01-01T00:00:00Z"), link: "/relative" });
    expect(texts(read(feed.atom1()), "atom:updated")).toEqual(["2020-01-02T00:00:00Z"]);
    expect(texts(channelOf(new Feed(undated).rss2()), "lastBuildDate")).toEqual([]);
  });

  it("puts a stylesheet after the XML declaration", () => {
    const [declaration, instruction] = feedOf([], { stylesheet: "/x.xsl?a&b" }).atom1().split("\n");
    expect(declaration).toBe('<?xml version="1.0" encoding="utf-8"?>');
    expect(instruction).toBe('<?xml-stylesheet href="/x.xsl?a&amp;b" type="text/xsl"?>');
    expect(JSON.parse(feedOf([], { stylesheet: "/x.xsl" }).json1()).title).toBe("Harbour Notes");
  });

  it("names its own generator, another, or none for false", () => {
    const generator = (more: Partial<FeedOptions>) => texts(read(feedOf([], more).atom1()), "atom:generator");
    expect(generator({})).toEqual(["harbour press"]);
    expect(generator({ generator: false })).toEqual([]);
  });

  it("gives another address than the specification's as docs", () => {
    const docs = (more: Partial<FeedOptions>) => texts(channelOf(feedOf([], more).rss2()), "docs");
    expect(docs({ docs: "https://harbour.example/docs" })).toEqual(["https://harbour.example/docs"]);
    expect(docs({})).toEqual(["https://www.rssboard.org/rss-specification"]);
  });

  it("takes the general feed address for RSS and Atom where there is none of their own", () => {
    const { feedLinks: _, ...without } = options;
    const feed = new Feed({ ...without, feed: "https://harbour.example/feed.xml" });
    expect(all(channelOf(feed.rss2()), "atom:link")[0]?.attributes.rel).toBe("self");
    expect(feed.atom1()).toContain('href="https://harbour.example/feed.xml"');
  });
});

describe("what is wrong with one item", () => {
  it.each<[string, Partial<FeedItem>, string]>([
    ["a date that is none", { date: new Date("yesterday") }, "feed-item-date"],
    ["a published date that is none", { published: new Date(Number.NaN) }, "feed-item-date"],
    ["a relative link", { link: "/ferry" }, "feed-item-link"],
    ["a link that would run a script", { link: "javascript:alert(1)" }, "feed-item-link"],
  ])("(%s) costs that item only, and is told", (_, wrong, code) => {
    const feed = feedOf([{ ...item, title: "Wrong", ...wrong }, item]);
    for (const [xml, name] of [
      [feed.rss2(), "item"],
      [feed.atom1(), "entry"],
    ])
      expect(xml?.split(`<${name}>`)).toHaveLength(2);
    expect(JSON.parse(feed.json1()).items).toHaveLength(1);
    expect(codes(feed)).toEqual([code]);
    expect(feed.problems[0]).toMatchObject({
      severity: "error",
      message: expect.stringContaining("“Wrong”"),
    });
  });

  it("costs only the part, where the item can do without it", () => {
    const feed = feedOf([
      {
        ...item,
        image: "pic.jpg",
        enclosure: { url: "a.pdf" },
        author: [{ name: "Mo", link: "mo" }],
        links: [{ rel: "via", url: "v" }],
        source: { title: "S", url: "s" },
      },
    ]);
    expect(codes(feed)).toEqual(Array.from({ length: 5 }, () => "feed-address"));
    const story = itemOf(feed.rss2());
    expect(["enclosure", "media:content", "source", "atom:link"].flatMap((name) => all(story, name))).toEqual(
      [],
    );
    expect(texts(story, "dc:creator")).toEqual(["Mo"]);
  });

  it("is nothing for an empty list of authors, or people without a name", () => {
    expect(all(itemOf(feedOf([{ ...item, author: [] }]).rss2()), "dc:creator")).toEqual([]);
    expect(jsonItem(feedOf([{ ...item, author: [] }])).authors).toBeUndefined();
    const nameless = { ...item, author: [{}, { email: "mo@harbour.example" }] };
    expect(texts(itemOf(feedOf([nameless]).rss2()), "author")).toEqual(["mo@harbour.example"]);
  });

  it("is no problem of a feed that has none", () => {
    expect(feedOf().problems).toEqual([]);
  });
});

describe("what feed has no words for", () => {
  it("is taken for an item", () => {
    const feed = feedOf([
      {
        ...item,
        authors: [{ name: "Second" }],
        topic: "Ferries of old",
        tags: ["storm", { term: "pier", label: "Pier", scheme: "https://harbour.example/tags/" }],
        credit: { name: "AFP", url: "https://agency.example/" },
        source: { title: "Wire", url: "https://wire.example/" },
        comments: "https://harbour.example/ferry#c",
        rights: "All",
        language: "de",
        links: [{ rel: "related", url: "https://harbour.example/r" }],
        externalUrl: "https://elsewhere.example/",
        corrections: [
          { date: new Date("2024-05-04T00:00:00Z"), note: "One hour, not two." },
          { date: new Date("never"), note: "?" },
        ],
        wordCount: 300,
        readingMinutes: 2,
        jsonExtensions: { _tide: 3 },
      },
    ]);
    const story = itemOf(feed.rss2());
    expect(texts(story, "dc:creator")).toEqual(["Mo Ring", "Second, AFP"]);
    expect(texts(story, "category")).toEqual(["Ferries of old", "Ferries", "Delays", "storm", "Pier"]);
    expect(texts(story, "source")).toEqual(["Wire"]);
    expect(texts(story, "comments")).toEqual(["https://harbour.example/ferry#c"]);
    expect(texts(story, "dc:rights")).toEqual(["All"]);
    expect(texts(story, "dc:language")).toEqual(["de"]);
    expect(jsonItem(feed)).toMatchObject({
      _tide: 3,
      external_url: "https://elsewhere.example/",
      _feedwright: {
        corrections: [{ date: "2024-05-04T00:00:00Z", note: "One hour, not two." }],
        word_count: 300,
        reading_minutes: 2,
      },
    });
  });

  it("is taken for the feed", () => {
    const feed = feedOf([], {
      authors: [{ name: "Second" }],
      categories: [{ term: "sea", label: "Sea" }],
      hubs: ["https://hub2.example/"],
      nextUrl: "https://harbour.example/feed-2.json",
      icon: "https://harbour.example/icon.png",
      managingEditor: { name: "Ed", email: "ed@harbour.example" },
      webMaster: { name: "We", email: "we@harbour.example" },
      sy: { period: "daily", base: new Date("2024-01-01T00:00:00Z") },
      cloud: { domain: "d", port: 1, path: "/", registerProcedure: "", protocol: "http-post" },
      jsonExtensions: { _tide: 1 },
    });
    const head = channelOf(feed.rss2());
    expect(texts(head, "managingEditor")).toEqual(["ed@harbour.example (Ed)"]);
    expect(texts(head, "webMaster")).toEqual(["we@harbour.example (We)"]);
    expect(texts(head, "sy:updateBase")).toEqual(["2024-01-01T00:00:00Z"]);
    expect(all(head, "atom:link").map(({ attributes }) => attributes.rel)).toEqual(["self", "hub", "hub"]);
    expect(one(head, "cloud").attributes.protocol).toBe("http-post");
    expect(JSON.parse(feed.json1())).toMatchObject({
      authors: [{ name: "Mo Ring" }, { name: "Second" }],
      next_url: "https://harbour.example/feed-2.json",
      icon: "https://harbour.example/icon.png",
      _tide: 1,
    });
    expect(texts(head, "category")).toEqual(["Sea"]);
  });
});

describe("the feed's own addresses", () => {
  it("are left out and told where they aren't absolute", () => {
    const feed = feedOf([], { image: "mast.png", feedLinks: { rss: "rss.xml" }, hub: "hub", link: "/" });
    expect(codes(feed)).toEqual(["feed-address", "feed-address", "feed-address", "feed-address"]);
    // Its id is an address too, and stands in.
    expect(texts(channelOf(feed.rss2()), "link")).toEqual([options.id]);
  });

  it("are no reason to fail where there are none at all", () => {
    const feed = new Feed({ title: "T" });
    expect(texts(channelOf(feed.rss2()), "title")).toEqual(["T"]);
    expect(all(read(feed.atom1()), "atom:link")).toEqual([]);
    expect(JSON.parse(feed.json1())).toEqual({ version: expect.any(String), title: "T", items: [] });
  });
});
