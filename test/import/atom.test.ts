import { describe, expect, it } from "vitest";
import { imported, importing } from "./support.ts";

function atom(entry: string, feed = "", attributes = ' xmlns="http://www.w3.org/2005/Atom"'): string {
  return `<?xml version="1.0"?>
<feed${attributes}><title>The Daily</title><link href="https://daily.example/"/>${feed}<entry>
<id>tag:daily.example,2025:one</id><title>One</title><updated>2025-02-24T08:00:00Z</updated>${entry}</entry></feed>`;
}

describe("an Atom entry", () => {
  it("keeps id, dates, address, people, subjects, links, files and rights", async () => {
    const { front, body } = await imported(
      atom(`<published>2025-02-23T18:30:00+02:00</published>
        <link rel="alternate" type="application/json" href="https://daily.example/one.json"/>
        <link href="/one/"/><link rel="via" href="https://via.example/"/>
        <link rel="related" title="R" href="https://r.example/"/><link rel="replies" href="https://daily.example/one/talk"/>
        <link rel="enclosure" href="/a.mp3" type="audio/mpeg" length="12" title="A"/>
        <author><name>Jane</name><uri>https://jane.example/</uri></author><author><email>joe@daily.example</email></author>
        <contributor><name>Ann</name></contributor>
        <category term="t1" label="Ukraine" scheme="https://daily.example/topics/"/><category term="Kyiv"/>
        <category term="post" scheme="http://schemas.google.com/g/2005#kind"/>
        <summary>What it is about.</summary><content type="html">&lt;p>All of it.&lt;/p></content><rights>R</rights>`),
    );
    expect(front).toEqual({
      title: "One",
      id: "tag:daily.example,2025:one",
      date: "2025-02-23T18:30:00+02:00",
      updated: "2025-02-24T08:00:00Z",
      permalink: "https://daily.example/one/",
      topic: "Ukraine",
      tags: ["Kyiv"],
      authors: [
        { name: "Jane", url: "https://jane.example/" },
        { name: "joe@daily.example", email: "joe@daily.example" },
      ],
      contributors: ["Ann"],
      summary: "What it is about.",
      enclosures: [{ url: "https://daily.example/a.mp3", type: "audio/mpeg", length: 12, title: "A" }],
      via: "https://via.example/",
      related: [{ url: "https://r.example/", title: "R" }],
      comments: "https://daily.example/one/talk",
      rights: "R",
    });
    expect(body).toBe("All of it.");
  });

  it.each([
    [
      '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>A &amp; <b>b</b><br/>c</p></div></content>',
      "A & **b**\\\nc",
    ],
    ["<content>Plain &lt;b>\n\nTwo</content>", "Plain &lt;b>\n\nTwo"],
    ["<summary>Only this</summary>", "Only this"],
    ['<content src="https://daily.example/film.mp4" type="video/mp4"/><summary>A film</summary>', "A film"],
    ['<content type="text/html" mode="escaped">&lt;p>Old&lt;/p></content>', "Old"],
    [
      '<content type="application/xhtml+xml" mode="xml"><p xmlns="http://www.w3.org/1999/xhtml">Old</p></content>',
      "Old",
    ],
  ])("has its content by its type: %s", async (content, body) => {
    expect((await imported(atom(content))).body).toBe(body);
  });

  it("has addresses that start from its xml:base", async () => {
    const { body } = await imported(
      atom('<content type="html" xml:base="https://other.example/b/">&lt;a href="c">d&lt;/a></content>'),
    );
    expect(body).toBe("[d](https://other.example/b/c)");
  });

  it("has addresses that start from its feed's xml:base, and each base from the one around it", async () => {
    const based = (entry: string, feed: string, base: string) =>
      imported(atom(entry, feed, ` xmlns="http://www.w3.org/2005/Atom" xml:base="${base}"`));
    const content =
      '<link href="one.html"/><content type="html" xml:base="c/">&lt;a href="d">e&lt;/a></content>';
    const { front, body } = await based(content, "", "https://other.example/b/");
    expect(front.permalink).toBe("https://other.example/b/one.html");
    expect(body).toBe("[e](https://other.example/b/c/d)");
    // One that is no address counts for nothing.
    expect((await based('<link href="one.html"/><summary>x</summary>', "", "#top")).front.permalink).toBe(
      "https://daily.example/one.html",
    );
  });

  it("has its media's description to read where it has nothing else", async () => {
    const namespaces = ' xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"';
    const group = `<media:group><media:content url="https://daily.example/v" type="application/x-shockwave-flash"/>
      <media:description>First &lt;b> line\n\nSecond</media:description></media:group>`;
    expect((await imported(atom(group, "", namespaces))).body).toBe("First &lt;b> line\n\nSecond");
    const both = `${group}<content type="html">&lt;p>All.&lt;/p></content>`;
    expect((await imported(atom(both, "", namespaces))).body).toBe("All.");
  });

  it("is by its feed's author, or its source's, where it names none", async () => {
    const feed = "<author><name>The desk</name></author>";
    expect((await imported(atom("<summary>x</summary>", feed))).front.authors).toEqual(["The desk"]);
    const source = `<source><id>https://other.example/</id><title>Other</title><author><name>Olga</name></author></source>`;
    expect((await imported(atom(`<summary>x</summary>${source}`, feed))).front).toMatchObject({
      authors: ["Olga"],
      source: { title: "Other", url: "https://other.example/" },
    });
    const creator = "<dc:creator>Dora</dc:creator><summary>x</summary>";
    const namespaces = ' xmlns="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"';
    expect((await imported(atom(creator, feed, namespaces))).front.authors).toEqual(["Dora"]);
  });

  it("that is a draft stays one", async () => {
    const control =
      '<app:control xmlns:app="http://www.w3.org/2007/app"><app:draft>yes</app:draft></app:control>';
    expect((await imported(atom(`${control}<summary>x</summary>`))).front.draft).toBe(true);
  });

  it("may stand alone, in no namespace, or in another language", async () => {
    const alone =
      '<entry xmlns="http://www.w3.org/2005/Atom" xml:lang="uk"><id>a:1</id><title type="html">Q&amp;amp;A</title><updated>2025-02-23T00:00:00Z</updated><summary>x</summary></entry>';
    expect((await imported(alone)).front).toMatchObject({ title: "Q&A", language: "uk" });
    expect((await imported(atom("<summary>x</summary>", "", ""))).front.id).toBe(
      "tag:daily.example,2025:one",
    );
  });

  it("without a published date was published when it changed", async () => {
    expect((await imported(atom("<summary>x</summary>"))).front).toMatchObject({
      date: "2025-02-24T08:00:00Z",
    });
  });
});

describe("a JSON Feed's item", () => {
  const feed = (item: object, more: object = {}) =>
    JSON.stringify({
      version: "https://jsonfeed.org/version/1.1",
      title: "T",
      home_page_url: "https://daily.example/",
      ...more,
      items: [item],
    });

  it("keeps what it says, numbers as ids too", async () => {
    const { front, body } = await imported(
      feed({
        id: 42,
        url: "https://daily.example/one/",
        external_url: "https://other.example/one",
        title: "One",
        content_html: "<p>All.</p>",
        summary: "About.",
        image: "https://daily.example/a.jpg",
        date_published: "2025-02-23T18:30:00+02:00",
        date_modified: "2025-02-24T08:00:00Z",
        authors: [
          { name: "Jane", url: "https://jane.example/", avatar: "https://jane.example/j.png" },
          null,
          {},
        ],
        tags: ["a", null, "b"],
        attachments: [
          {
            url: "https://daily.example/a.mp3",
            mime_type: "audio/mpeg",
            size_in_bytes: 7,
            duration_in_seconds: 61,
          },
          { url: "x:y" },
        ],
        _podcast: { season: 2 },
        language: "uk",
      }),
    );
    expect(front).toEqual({
      title: "One",
      id: "42",
      date: "2025-02-23T18:30:00+02:00",
      updated: "2025-02-24T08:00:00Z",
      permalink: "https://daily.example/one/",
      canonical: "https://other.example/one",
      tags: ["a", "b"],
      language: "uk",
      authors: [{ name: "Jane", url: "https://jane.example/", avatar: "https://jane.example/j.png" }],
      summary: "About.",
      image: "https://daily.example/a.jpg",
      enclosures: [{ url: "https://daily.example/a.mp3", type: "audio/mpeg", length: 7, duration: 61 }],
      extra: { _podcast: { season: 2 } },
    });
    expect(body).toBe("All.");
  });

  it("may have plain text, an author of version 1.0, and members of the wrong kind", async () => {
    const item = {
      id: "a",
      title: "One",
      content_text: "One *line*\n\nTwo",
      date_published: "2025-02-23",
      tags: "x",
      image: 7,
    };
    const { front, body } = await imported(feed(item, { author: { name: "Desk" } }));
    expect(front).toEqual({ title: "One", id: "a", date: "2025-02-23T00:00:00", authors: ["Desk"] });
    expect(body).toBe("One \\*line\\*\n\nTwo");
  });

  it("that is no item is passed over", async () => {
    const source = JSON.stringify({
      version: "https://jsonfeed.org/version/1",
      items: [7, { id: "a", title: "A", date_published: "2025-02-23", content_text: "x" }],
    });
    expect((await importing(source)).articles.size).toBe(1);
  });
});
