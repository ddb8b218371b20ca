import { describe, expect, it } from "vitest";
import { imported, importing, item, rss } from "./support.ts";

/** What sources leave out, and what then stands in for it. */

const wxr = (items: string, head = "") => `<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"
  xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Daily</title><link>https://daily.example</link>${head}
${items}</channel></rss>`;
const dated = "<wp:post_date_gmt>2025-02-23 16:30:00</wp:post_date_gmt>";

describe("a WordPress export", () => {
  it("of a post with hardly anything: published, by its address", async () => {
    const source = wxr(`<item><title>One</title><link>https://daily.example/one/</link>${dated}</item>`);
    expect(await imported(source)).toEqual({
      front: {
        title: "One",
        id: "https://daily.example/one/",
        date: "2025-02-23T16:30:00Z",
        permalink: "https://daily.example/one/",
      },
      body: "",
    });
  });

  it.each([
    ["<pubDate>Sun, 23 Feb 2025 18:30:00 +0200</pubDate>", "2025-02-23T18:30:00+02:00"],
    ["<wp:post_date>2025-02-23 18:30:00</wp:post_date>", "2025-02-23T18:30:00"],
    [`<wp:post_date>2025-02-23 16:30:00</wp:post_date>${dated}`, "2025-02-23T16:30:00Z"],
    [`<wp:post_date>2025-02-23 11:00:00</wp:post_date>${dated}`, "2025-02-23T11:00:00-05:30"],
    // No clock is a day away from UTC: the local time is wrong.
    [`<wp:post_date>2025-02-25 16:30:00</wp:post_date>${dated}`, "2025-02-23T16:30:00Z"],
  ])("of a post whose date is %s", async (date, expected) => {
    const { front } = await imported(wxr(`<item><title>One</title><guid>one</guid>${date}</item>`));
    expect(front.date).toBe(expected);
  });

  it("of a draft without a date takes no other for it", async () => {
    const source = wxr(
      "<item><title>One</title><guid>one</guid><wp:status>draft</wp:status><pubDate>Sun, 23 Feb 2025 18:30:00 +0200</pubDate></item>",
    );
    const { articles, err } = await importing(source);
    expect([...articles.values()].map(({ front }) => front)).toEqual([
      { title: "One", id: "one", draft: true },
    ]);
    expect(err).toContain("[import-undated]");
  });

  it("whose people have a login alone, or none", async () => {
    const head = `<wp:author><wp:author_login>jane</wp:author_login></wp:author>
      <wp:author><wp:author_display_name>Nobody</wp:author_display_name></wp:author><wp:base_blog_url>nowhere</wp:base_blog_url>`;
    const post = `<item><title>One</title><guid>one</guid><dc:creator>jane</dc:creator>${dated}</item>`;
    expect((await imported(wxr(post, head))).front.authors).toEqual(["jane"]);
  });

  it("whose subjects are empty, whose attachments have no address, whose enclosures have no type", async () => {
    const metas = ["_thumbnail_id", "7", "enclosure", "https://daily.example/a.mp3\n", "empty", ""];
    const pairs = [0, 2, 4].map(
      (at) =>
        `<wp:postmeta><wp:meta_key>${metas[at]}</wp:meta_key><wp:meta_value>${metas[at + 1]}</wp:meta_value></wp:postmeta>`,
    );
    const post = `<item><title>One</title><guid>one</guid>${dated}<category domain="category"></category>
      <category domain="post_tag"> </category>${pairs.join("")}</item>`;
    const attachment = "<item><wp:post_type>attachment</wp:post_type><wp:post_id>7</wp:post_id></item>";
    expect((await imported(wxr(post + attachment))).front).toEqual({
      title: "One",
      id: "one",
      date: "2025-02-23T16:30:00Z",
      enclosures: ["https://daily.example/a.mp3"],
    });
  });

  it("has captions without words, and recordings without an address, as they are", async () => {
    const content = `[caption]<img src="/a.jpg" alt="A">[/caption]\n\n[audio preload="none"]`;
    const post = `<item><title>One</title><guid>one</guid>${dated}<content:encoded><![CDATA[${content}]]></content:encoded></item>`;
    const { articles } = await importing(wxr(post));
    const [{ body } = { body: "" }] = articles.values();
    expect(body).toContain('<figure><img src="https://daily.example/a.jpg" alt="A"></figure>');
    expect(body).not.toContain("figcaption");
    expect(body).toContain("\\[audio");
  });
});

describe("an RSS feed", () => {
  it.each([
    ["<author>jane@daily.example (Jane Doe)</author>", [{ name: "Jane Doe", email: "jane@daily.example" }]],
    ["<author>jane@daily.example</author>", [{ name: "jane@daily.example", email: "jane@daily.example" }]],
    ["<author>Jane Doe</author>", ["Jane Doe"]],
    ["<itunes:author>Jane Doe</itunes:author>", ["Jane Doe"]],
    ["<atom:author><atom:name>Jane</atom:name></atom:author>", ["Jane"]],
    ["", ["The editors"]],
  ])("whose item is by %s", async (author, authors) => {
    const source = rss(
      item(`<description>x</description>${author}`),
      "<managingEditor>The editors</managingEditor><managingEditor>Others</managingEditor>",
      ' xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"',
    );
    expect((await imported(source)).front.authors).toEqual(authors);
  });

  it.each([
    ['<atom:link href="/one/"/>', "https://daily.example/one/"],
    ['<atom:link rel="alternate" href="https://daily.example/two/"/>', "https://daily.example/two/"],
    ['<atom:link rel="self" href="https://daily.example/two.xml"/>', undefined],
  ])("whose item's address is in %s", async (link, permalink) => {
    const source = rss(
      `<item><title>One</title><guid isPermaLink="false">1</guid><pubDate>2025-02-23</pubDate>${link}</item>`,
    );
    expect((await imported(source)).front.permalink).toBe(permalink);
  });

  it("whose source has no title, and whose links lead nowhere", async () => {
    const source = rss(
      item(`<description>x</description><source url="https://wire.example/feed.xml"/>
        <atom:link rel="via" href="nowhere:x"/><atom:link rel="related" href="https://daily.example/r/"/>
        <enclosure url="nowhere:x" length="1" type="audio/mpeg"/>`),
    );
    const { front } = await imported(source);
    expect(front.source).toEqual({ title: "wire.example", url: "https://wire.example/feed.xml" });
    expect(front.related).toEqual(["https://daily.example/r/"]);
    expect(front).not.toHaveProperty("via");
    expect(front).not.toHaveProperty("enclosures");
  });
});

describe("an Atom feed", () => {
  const atom = (
    entry: string,
    head = "",
  ) => `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:app="http://www.w3.org/2007/app"><title>The Daily</title>${head}<entry><title>One</title>
    <updated>2025-02-23T16:30:00Z</updated>${entry}</entry></feed>`;
  const link = '<link href="https://daily.example/one/"/>';

  it("whose entry has no id goes by its address", async () => {
    expect((await imported(atom(`${link}<content>x</content>`))).front.id).toBe("https://daily.example/one/");
  });

  it.each([
    [
      "<author><email>jane@daily.example</email></author>",
      [{ name: "jane@daily.example", email: "jane@daily.example" }],
    ],
    [
      "<author><uri>https://jane.example/</uri></author><dc:creator>Jane</dc:creator><dc:creator> </dc:creator>",
      ["Jane"],
    ],
    ["<source><author><name>Wire</name></author></source>", ["Wire"]],
    ["", ["The editors"]],
  ])("whose entry is by %s", async (author, authors) => {
    const head = "<author><name>The editors</name></author>";
    expect((await imported(atom(`${link}<content>x</content>${author}`, head))).front.authors).toEqual(
      authors,
    );
  });

  it("whose categories have labels, terms, words or nothing", async () => {
    const categories = `<category term="a" label="Bridges"/><category term="docks"/><category>Ports</category><category/>
      <category scheme="http://schemas.google.com/g/2005#kind" term="post"/><dc:subject>Ships</dc:subject><dc:subject/>`;
    const { front } = await imported(atom(`${link}<content>x</content>${categories}`));
    expect(front.tags).toEqual(["Bridges", "docks", "Ports", "Ships"]);
  });

  it.each([
    [
      '<source><link href="https://wire.example/"/><title>Wire</title></source>',
      { title: "Wire", url: "https://wire.example/" },
    ],
    [
      '<source><link rel="self" href="https://wire.example/feed"/></source>',
      { title: "wire.example", url: "https://wire.example/feed" },
    ],
    [
      "<source><id>https://wire.example/id</id></source>",
      { title: "wire.example", url: "https://wire.example/id" },
    ],
    ["<source><id>urn:uuid:1</id></source>", undefined],
  ])("whose entry was taken from %s", async (source, expected) => {
    expect((await imported(atom(`${link}<content>x</content>${source}`))).front.source).toEqual(expected);
  });

  it("takes relative addresses from the nearest base, unless that is none", async () => {
    const source = atom(
      `<link rel="alternate" href="one/"/><content type="html">&lt;img src="a.png" alt="A"></content>`,
    )
      .replace("<entry>", '<entry xml:base="https://daily.example/2025/">')
      .replace("<content ", '<content xml:base="https://[/" ');
    const { front, body } = await imported(source);
    expect(front.permalink).toBe("https://daily.example/2025/one/");
    expect(body).toContain("https://daily.example/2025/a.png");
  });

  it("leaves out recordings that lead nowhere", async () => {
    const enclosures =
      '<link rel="enclosure" href="nowhere:x"/><link rel="enclosure" href="https://daily.example/a.mp3" length="x"/>';
    const { front } = await imported(atom(`${link}<content>x</content>${enclosures}`));
    expect(front.enclosures).toEqual(["https://daily.example/a.mp3"]);
  });
});

describe("a JSON feed", () => {
  const feed = (one: object) =>
    JSON.stringify({
      version: "https://jsonfeed.org/version/1.1",
      title: "The Daily",
      items: [{ title: "One", date_published: "2025-02-23T16:30:00Z", content_text: "x", ...one }],
    });

  it.each([
    [{ id: 7 }, "7"],
    [{ url: "https://daily.example/one/" }, "https://daily.example/one/"],
  ])("whose item's id is that of %j", async (one, id) => {
    expect((await imported(feed(one))).front.id).toBe(id);
  });

  it("whose attachments have sizes of nothing", async () => {
    const attachments = [{ url: "https://daily.example/a.mp3", mime_type: "audio/mpeg", size_in_bytes: 0 }];
    const { front } = await imported(feed({ id: "1", attachments }));
    expect(front.enclosures).toEqual([{ url: "https://daily.example/a.mp3", type: "audio/mpeg" }]);
  });
});

describe("a Ghost export", () => {
  const post = {
    id: "p",
    title: "One",
    slug: "one",
    html: "<p>x</p>",
    status: "published",
    created_at: "2025-02-22T00:00:00.000Z",
  };

  it("may have its tables at the top, a language in its old word, and dates of making alone", async () => {
    const settings = [
      { key: "lang", value: "uk" },
      { key: "title", value: 7 },
    ];
    const users = [{ id: "u", name: null }];
    const { front } = await imported(JSON.stringify({ data: { posts: [post], settings, users } }));
    expect(front).toEqual({ title: "One", id: "p", date: "2025-02-22T00:00:00Z", language: "uk" });
  });

  it("says what is wrong with one that can't be read", async () => {
    const { err, exitCode } = await importing(JSON.stringify({ db: [{ data: { posts: 7 } }] }));
    expect(exitCode).toBe(2);
    expect(err).toContain("[import-json]");
    const broken = await importing('{"db": [{"data"');
    expect(broken.err).toContain("[import-json]");
    expect(broken.exitCode).toBe(2);
  });
});

describe("a saved page", () => {
  const page = (
    data: object,
    body = "<article><h1>One</h1><p>Words of the story, and some more of them.</p></article>",
  ) =>
    `<!doctype html><html lang="en"><head><title>One</title><script type="application/ld+json">${JSON.stringify(data)}</script></head><body>${body}</body></html>`;

  it.each([
    ["https://daily.example/one/", "https://daily.example/one/"],
    [{ "@id": "https://daily.example/two/" }, "https://daily.example/two/"],
  ])("whose data has its address as its page %j", async (mainEntityOfPage, permalink) => {
    const data = { "@type": "NewsArticle", headline: "One", datePublished: "2025-02-23", mainEntityOfPage };
    expect((await imported(page(data))).front.permalink).toBe(permalink);
  });

  it("whose authors are names, people or nobody, and whose words are in one text", async () => {
    const data = {
      "@type": "NewsArticle",
      name: "One",
      datePublished: "2025-02-23",
      author: [
        "Jane",
        { name: "Joe", url: "https://joe.example/" },
        { url: "https://nobody.example/" },
        null,
      ],
      keywords: "bridges, docks",
      image: { contentUrl: "https://daily.example/a.png" },
    };
    const { front } = await imported(page(data));
    expect(front.authors).toEqual(["Jane", { name: "Joe", url: "https://joe.example/" }]);
    expect(front.tags).toEqual(["bridges", "docks"]);
    expect(front.image).toBe("https://daily.example/a.png");
  });
});
