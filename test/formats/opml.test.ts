import { parseOpml } from "feedsmith";
import { describe, expect, it } from "vitest";
import { type FeedList, opml } from "../../src/formats/opml/index.ts";
import { listed, listing, mainListing } from "./listings.ts";
import { all, type Element, one, read } from "./reader.ts";

const list: FeedList = {
  title: "Feeds of The Example",
  url: "https://news.example/",
  feeds: [
    mainListing,
    listing("author", "Ann"),
    listing("topic", "Science"),
    listing("topic", "Politics"),
    listing("tag", "nato"),
    listing("language", "Українська", { language: "uk" }),
    listing("named", "Weekend"),
  ],
};

const written = (parts: Partial<FeedList> = {}) => [...opml.write({ ...list, ...parts })].join("");

/** The outlines of the body. */
const summits = (xml: string) => all(one(read(xml), "body"), "outline");

/** Every outline, at any level. */
const outlines = (parent: Element): readonly Element[] =>
  all(parent, "outline").flatMap((each) => [each, ...outlines(each)]);

describe("a list of feeds in OPML 2.0", () => {
  it("has a head and a body, and begins with the XML declaration", () => {
    const xml = written();
    expect(xml.startsWith('<?xml version="1.0" encoding="utf-8"?>\n<opml version="2.0">\n')).toBe(true);
    expect(read(xml).attributes).toEqual({ version: "2.0" });
    expect(read(xml).children.map(({ name }) => name)).toEqual(["head", "body"]);
  });

  it("says in its head what it is, whose, and when a feed of it last changed", () => {
    const owner = { name: "Newsroom", email: "desk@news.example", url: "https://news.example/about" };
    const head = one(read(written({ owner, updated: Date.UTC(2025, 1, 23, 19, 4) })), "head");
    expect(head.children.map(({ name, text }) => [name, text])).toEqual([
      ["title", "Feeds of The Example"],
      ["dateModified", "Sun, 23 Feb 2025 19:04:00 GMT"],
      ["ownerName", "Newsroom"],
      ["ownerEmail", "desk@news.example"],
      ["ownerId", "https://news.example/about"],
    ]);
  });

  it("says nothing that it doesn't know: no date of its own, no owner, no mail address that is none", () => {
    const names = (xml: string) => one(read(xml), "head").children.map(({ name }) => name);
    expect(names(written())).toEqual(["title"]);
    expect(names(written({ owner: { name: "Newsroom", email: "the desk" } }))).toEqual([
      "title",
      "ownerName",
    ]);
  });

  it("has the main feed by itself, with all that a subscription says", () => {
    expect(summits(written())[0]?.attributes).toEqual({
      type: "rss",
      text: "The Example",
      title: "The Example",
      xmlUrl: "https://news.example/rss.xml",
      htmlUrl: "https://news.example/",
      description: "News & views",
      language: "en",
      version: "RSS",
    });
  });

  it("has the others in a group for each kind, in their order", () => {
    const [, ...groups] = summits(written());
    expect(groups.map((group) => [group.attributes, all(group, "outline").map(titleOf)])).toEqual([
      [{ text: "Topics" }, ["The Example: Science", "The Example: Politics"]],
      [{ text: "Authors" }, ["The Example: Ann"]],
      [{ text: "Tags" }, ["The Example: nato"]],
      [{ text: "Languages" }, ["The Example: Українська"]],
      [{ text: "Selections" }, ["The Example: Weekend"]],
    ]);
  });

  it("has a group only where it has a feed of that kind", () => {
    expect(summits(written({ feeds: [mainListing] }))).toHaveLength(1);
  });

  it("calls its groups as it is told", () => {
    const groupTitles = { topic: "Themen", author: "Autoren", tag: "Stichwörter", language: "", named: "" };
    const feeds = [listing("topic", "Politik"), listing("author", "Ann")];
    expect(summits(written({ feeds, groupTitles })).map(({ attributes }) => attributes.text)).toEqual([
      "Themen",
      "Autoren",
    ]);
  });

  it.each([
    [["json", "atom", "rss"], "rss", "RSS"],
    [["json", "atom"], "atom", undefined],
    [["json"], "json", undefined],
  ] as const)(
    "takes of %j the %s document; the specification has a version for RSS only",
    (has, taken, version) => {
      const documents = has.map((format) => listed(format));
      const [feed] = summits(written({ feeds: [{ ...mainListing, documents }] }));
      expect(feed?.attributes).toMatchObject({ type: "rss", xmlUrl: listed(taken).url });
      expect(feed?.attributes.version).toBe(version);
    },
  );

  it("gives every outline the text that the specification requires, and each subscription its address", () => {
    for (const { attributes } of outlines(one(read(written()), "body"))) {
      expect(attributes.text).toBeTruthy();
      if (attributes.type) expect(attributes.xmlUrl).toMatch(/^https:/);
      else expect(Object.keys(attributes)).toEqual(["text"]);
    }
  });

  it("says of a feed without a title what it is of", () => {
    expect(titleOf(summits(written({ feeds: [{ ...mainListing, title: "" }] }))[0])).toBe("The Example");
  });

  it("guards in text, which may be taken for HTML, what would be a tag there", () => {
    const title = "Q&A <b> &lt;i>";
    const [feed] = summits(written({ feeds: [{ ...mainListing, title }] }));
    expect(feed?.attributes).toMatchObject({ title, text: "Q&A &lt;b> &amp;lt;i>" });
  });

  it("is read back by feedsmith, groups and all", () => {
    const { head, body } = parseOpml(written());
    expect(head?.title).toBe("Feeds of The Example");
    expect(body?.outlines?.map(({ text, outlines = [] }) => [text, outlines.length])).toEqual([
      ["The Example", 0],
      ["Topics", 2],
      ["Authors", 1],
      ["Tags", 1],
      ["Languages", 1],
      ["Selections", 1],
    ]);
  });

  it("has a usual name and type", () => {
    expect([opml.fileName, opml.mediaType]).toEqual(["feeds.opml", "text/x-opml"]);
  });
});

function titleOf(outline: Element | undefined): string | undefined {
  return outline?.attributes.title;
}
