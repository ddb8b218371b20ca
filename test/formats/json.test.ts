import { describe, expect, it } from "vitest";
import type { Channel, Item } from "../../src/model.ts";
import { channel, fullChannel, fullItem, item, written } from "./samples.ts";

const feed = (items: readonly Item[] = [item], of: Channel = channel) =>
  JSON.parse(written("json", items, of));

describe("a JSON feed", () => {
  it("is JSON Feed 1.1 with two spaces of indentation and a last line end", () => {
    for (const items of [[], [item], [item, fullItem]]) {
      const written1 = written("json", items, fullChannel);
      expect(written1).toBe(`${JSON.stringify(JSON.parse(written1), null, 2)}\n`);
    }
    expect(feed().version).toBe("https://jsonfeed.org/version/1.1");
  });

  it("carries every member that it has a value for, and none that it has not", () => {
    const { items: _, ...head } = feed([], fullChannel);
    expect(head).toEqual({
      version: "https://jsonfeed.org/version/1.1",
      title: "The Example",
      home_page_url: "https://news.example/",
      feed_url: "https://news.example/feed.json",
      description: "News & views",
      next_url: "https://news.example/feed-2.json",
      icon: "https://news.example/icon.png",
      favicon: "https://news.example/favicon.ico",
      authors: [{ name: "Newsroom", url: "https://news.example/about" }],
      language: "en",
      hubs: [{ type: "WebSub", url: "https://hub.example/" }],
      _desk: { about: "https://news.example/desk", shift: "late" },
      _feedwright: {
        updated: "2025-02-23T19:04:00Z",
        copyright: "© 2025 The Example & Sons",
        contributors: [{ name: "Picture desk", url: "https://news.example/pictures" }],
        categories: [{ term: "news", label: "News", scheme: "https://news.example/subjects/" }],
      },
    });
    expect(Object.keys(feed([]))).toEqual([
      "version",
      "title",
      "home_page_url",
      "feed_url",
      "language",
      "items",
    ]);
  });

  it("lets only those extensions through whose name starts with an underscore", () => {
    const jsonExtensions = { _ok: 1, title: "stolen", version: 2 };
    expect(feed([], { ...channel, jsonExtensions })).toMatchObject({ _ok: 1, title: "The Example" });
    expect(feed([{ ...item, jsonExtensions }]).items[0]).toMatchObject({ _ok: 1, title: "A headline" });
  });
});

describe("a JSON feed's item", () => {
  it("carries every member of JSON Feed 1.1", () => {
    const { _feedwright, ...members } = feed([fullItem], fullChannel).items[0];
    expect(members).toEqual({
      id: "https://news.example/a",
      url: "https://news.example/a",
      external_url: "https://elsewhere.example/piece",
      title: "Ready to step down & more",
      content_html: fullItem.contentHtml,
      summary: "What was said in Kyiv.",
      image: "https://news.example/kyiv.jpg",
      date_published: "2025-02-23T18:04:00Z",
      date_modified: "2025-02-23T19:04:00Z",
      authors: [
        { name: "Ann Author", url: "https://news.example/ann" },
        { name: "Bo" },
        { name: "AFP", url: "https://agency.example/" },
      ],
      tags: ["Volodymyr Zelensky", "NATO", "ukraine"],
      language: "uk",
      attachments: [
        {
          url: "https://news.example/a.mp3",
          mime_type: "audio/mpeg",
          title: "Listen",
          size_in_bytes: 99,
          duration_in_seconds: 61,
        },
        { url: "https://news.example/a.pdf", mime_type: "application/pdf" },
      ],
      _desk: { page: 3 },
    });
  });

  it("carries in _feedwright what JSON Feed has no member for", () => {
    expect(feed([fullItem]).items[0]._feedwright).toEqual({
      reading_minutes: 2,
      word_count: 612,
      topic: { term: "zelensky", label: "Volodymyr Zelensky", scheme: "https://news.example/topics/" },
      credit: { name: "AFP", url: "https://agency.example/" },
      corrections: [{ date: "2025-02-23T18:05:00Z", note: "The day was wrong." }],
      source: { title: "The Wire & Co", url: "https://wire.example/feed.xml" },
      links: fullItem.links,
      comments_url: "https://news.example/a#comments",
      rights: "© AFP",
      contributors: [{ name: "Cy Contributor" }],
      image: {
        type: "image/jpeg",
        length: 1234,
        width: 1200,
        height: 800,
        alt: "A man at a desk",
        caption: "Kyiv on Sunday",
        credit: "P. Hotographer/AFP",
      },
    });
  });

  it("says nothing of what it hasn't got", () => {
    expect(Object.keys(feed().items[0])).toEqual(["id", "url", "title", "content_text", "date_modified"]);
  });

  it("has its summary, else its title, as content_text where there is no HTML", () => {
    expect(feed([{ ...item, summary: "Short." }]).items[0]).toMatchObject({
      content_text: "Short.",
      summary: "Short.",
    });
    expect(feed().items[0].content_text).toBe("A headline");
    expect(feed([{ ...item, title: "" }]).items[0]).toMatchObject({ content_text: "" });
  });

  it("has U+FFFD for a lone surrogate, and whole pairs as they are", () => {
    const title = "a\uD800b\uDC00\u{1F5DE} \\ud800";
    expect(feed([{ ...item, title }]).items[0].title).toBe("a\uFFFDb\uFFFD\u{1F5DE} \\ud800");
  });
});
