import { describe, expect, it } from "vitest";
import { all, channelOf, itemOf, one, texts } from "./reader.ts";
import { channel, fullChannel, fullItem, item, written } from "./samples.ts";

const full = () => written("rss", [fullItem], fullChannel);

describe("an RSS channel", () => {
  it("starts with the XML declaration, has LF only and no byte order mark", () => {
    expect(full().startsWith('<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"')).toBe(true);
    expect(full()).not.toMatch(/\r|\uFEFF/);
    expect(full().endsWith("</rss>\n")).toBe(true);
  });

  it("has what RSS 2.0 requires, and its title where there is no description", () => {
    const head = channelOf(written("rss"));
    expect(texts(head, "title")).toEqual(["The Example"]);
    expect(texts(head, "link")).toEqual(["https://news.example/"]);
    expect(texts(head, "description")).toEqual(["The Example"]);
  });

  it("gives its own address and its hubs as atom:link", () => {
    expect(all(channelOf(full()), "atom:link").map(({ attributes }) => attributes)).toEqual([
      { rel: "self", type: "application/rss+xml", href: "https://news.example/rss.xml" },
      { rel: "hub", href: "https://hub.example/" },
    ]);
  });

  it("carries every optional element that it has a value for", () => {
    const head = channelOf(full());
    expect(texts(head, "language")).toEqual(["en"]);
    expect(texts(head, "copyright")).toEqual(["© 2025 The Example & Sons"]);
    expect(texts(head, "managingEditor")).toEqual(["edith@news.example (Edith Tor)"]);
    expect(texts(head, "webMaster")).toEqual(["webb@news.example (Webb Master)"]);
    expect(texts(head, "category")).toEqual(["News"]);
    expect(one(head, "category").attributes).toEqual({ domain: "https://news.example/subjects/" });
    expect(texts(head, "ttl")).toEqual(["15"]);
    expect(texts(head, "sy:updatePeriod")).toEqual(["hourly"]);
    expect(texts(head, "sy:updateFrequency")).toEqual(["2"]);
    expect(texts(head, "sy:updateBase")).toEqual(["2025-02-23T18:04:00Z"]);
    expect(texts(head, "dc:contributor")).toEqual(["Picture desk"]);
    expect(one(head, "cloud").attributes).toEqual({
      domain: "rpc.news.example",
      port: "80",
      path: "/RPC2",
      registerProcedure: "notify",
      protocol: "xml-rpc",
    });
  });

  it("dates itself from its newest item, and not at all while it is empty", () => {
    const head = channelOf(full());
    expect(texts(head, "lastBuildDate")).toEqual(["Sun, 23 Feb 2025 19:04:00 GMT"]);
    expect(texts(head, "pubDate")).toEqual(["Sun, 23 Feb 2025 19:04:00 GMT"]);
    const empty = channelOf(written("rss", []));
    expect(texts(empty, "lastBuildDate")).toEqual([]);
    expect(texts(empty, "pubDate")).toEqual([]);
  });

  it("has an image whose title and link are the channel's, without sizes", () => {
    const image = one(channelOf(full()), "image");
    expect(image.children.map(({ name, text }) => [name, text])).toEqual([
      ["url", "https://news.example/logo.png"],
      ["title", "The Example"],
      ["link", "https://news.example/"],
    ]);
  });

  it("names of its cloud only what RSS has attributes for", () => {
    const cloud = { ...fullChannel.cloud, "a b": 1, domain: "d", port: 1, path: "/" };
    const of = { ...fullChannel, cloud: { registerProcedure: "", protocol: "xml-rpc", ...cloud } };
    const { attributes } = one(channelOf(written("rss", [], of)), "cloud");
    expect(Object.keys(attributes)).toEqual(["domain", "port", "path", "registerProcedure", "protocol"]);
  });

  it("names an editor without a mail address as dc:creator, since managingEditor wants one", () => {
    const head = channelOf(written("rss", [], { ...channel, managingEditor: { name: "Edith" } }));
    expect(texts(head, "managingEditor")).toEqual([]);
    expect(texts(head, "dc:creator")).toEqual(["Edith"]);
  });

  it("names feedwright as its generator, another one, or none", () => {
    const generator = (name?: string) =>
      texts(channelOf(written("rss", [], { ...channel, generator: name })), "generator");
    expect(generator()).toEqual(["feedwright"]);
    expect(generator("press 3")).toEqual(["press 3"]);
    expect(generator("")).toEqual([]);
  });

  it("declares the syndication module only where it has a rhythm", () => {
    expect(full()).toContain("xmlns:sy=");
    expect(written("rss")).not.toContain("xmlns:sy=");
  });
});

describe("an RSS item", () => {
  it("has its id as the guid, a permalink where the id is the address that opens the article", () => {
    const guid = (id: string, url = id) => one(itemOf(written("rss", [{ ...item, id, url }])), "guid");
    expect(guid("https://news.example/x")).toMatchObject({
      text: "https://news.example/x",
      attributes: { isPermaLink: "true" },
    });
    expect(guid("https://news.example/x", "https://news.example/y").attributes).toEqual({
      isPermaLink: "false",
    });
    expect(guid("tag:news.example,2025:x").attributes).toEqual({ isPermaLink: "false" });
    expect(guid("gopher-77", "https://news.example/y").text).toBe("gopher-77");
  });

  it("dates itself by RFC 822 in GMT, and its last change by dcterms:modified", () => {
    const story = itemOf(full());
    expect(texts(story, "pubDate")).toEqual(["Sun, 23 Feb 2025 18:04:00 GMT"]);
    expect(texts(story, "dcterms:modified")).toEqual(["2025-02-23T19:04:00Z"]);
    expect(texts(itemOf(written("rss")), "pubDate")).toEqual(["Sun, 23 Feb 2025 18:04:00 GMT"]);
  });

  it("writes & and < in plain text as hexadecimal references", () => {
    expect(written("rss", [{ ...item, title: "AT&T <3" }])).toContain("<title>AT&#x26;T &#x3C;3</title>");
  });

  it("guards what readers that take plain text for HTML would see as a tag, in every plain element", () => {
    const text = "<img src=x> &lt;b> &#60;i> Q&As, a < b";
    const seen = "&lt;img src=x> &amp;lt;b> &amp;#60;i> Q&As, a < b";
    const story = { ...item, title: text, authors: [{ name: text }], tags: [{ term: text }], rights: text };
    const head = channelOf(written("rss", [story], { ...channel, title: text }));
    const plain = ["title", "dc:creator", "category", "dc:rights"];
    expect(plain.flatMap((name) => texts(one(head, "item"), name))).toEqual(plain.map(() => seen));
    expect(texts(head, "title")).toEqual([seen]);
  });

  it.each(["&lt;\u0001img>", "<\u0001img>", "&\uD800lt;img>", "<\uFFFE/b>"])(
    "takes away what is illegal before it looks for tags: %j",
    (text) => {
      const story = itemOf(written("rss", [{ ...item, title: text, summary: text }]));
      for (const name of ["title", "description"])
        expect(texts(story, name)[0]).toMatch(/^&(?:lt;|amp;lt;)(?:img|\/b)>$/);
    },
  );

  it("escapes in its description only what HTML would read otherwise", () => {
    const description = (summary: string) =>
      texts(itemOf(written("rss", [{ ...item, summary }])), "description")[0];
    expect(description("Q&A, R&D & <3")).toBe("Q&A, R&D & <3");
    expect(description("a <b> &copy; &#38;")).toBe("a &lt;b> &amp;copy; &amp;#38;");
  });

  it("has its summary as the description and its HTML as content:encoded", () => {
    const story = itemOf(full());
    expect(texts(story, "description")).toEqual(["What was said in Kyiv."]);
    expect(texts(story, "content:encoded")).toEqual([fullItem.contentHtml]);
  });

  it("has an empty description before content without a summary, as the RSS profile wants one there", () => {
    const story = itemOf(written("rss", [{ ...item, contentHtml: "<p>x</p>" }]));
    const names = story.children.map(({ name }) => name);
    expect(texts(story, "description")).toEqual([""]);
    expect(names.indexOf("description")).toBeLessThan(names.indexOf("content:encoded"));
  });

  it("leaves an empty title out where there is a description, and has its address for one elsewhere", () => {
    expect(texts(itemOf(written("rss", [{ ...item, title: "", summary: "s" }])), "title")).toEqual([]);
    expect(texts(itemOf(written("rss", [{ ...item, title: "" }])), "title")).toEqual([item.url]);
  });

  it("divides ]]> between two CDATA sections", () => {
    const story = itemOf(written("rss", [{ ...item, contentHtml: "a ]]> b ]]]]>> c" }]));
    expect(texts(story, "content:encoded")).toEqual(["a ]]> b ]]]]>> c"]);
  });

  it("has one author as author where there is a mail address", () => {
    const story = itemOf(
      written("rss", [{ ...item, authors: [{ name: "Ann", email: "ann@news.example" }] }]),
    );
    expect(texts(story, "author")).toEqual(["ann@news.example (Ann)"]);
    expect(texts(story, "dc:creator")).toEqual([]);
  });

  it("has everyone as dc:creator where one lacks a mail address, there are several, or an agency is credited", () => {
    const creators = (parts: Partial<typeof item>) =>
      texts(itemOf(written("rss", [{ ...item, ...parts }])), "dc:creator");
    const ann = { name: "Ann", email: "ann@news.example" };
    expect(creators({ authors: [{ name: "Bo" }] })).toEqual(["Bo"]);
    expect(creators({ authors: [{ name: "Bo", email: "not mail" }] })).toEqual(["Bo"]);
    expect(creators({ authors: [ann, { name: "Bo" }] })).toEqual(["Ann", "Bo"]);
    expect(creators({ authors: [ann], credit: { name: "AFP" } })).toEqual(["Ann, AFP"]);
    expect(creators({ authors: [ann, { name: "Bo" }], credit: { name: "AFP" } })).toEqual(["Ann", "Bo, AFP"]);
    expect(creators({ authors: [], credit: { name: "AFP" } })).toEqual(["AFP"]);
    expect(creators({ authors: [{ name: "AFP" }], credit: { name: "AFP" } })).toEqual(["AFP"]);
  });

  it("names as its source where it was taken from, else the credited agency that has an address", () => {
    const source = (parts: Partial<typeof item>) =>
      all(itemOf(written("rss", [{ ...item, ...parts }])), "source").map(({ text, attributes }) => [
        text,
        attributes.url,
      ]);
    const origin = { title: "The Wire", url: "https://wire.example/feed.xml" };
    const credit = { name: "AFP", url: "https://agency.example/" };
    expect(source({ origin, credit })).toEqual([["The Wire", "https://wire.example/feed.xml"]]);
    expect(source({ credit })).toEqual([["AFP", "https://agency.example/"]]);
    expect(source({ credit: { name: "AFP" } })).toEqual([]);
  });

  it("has its topic as the first category, with its scheme as the domain, and no tag twice", () => {
    const topic = { term: "nato", label: "NATO", scheme: "https://news.example/topics/" };
    const story = itemOf(written("rss", [{ ...item, topic, tags: [{ term: "kyiv" }, topic] }]));
    expect(all(story, "category").map(({ text, attributes }) => [text, attributes.domain])).toEqual([
      ["NATO", "https://news.example/topics/"],
      ["kyiv", undefined],
    ]);
  });

  it("has its first file as the enclosure and the others as media:content", () => {
    const files = ["a.mp4", "b.pdf"].map((name) => ({
      url: `https://news.example/${name}`,
      type: "video/mp4",
      length: 5,
    }));
    const story = itemOf(written("rss", [{ ...item, enclosures: files }]));
    expect(one(story, "enclosure").attributes).toEqual({
      url: "https://news.example/a.mp4",
      length: "5",
      type: "video/mp4",
    });
    expect(all(story, "media:content").map(({ attributes }) => attributes.url)).toEqual([
      "https://news.example/b.pdf",
    ]);
  });

  it("says a file's title and duration as media:content, which the enclosure has no place for", () => {
    const [audio] = all(itemOf(full()), "media:content");
    expect(audio?.attributes).toMatchObject({
      url: "https://news.example/a.mp3",
      medium: "audio",
      duration: "61",
    });
    expect(audio && texts(audio, "media:title")).toEqual(["Listen"]);
  });

  it("has its picture as media:content with its words, and as media:thumbnail", () => {
    const story = itemOf(full());
    const picture = all(story, "media:content").find(({ attributes }) => attributes.medium === "image");
    expect(picture?.attributes).toEqual({
      url: "https://news.example/kyiv.jpg",
      medium: "image",
      type: "image/jpeg",
      fileSize: "1234",
      width: "1200",
      height: "800",
    });
    expect(picture?.children.map(({ name, text }) => [name, text])).toEqual([
      ["media:title", "A man at a desk"],
      ["media:description", "Kyiv on Sunday"],
      ["media:credit", "P. Hotographer/AFP"],
    ]);
    expect(one(story, "media:thumbnail").attributes.url).toBe("https://news.example/kyiv.jpg");
  });

  it("carries everything else that RSS and its modules have a place for", () => {
    const story = itemOf(full());
    expect(texts(story, "comments")).toEqual(["https://news.example/a#comments"]);
    expect(texts(story, "dc:contributor")).toEqual(["Cy Contributor"]);
    expect(texts(story, "dc:language")).toEqual(["uk"]);
    expect(texts(story, "dc:rights")).toEqual(["© AFP"]);
    expect(texts(story, "dc:format")).toEqual(["PT2M"]);
    expect(texts(story, "georss:point")).toEqual(["50.45 30.52"]);
    expect(all(story, "atom:link").map(({ attributes }) => attributes)).toEqual([
      { rel: "related", type: "text/html", title: "Background", href: "https://news.example/r" },
      { rel: "via", href: "https://news.example/v" },
      { rel: "related", href: "https://elsewhere.example/piece" },
    ]);
  });
});
