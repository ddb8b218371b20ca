import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { readFeed } from "../../src/serve/read/index.ts";

/** The same story in each format, by hand from the specifications. */
const rss = `<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
  <channel>
    <title>The News</title>
    <link>https://news.example/</link>
    <description>All of it</description>
    <image><url>https://news.example/icon.png</url></image>
    <item>
      <title>Bread &amp; roses</title>
      <link>https://news.example/a/</link>
      <guid isPermaLink="false">tag:news.example,2026:a</guid>
      <pubDate>Sun, 01 Mar 2026 09:00:00 GMT</pubDate>
      <author>desk@news.example (Ana Duarte)</author>
      <dc:creator>Ana Duarte</dc:creator>
      <dc:language>en</dc:language>
      <category>World</category>
      <description>In short.</description>
      <content:encoded><![CDATA[<p>At <b>length</b>.</p>]]></content:encoded>
      <enclosure url="https://news.example/a.mp3" type="audio/mpeg" length="10"/>
      <media:content url="https://news.example/a.jpg" medium="image"/>
    </item>
  </channel>
</rss>`;

const atom = `<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <title>The News</title>
  <subtitle>All of it</subtitle>
  <link href="https://news.example/"/>
  <icon>https://news.example/icon.png</icon>
  <author><name>Ana Duarte</name></author>
  <entry>
    <id>tag:news.example,2026:a</id>
    <title>Bread &amp; roses</title>
    <link href="https://news.example/a/"/>
    <link rel="enclosure" type="audio/mpeg" href="https://news.example/a.mp3"/>
    <link rel="enclosure" type="image/jpeg" href="https://news.example/a.jpg"/>
    <published>2026-03-01T10:00:00+01:00</published>
    <updated>2026-03-01T09:00:00Z</updated>
    <category term="world" label="World"/>
    <summary>In short.</summary>
    <content type="html">&lt;p>At &lt;b>length&lt;/b>.&lt;/p></content>
  </entry>
</feed>`;

const json = JSON.stringify(
  {
    version: "https://jsonfeed.org/version/1.1",
    title: "The News",
    description: "All of it",
    home_page_url: "https://news.example/",
    icon: "https://news.example/icon.png",
    authors: [{ name: "The News" }],
    items: [
      {
        id: "tag:news.example,2026:a",
        url: "https://news.example/a/",
        title: "Bread & roses",
        summary: "In short.",
        content_html: "<p>At <b>length</b>.</p>",
        date_published: "2026-03-01T09:00:00Z",
        authors: [{ name: "Ana Duarte" }],
        tags: ["World"],
        language: "en",
        image: "https://news.example/a.jpg",
        attachments: [{ url: "https://news.example/a.mp3", mime_type: "audio/mpeg" }],
      },
    ],
  },
  null,
  2,
);

it.each([
  ["RSS", rss, 8],
  ["Atom", atom, 8],
  ["JSON Feed", json, 13],
] as const)("reads %s as its specification has it", (format, text, line) => {
  expect(readFeed(text)).toMatchObject({
    format,
    title: "The News",
    description: "All of it",
    url: "https://news.example/",
    icon: "https://news.example/icon.png",
    faults: [],
    entries: [
      {
        id: "tag:news.example,2026:a",
        url: "https://news.example/a/",
        title: "Bread & roses",
        summary: "In short.",
        html: "<p>At <b>length</b>.</p>",
        published: Date.UTC(2026, 2, 1, 9),
        authors: ["Ana Duarte"],
        topics: ["World"],
        image: "https://news.example/a.jpg",
        media: [{ url: "https://news.example/a.mp3", type: "audio/mpeg" }],
        language: "en",
        line,
      },
    ],
  });
});

it("reads the same stories from this repository's feeds, whichever format it takes", () => {
  const feeds = ["rss.xml", "atom.xml", "feed.json"].map((name) =>
    readFeed(readFileSync(`dist/${name}`, "utf8")),
  );
  const told = feeds.map(({ entries }) =>
    entries.map(({ id, url, title, html, published, topics }) => ({
      id,
      url,
      title,
      html,
      published,
      topics,
    })),
  );
  expect(told[0]?.length).toBe(13);
  expect(told[1]).toEqual(told[0]);
  expect(told[2]).toEqual(told[0]);
});

it("says all that an item says, with attributes and by path", () => {
  const [entry] = readFeed(atom).entries;
  expect(entry?.words).toContainEqual({ name: 'category term="world" label="World"', text: "" });
  expect(readFeed(json).entries[0]?.words).toContainEqual({ name: "authors › 0 › name", text: "Ana Duarte" });
});

it("reads news sitemaps and ninjs", () => {
  const sitemap = `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://news.example/a/</loc><news:news><news:title>A</news:title><news:publication_date>2026-03-01T09:00:00Z</news:publication_date></news:news></url></urlset>`;
  expect(readFeed(sitemap)).toMatchObject({
    format: "News sitemap",
    faults: [],
    entries: [{ url: "https://news.example/a/", title: "A", published: Date.UTC(2026, 2, 1, 9) }],
  });
  const ninjs = readFeed(readFileSync("dist/partners/ninjs.json", "utf8"));
  expect(ninjs.format).toBe("ninjs");
  expect(ninjs.faults).toEqual([]);
  expect(ninjs.entries[0]).toMatchObject({
    title: "What the picture says: alternative text for news",
    line: 2,
  });
  expect(ninjs.entries[0]?.html).toContain("<p>A picture on a page");
});

it.each([
  ["a tag that isn't closed", rss.replace("</item>", ""), { line: 22 }],
  ["an entity that XML doesn't know", rss.replace("&amp;", "&nbsp;"), { line: 9, message: /entity/ }],
  ["a prefix without namespace", rss.replace(/ xmlns:dc="[^"]*"/, ""), { message: /namespace prefix/ }],
  ["JSON that ends early", json.slice(0, -2), { message: /JSON|Expected/ }],
  ["JSON of no version", json.replace("/version/1.1", ""), { message: /`version`/ }],
  ["a page", "<html><body>x</body></html>", { message: /no feed that is known/ }],
  ["nothing", "", { message: /./ }],
  [
    "an item without id and address",
    rss.replace(/<(link|guid)[^\n]*a(?:\/|)<\/\1>\n/g, "\n"),
    { line: 8, message: /neither an id/ },
  ],
  [
    "an item without title and summary",
    rss.replace(/<title>Bread[^\n]*\n/, "\n").replace(/<description>In[^\n]*\n/, "\n"),
    { line: 8, message: /neither a title/ },
  ],
  [
    "two items with one id",
    rss.replace(/( {4}<item>[\s\S]*<\/item>)/, "$1\n$1"),
    { line: 22, message: /line 8 has the same id/ },
  ],
] as const)("finds what keeps a reader from it: %s", (_, text, fault) => {
  const { faults } = readFeed(text);
  expect(faults.length).toBeGreaterThan(0);
  const [first] = faults;
  if ("line" in fault) expect(faults.map(({ line }) => line)).toContain(fault.line);
  if ("message" in fault) expect(first?.message).toMatch(fault.message);
});

it("lets no document grow by what it declares", () => {
  const bomb = `<!DOCTYPE rss [<!ENTITY a "${"x".repeat(1000)}"><!ENTITY b "${"&a;".repeat(1000)}">]><rss><channel><title>${"&b;".repeat(1000)}</title></channel></rss>`;
  const { title, faults } = readFeed(bomb);
  expect(title.length).toBeLessThan(10_000);
  expect(faults.length).toBeGreaterThan(0);
  expect(faults.length).toBe(1);
});
