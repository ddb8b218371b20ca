import { describe, expect, it } from "vitest";
import type { FeedItem } from "../../src/feed.ts";
import { all, entryOf, itemOf, one, texts } from "../formats/reader.ts";
import { feedOf, item, jsonItem } from "./samples.ts";

describe("an item's id", () => {
  it("is in each format what feed makes of id, guid and link", () => {
    const ids = (given: Partial<FeedItem>) => {
      const feed = feedOf([{ title: "T", link: "https://harbour.example/l", date: item.date, ...given }]);
      return [
        texts(itemOf(feed.rss2()), "guid"),
        texts(entryOf(feed.atom1()), "atom:id"),
        [jsonItem(feed).id],
      ].flat();
    };
    const link = "https://harbour.example/l";
    expect(ids({})).toEqual([link, link, link]);
    expect(ids({ id: "tag:a" })).toEqual(["tag:a", "tag:a", "tag:a"]);
    expect(ids({ guid: "77" })).toEqual(["77", link, "77"]);
    expect(ids({ id: "tag:a", guid: "77" })).toEqual(["77", "tag:a", "tag:a"]);
  });
});

describe("an item's files", () => {
  const files = {
    ...item,
    image: {
      url: "https://harbour.example/quay.jpg",
      length: 10,
      type: "image/jpg",
      alt: "A quay",
      credit: "Bo",
      width: 800,
    },
    audio: { url: "https://harbour.example/horn.m4a", length: 20, duration: 61 },
    video: "https://harbour.example/tide.mp4",
    enclosure: { url: "https://harbour.example/table.pdf", title: "Tides" },
    enclosures: [
      { url: "https://harbour.example/data" },
      { url: "https://harbour.example/table.pdf", length: 7 },
    ],
  };

  it("are all kept, what is played first, each once, with their types", () => {
    const enclosures = all(entryOf(feedOf([files]).atom1()), "atom:link").filter(
      ({ attributes }) => attributes.rel === "enclosure",
    );
    expect(
      enclosures.map(({ attributes }) => [
        attributes.href?.split("/").pop(),
        attributes.type,
        attributes.length,
      ]),
    ).toEqual([
      ["horn.m4a", "audio/x-m4a", "20"],
      ["tide.mp4", "video/mp4", undefined],
      ["table.pdf", "application/pdf", "7"],
      ["data", "application/octet-stream", undefined],
      ["quay.jpg", "image/jpeg", "10"],
    ]);
  });

  it("are in RSS one enclosure and media:content, the picture with its words", () => {
    const story = itemOf(feedOf([files]).rss2());
    expect(one(story, "enclosure").attributes).toEqual({
      url: "https://harbour.example/horn.m4a",
      length: "20",
      type: "audio/x-m4a",
    });
    const picture = all(story, "media:content").filter(({ attributes }) => attributes.medium === "image");
    expect(picture.map((each) => [texts(each, "media:title"), texts(each, "media:credit")])).toEqual([
      [["A quay"], ["Bo"]],
    ]);
  });

  it("are attachments in JSON Feed, but for the picture, which has its own member", () => {
    const { image, attachments } = jsonItem(feedOf([files]));
    expect(image).toBe("https://harbour.example/quay.jpg");
    expect(attachments).toHaveLength(4);
    expect(attachments[0]).toMatchObject({
      mime_type: "audio/x-m4a",
      size_in_bytes: 20,
      duration_in_seconds: 61,
    });
  });

  it.each<[Partial<FeedItem>, string]>([
    [{ image: "https://harbour.example/pic.php?x=1.gif" }, "image/jpeg"],
    [{ image: "https://harbour.example/pic.png?x=1" }, "image/png"],
    [{ audio: "https://harbour.example/talk.mp4" }, "audio/mp4"],
    [{ audio: "https://harbour.example/talk" }, "audio/mpeg"],
    [{ video: "https://harbour.example/film" }, "video/mp4"],
    [{ video: { url: "https://harbour.example/film", type: "video/x-own" } }, "video/x-own"],
  ])("have the type that is given, else the name's, else the kind's usual one: %o", (file, type) => {
    expect(one(itemOf(feedOf([{ ...item, ...file }]).rss2()), "enclosure").attributes.type).toBe(type);
  });

  it("have a length of 0 where none, or none that can be, is known", () => {
    const length = (value: number) =>
      one(
        itemOf(feedOf([{ ...item, audio: { url: "https://harbour.example/a.mp3", length: value } }]).rss2()),
        "enclosure",
      ).attributes.length;
    expect([length(-1), length(Number.NaN), length(1.4)]).toEqual(["0", "0", "1"]);
  });
});

describe("an item's description", () => {
  it("is content where it has markup and there is no other, and its text is the summary", () => {
    const { content: _, ...without } = item;
    const story = itemOf(feedOf([{ ...without, description: "<p>Fish &amp; <b>chips</b></p>" }]).rss2());
    expect(texts(story, "description")).toEqual(["Fish & chips"]);
    expect(texts(story, "content:encoded")).toEqual(["<p>Fish &amp; <b>chips</b></p>"]);
  });

  it("is the summary where it is plain", () => {
    const { content: _, ...without } = item;
    const story = itemOf(feedOf([{ ...without, description: "Fish & chips < 5" }]).rss2());
    expect(texts(story, "description")).toEqual(["Fish & chips < 5"]);
    expect(texts(story, "content:encoded")).toEqual([]);
  });
});
