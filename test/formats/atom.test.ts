import { describe, expect, it } from "vitest";
import { all, entryOf, one, read, texts } from "./reader.ts";
import { channel, fullChannel, fullItem, item, written } from "./samples.ts";

const full = () => written("atom", [fullItem], fullChannel);

describe("an Atom feed", () => {
  it("has what RFC 4287 requires", () => {
    const feed = read(full());
    expect(texts(feed, "atom:id")).toEqual(["https://news.example/"]);
    expect(texts(feed, "atom:title")).toEqual(["The Example"]);
    expect(texts(feed, "atom:updated")).toEqual(["2025-02-23T19:04:00Z"]);
    expect(feed.attributes["xml:lang"]).toBe("en");
  });

  it("links to its page, to itself and to its hubs", () => {
    expect(all(read(full()), "atom:link").map(({ attributes }) => attributes)).toEqual([
      { rel: "alternate", href: "https://news.example/" },
      { rel: "self", type: "application/atom+xml", href: "https://news.example/atom.xml" },
      { rel: "hub", href: "https://hub.example/" },
    ]);
  });

  it("carries every optional element that it has a value for", () => {
    const feed = read(full());
    expect(texts(feed, "atom:subtitle")).toEqual(["News & views"]);
    expect(texts(feed, "atom:rights")).toEqual(["© 2025 The Example & Sons"]);
    expect(texts(feed, "atom:icon")).toEqual(["https://news.example/favicon.ico"]);
    expect(texts(feed, "atom:logo")).toEqual(["https://news.example/logo.png"]);
    expect(one(feed, "atom:category").attributes).toEqual({
      term: "news",
      scheme: "https://news.example/subjects/",
      label: "News",
    });
    expect(texts(one(feed, "atom:contributor"), "atom:name")).toEqual(["Picture desk"]);
  });

  it("is by its publication where it names nobody, since entries need an author somewhere", () => {
    expect(texts(one(read(written("atom")), "atom:author"), "atom:name")).toEqual(["The Example"]);
    expect(texts(one(read(full()), "atom:author"), "atom:email")).toEqual(["desk@news.example"]);
  });

  it("gives the day of RFC 4287 as updated while it is empty, not the clock's", () => {
    expect(texts(read(written("atom", [])), "atom:updated")).toEqual(["2005-12-01T00:00:00Z"]);
  });

  it("names feedwright as its generator, another one, or none", () => {
    const generator = (name?: string) =>
      all(read(written("atom", [], { ...channel, generator: name })), "atom:generator");
    expect(generator()[0]?.text).toBe("feedwright");
    expect(generator("press 3")[0]?.text).toBe("press 3");
    expect(generator("")).toEqual([]);
  });
});

describe("an Atom id", () => {
  const id = (given: string, of = channel) =>
    texts(entryOf(written("atom", [{ ...item, id: given }], of)), "atom:id")[0];

  it("is never changed where it is an IRI", () => {
    for (const given of [
      "HTTP://News.Example/a",
      "tag:news.example,2025:a",
      "urn:x:ä",
      "https://news.example/%7Ea/?",
    ])
      expect(id(given)).toBe(given);
  });

  it("is a UUID of version 5 where it is none: the same for the same feed and item, another otherwise", () => {
    const uuid = /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    expect(id("gopher-77")).toMatch(uuid);
    expect(id("gopher-77")).toBe(id("gopher-77"));
    expect(id("gopher-77")).not.toBe(id("gopher-78"));
    expect(id("gopher-77", { ...channel, id: "https://other.example/" })).not.toBe(id("gopher-77"));
    expect(id("a b: c")).toMatch(uuid);
  });

  it("of an item is the same in every feed that shares its space", () => {
    const topic = { ...channel, id: "https://news.example/topics/nato/", idSpace: channel.id };
    expect(id("gopher-77", topic)).toBe(id("gopher-77"));
    expect(id("https://news.example/a", topic)).toBe("https://news.example/a");
  });

  it("of a feed is the version 5 UUID in the namespace of URLs", () => {
    // RFC 9562, appendix A.4, does the same with a name of the DNS; this value is Python's uuid5(NAMESPACE_URL, "e").
    const feed = read(written("atom", [], { ...channel, id: "e" }));
    expect(texts(feed, "atom:id")).toEqual(["urn:uuid:f8abf324-8aef-5737-b89d-2032c4ef1f91"]);
  });
});

describe("an Atom entry", () => {
  it("has its dates by RFC 3339 in UTC, with milliseconds only where there are some", () => {
    const entry = entryOf(written("atom", [{ ...fullItem, updated: (fullItem.published ?? 0) + 1 }]));
    expect(texts(entry, "atom:published")).toEqual(["2025-02-23T18:04:00Z"]);
    expect(texts(entry, "atom:updated")).toEqual(["2025-02-23T18:04:00.001Z"]);
  });

  it("has its title as plain text", () => {
    const xml = written("atom", [{ ...item, title: "Fish & <chips>" }]);
    expect(xml).toContain("<title>Fish &amp; &lt;chips&gt;</title>");
    expect(one(entryOf(xml), "atom:title").attributes).toEqual({});
  });

  it("links to its page, what is related, its discussion and each of its files", () => {
    expect(all(entryOf(full()), "atom:link").map(({ attributes }) => attributes)).toEqual([
      { rel: "alternate", href: "https://news.example/a" },
      { rel: "related", href: "https://elsewhere.example/piece" },
      { rel: "related", type: "text/html", title: "Background", href: "https://news.example/r" },
      { rel: "via", href: "https://news.example/v" },
      { rel: "replies", type: "text/html", href: "https://news.example/a#comments" },
      {
        rel: "enclosure",
        type: "audio/mpeg",
        title: "Listen",
        length: "99",
        href: "https://news.example/a.mp3",
      },
      { rel: "enclosure", type: "application/pdf", href: "https://news.example/a.pdf" },
    ]);
  });

  it("has its authors and the credited agency as authors, and its contributors", () => {
    const entry = entryOf(full());
    expect(all(entry, "atom:author").map((who) => who.children.map(({ text }) => text))).toEqual([
      ["Ann Author", "https://news.example/ann", "ann@news.example"],
      ["Bo"],
      ["AFP", "https://agency.example/"],
    ]);
    expect(texts(one(entry, "atom:contributor"), "atom:name")).toEqual(["Cy Contributor"]);
  });

  it("leaves out what no mail address, no IRI and no scheme is", () => {
    const authors = [{ name: "Ann", email: "none", url: "about me" }];
    const xml = written("atom", [{ ...item, authors, tags: [{ term: "t", scheme: "Syndic8" }] }]);
    expect(one(entryOf(xml), "atom:author").children.map(({ text }) => text)).toEqual(["Ann"]);
    expect(one(entryOf(xml), "atom:category").attributes).toEqual({ term: "t" });
  });

  it("says where it was taken from as atom:source, which has an id, a title and an updated", () => {
    const source = one(entryOf(full()), "atom:source");
    expect(source.children.map(({ name, text }) => [name, text])).toEqual([
      ["atom:id", "https://wire.example/feed.xml"],
      ["atom:title", "The Wire & Co"],
      ["atom:updated", "2025-02-23T18:04:00Z"],
      ["atom:link", ""],
    ]);
    expect(
      all(
        entryOf(written("atom", [{ ...item, credit: { name: "AFP", url: "https://agency.example/" } }])),
        "atom:source",
      ),
    ).toEqual([]);
  });

  it("has its summary as text and its content as html", () => {
    const entry = entryOf(full());
    expect(texts(entry, "atom:summary")).toEqual(["What was said in Kyiv."]);
    expect(one(entry, "atom:content")).toMatchObject({
      text: fullItem.contentHtml,
      attributes: { type: "html" },
    });
  });

  it("repeats its title as summary where it has neither summary nor content", () => {
    expect(texts(entryOf(written("atom")), "atom:summary")).toEqual(["A headline"]);
    expect(texts(entryOf(written("atom", [{ ...item, contentHtml: "x" }])), "atom:summary")).toEqual([]);
  });

  it("names its language where it isn't the feed's", () => {
    expect(entryOf(full()).attributes).toEqual({ "xml:lang": "uk" });
    expect(entryOf(written("atom", [{ ...item, language: "en" }])).attributes).toEqual({});
  });

  it("carries everything else that Atom and the modules have a place for", () => {
    const entry = entryOf(full());
    expect(all(entry, "atom:category").map(({ attributes }) => attributes)).toEqual([
      { term: "zelensky", scheme: "https://news.example/topics/", label: "Volodymyr Zelensky" },
      { term: "nato", label: "NATO" },
      { term: "ukraine" },
    ]);
    expect(texts(entry, "atom:rights")).toEqual(["© AFP"]);
    expect(texts(entry, "dc:format")).toEqual(["PT2M"]);
    expect(texts(entry, "georss:point")).toEqual(["50.45 30.52"]);
    expect(all(entry, "media:content").map(({ attributes }) => attributes.url)).toEqual([
      "https://news.example/a.mp3",
      "https://news.example/kyiv.jpg",
    ]);
  });
});
