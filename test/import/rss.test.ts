import { describe, expect, it } from "vitest";
import { folder } from "../cli/support.ts";
import { imported, importing, item, rss } from "./support.ts";

describe("an RSS item", () => {
  it("keeps its id, address and date, in the zone that it was written in", async () => {
    const { front } = await imported(
      rss(`<item><title>One &amp; two</title><link>https://daily.example/2025/one.html</link>
        <guid isPermaLink="false"> tag:daily.example,2025:one </guid>
        <pubDate>Sun, 23 Feb 2025 18:30:00 +0200</pubDate><description>Words.</description></item>`),
    );
    expect(front).toEqual({
      title: "One & two",
      id: "tag:daily.example,2025:one",
      date: "2025-02-23T18:30:00+02:00",
      permalink: "https://daily.example/2025/one.html",
    });
  });

  it("has a guid that is its address, unless that is denied", async () => {
    const guid = (attributes: string) =>
      rss(`<item><title>One</title><guid${attributes}>https://daily.example/a/</guid>
        <pubDate>2025-02-23</pubDate><description>x</description></item>`);
    expect((await imported(guid(""))).front).toMatchObject({ permalink: "https://daily.example/a/" });
    expect((await imported(guid(' isPermaLink="false"'))).front).not.toHaveProperty("permalink");
  });

  it("is known by its link where it has no guid, even if that leads by way of a counter", async () => {
    const { front } = await imported(
      rss(
        `<item><title>One</title><link>https://counter.example/~r/1</link><pubDate>2025-02-23</pubDate>
          <feedburner:origLink>https://daily.example/one/</feedburner:origLink><description>x</description></item>`,
        "",
        ' xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"',
      ),
    );
    expect(front).toMatchObject({
      id: "https://counter.example/~r/1",
      permalink: "https://daily.example/one/",
    });
  });

  it("has its content in content:encoded, and then description is its summary", async () => {
    const { front, body } = await imported(
      rss(
        item(
          "<description>What it is about.</description><content:encoded>&lt;p>All of &lt;b>it&lt;/b>.&lt;/p></content:encoded>",
        ),
      ),
    );
    expect(front.summary).toBe("What it is about.");
    expect(body).toBe("All of **it**.");
  });

  it("has its content in description where there is nothing else", async () => {
    const { front, body } = await imported(rss(item("<description>&lt;p>All.&lt;/p></description>")));
    expect(front).not.toHaveProperty("summary");
    expect(body).toBe("All.");
  });

  it("may have plain text for content, and markup that nobody escaped", async () => {
    const plain = await imported(rss(item("<description>Five &amp;lt; six.\n\nA second one.</description>")));
    expect(plain.body).toBe("Five < six.\n\nA second one.");
    const bare = await imported(rss(item("<description>All of <b>it</b> &amp; more.</description>")));
    expect(bare.body).toBe("All of **it** & more.");
  });

  it("has people by mail address, by name, and as contributors", async () => {
    const { front } = await imported(
      rss(
        item(`<author>jane@daily.example (Jane Doe)</author><dc:creator>Desk: city</dc:creator>
        <dc:contributor>A. Helper</dc:contributor><description>x</description>`),
      ),
    );
    expect(front.authors).toEqual([
      { name: "Jane Doe", email: "jane@daily.example" },
      { name: "Desk: city" },
    ]);
    expect(front.contributors).toEqual(["A. Helper"]);
  });

  it("is by the channel's author where it names none", async () => {
    const source = rss(
      item("<description>x</description>"),
      "<managingEditor>ed@daily.example (Ed)</managingEditor>",
    );
    expect((await imported(source)).front.authors).toEqual([{ name: "Ed", email: "ed@daily.example" }]);
  });

  it("has categories, subjects and keywords for tags, each once; a topic where the domain says so", async () => {
    const { front } = await imported(
      rss(
        item(`<category>Kyiv</category><category domain="https://daily.example/topics/">Ukraine</category>
          <category>Kyiv</category><dc:subject>War</dc:subject><itunes:keywords>a, b</itunes:keywords>
          <description>x</description>`),
        "",
        ' xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"',
      ),
    );
    expect(front).toMatchObject({ topic: "Ukraine", tags: ["Kyiv", "War", "a", "b"] });
  });

  it("has enclosures with what media:content and iTunes know of them", async () => {
    const { front } = await imported(
      rss(
        item(`<enclosure url="/talk.mp3" type="audio/mpeg" length="1234"/>
          <enclosure url="https://daily.example/b.pdf" type="application/pdf" length="0"/>
          <media:content url="https://daily.example/b.pdf"><media:title>The file</media:title></media:content>
          <media:group><media:content url="https://daily.example/c.mp4" type="video/mp4" fileSize="7" duration="61"/></media:group>
          <itunes:duration>1:02:03</itunes:duration><description>x</description>`),
        "",
        ' xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"',
      ),
    );
    expect(front.enclosures).toEqual([
      { url: "https://daily.example/talk.mp3", type: "audio/mpeg", length: 1234, duration: 3723 },
      { url: "https://daily.example/b.pdf", type: "application/pdf", title: "The file" },
      { url: "https://daily.example/c.mp4", type: "video/mp4", length: 7, duration: 61 },
    ]);
  });

  it("has a file that it names twice once, with what is first said of it", async () => {
    const { front } = await imported(
      rss(
        item(`<enclosure url="https://daily.example/a.mp3" length="12"/>
          <enclosure url="https://daily.example/a.mp3" type="audio/mpeg" length="99"/><description>x</description>`),
      ),
    );
    expect(front.enclosures).toEqual([
      { url: "https://daily.example/a.mp3", type: "audio/mpeg", length: 12 },
    ]);
  });

  it.each([
    ["<media:description>5 &lt; 6</media:description>", "5 < 6"],
    ['<media:description type="html">&lt;b>All&lt;/b></media:description>', "**All**"],
    ["<media:description>Not this</media:description><description>This</description>", "This"],
  ])("may have nothing to read but what is said of its media: %s", async (element, body) => {
    const namespaces = ' xmlns:media="http://search.yahoo.com/mrss/"';
    expect((await imported(rss(item(element), "", namespaces))).body).toBe(body);
  });

  it("has relative addresses from the site's where its channel names none; else only whole ones", async () => {
    const source = rss(
      `<item><title>One</title><link>/one/</link><guid isPermaLink="false">1</guid><pubDate>2025-02-23</pubDate>
        <description>&lt;a href="/two/">two&lt;/a> &lt;a href="https://daily.example/3">3&lt;/a></description></item>`,
    ).replace("<link>https://daily.example/</link>", "");
    const site = folder({ "feedwright.yaml": "site:\n  title: T\n  url: https://here.example/\n" });
    const here = (await importing(source, [], site)).articles.get("2025/one.md");
    expect(here?.front.permalink).toBe("/one/");
    expect(here?.body).toBe("[two](https://here.example/two/) [3](https://daily.example/3)");
    const nowhere = (await importing(source)).articles.get("2025/one.md");
    expect(nowhere?.front).not.toHaveProperty("permalink");
    expect(nowhere?.body).toBe("<a>two</a> [3](https://daily.example/3)");
  });

  it("has a picture with its words; others of its pictures aren't lost", async () => {
    const { front } = await imported(
      rss(
        item(`<media:content url="https://daily.example/a.jpg" medium="image" width="40" height="30" fileSize="99">
            <media:title>The alt</media:title><media:description>The *caption*</media:description>
            <media:credit>Desk</media:credit></media:content>
          <media:content url="https://daily.example/b.jpg" type="image/jpeg"/><description>x</description>`),
        "",
        ' xmlns:media="http://search.yahoo.com/mrss"',
      ),
    );
    expect(front.image).toEqual({
      src: "https://daily.example/a.jpg",
      alt: "The alt",
      caption: "The \\*caption\\*",
      credit: "Desk",
      width: 40,
      height: 30,
      length: 99,
    });
    expect(front.extra).toEqual({
      "media:content": [{ src: "https://daily.example/b.jpg", type: "image/jpeg" }],
    });
  });

  it.each([
    [
      '<media:thumbnail url="https://daily.example/t.png" width="8" height="9"/>',
      { src: "https://daily.example/t.png", width: 8, height: 9 },
    ],
    ['<itunes:image href="/i.png"/>', "https://daily.example/i.png"],
    ['<media:content url="https://daily.example/x.webp"/>', "https://daily.example/x.webp"],
    ['<media:content url="nowhere:x" medium="image"/><media:thumbnail url="nowhere:y"/>', undefined],
  ])("finds its picture in %s", async (element, image) => {
    const namespaces =
      ' xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"';
    const { front } = await imported(rss(item(`${element}<description>x</description>`), "", namespaces));
    expect(front.image).toEqual(image);
  });

  it("needs no picture of its own where it is the one that the text shows first", async () => {
    const { front } = await imported(
      rss(
        item(`<media:content url="https://daily.example/a.jpg" medium="image"/>
          <description>&lt;img src="/a.jpg" alt="A">&lt;p>x</description>`),
        "",
        ' xmlns:media="http://search.yahoo.com/mrss/"',
      ),
    );
    expect(front).not.toHaveProperty("image");
  });

  it("has source, comments, links, rights and language", async () => {
    const { front } = await imported(
      rss(
        item(`<source url="https://afp.example/rss">AFP</source><comments>https://daily.example/one/talk</comments>
          <atom:link rel="via" href="https://via.example/"/><atom:link rel="related" href="https://r.example/" title="R"/>
          <dc:rights>The *Daily*</dc:rights><dc:language>uk</dc:language><description>x</description>`),
        "<language>en-us</language>",
      ),
    );
    expect(front).toMatchObject({
      source: { title: "AFP", url: "https://afp.example/rss" },
      comments: "https://daily.example/one/talk",
      via: "https://via.example/",
      related: [{ url: "https://r.example/", title: "R" }],
      rights: "The \\*Daily\\*",
      language: "uk",
    });
  });

  it("has the channel's language where it names none, unless that is the site's", async () => {
    const source = (language: string) =>
      rss(item("<description>x</description>"), `<language>${language}</language>`);
    expect((await imported(source("uk-ua"))).front.language).toBe("uk-UA");
    expect((await imported(source("en"))).front).not.toHaveProperty("language");
    expect((await imported(source("the queen's"))).front).not.toHaveProperty("language");
  });

  it("keeps elements of other namespaces, whatever their prefix is", async () => {
    const { front } = await imported(
      rss(
        item(`<pod:episode>5</pod:episode><p2:person role="host">Ann</p2:person><p2:person>Bob</p2:person>
          <geo:where><geo:lat>50</geo:lat></geo:where><pod:block/><description>x</description>`),
        "",
        ` xmlns:pod="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:p2="https://podcastindex.org/namespace/1.0"
          xmlns:geo="http://geo.example/"`,
      ),
    );
    expect(front.extra).toEqual({
      "itunes:episode": "5",
      "podcast:person": [{ role: "host", text: "Ann" }, "Bob"],
      "geo:where": { "geo:lat": "50" },
    });
  });

  it("leaves out what is more than front matter can take", async () => {
    const long = `<g:x>${"y".repeat(70_000)}</g:x>`;
    const { front } = await imported(
      rss(item(`${long}<description>x</description>`), "", ' xmlns:g="http://g.example/"'),
    );
    expect(front).not.toHaveProperty("extra");
  });

  it("was changed after it was published, or not at all", async () => {
    const source = (modified: string) =>
      rss(
        item(`<dcterms:modified>${modified}</dcterms:modified><description>x</description>`),
        "",
        ' xmlns:dcterms="http://purl.org/dc/terms/"',
      );
    expect((await imported(source("2025-02-24T08:00:00Z"))).front.updated).toBe("2025-02-24T08:00:00Z");
    expect((await imported(source("2025-02-23T16:30:00Z"))).front).not.toHaveProperty("updated");
  });

  it("without a title is called by how it begins", async () => {
    const { articles, err } = await importing(
      rss(
        `<item><guid isPermaLink="false">1</guid><pubDate>2025-02-23</pubDate><description>&lt;p>${"Word ".repeat(40)}&lt;/p></description></item>`,
      ),
    );
    const [[path, { front }] = ["", { front: {} }]] = [...articles];
    expect(front).toMatchObject({ title: `${"Word ".repeat(16).trim()}…`, id: "1" });
    expect(path).toBe("2025/article.md");
    expect(err).toContain("[import-untitled]");
  });

  it("goes by the first date that says anything; one that can't be read is told, and none made up", async () => {
    const source = rss(
      `<item><title>One</title><pubDate></pubDate><dc:date>2025-02-23T18:30:00</dc:date><description>x</description></item>
       <item><title>Two</title><pubDate>30 Feb 2025 10:00 GMT</pubDate><description>x</description></item>`,
    );
    const { articles, err, exitCode } = await importing(source);
    expect(articles.get("2025/one.md")?.front).toMatchObject({ date: "2025-02-23T18:30:00" });
    expect(articles.get("two.md")?.front).not.toHaveProperty("date");
    expect(err).toContain("`30 Feb 2025 10:00 GMT` can't be read as a date");
    expect(err).toContain("[import-undated]");
    expect(exitCode).toBe(0);
  });

  it("with the wrong weekday is of the day that it names", async () => {
    const { front } = await imported(rss(item("<description>x</description>").replace("Sun,", "Mon,")));
    expect(front.date).toBe("2025-02-23T18:30:00+02:00");
  });

  it("keeps half hours, early years and fractions of seconds", async () => {
    for (const [written, read] of [
      ["1999-12-31T23:59:59.250+05:30", "1999-12-31T23:59:59.250+05:30"],
      ["0099-01-01T00:00:00-03:30", "0099-01-01T00:00:00-03:30"],
    ] as const)
      expect(
        (
          await imported(
            rss(`<item><title>a</title><dc:date>${written}</dc:date><description>x</description></item>`),
          )
        ).front.date,
      ).toBe(read);
  });
});

describe("RSS of other versions", () => {
  it("1.0 has its items beside the channel, and their addresses as their names", async () => {
    const { front, body } = await imported(`<?xml version="1.0"?>
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
        xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://daily.example/"><title>The Daily</title><link>https://daily.example/</link>
        <items><rdf:Seq><rdf:li rdf:resource="https://daily.example/one/"/></rdf:Seq></items></channel>
      <item rdf:about="https://daily.example/one/"><title>One</title><link>https://daily.example/one/</link>
        <dc:date>2025-02-23T18:30:00Z</dc:date><dc:creator>Jane</dc:creator><description>Words.</description></item>
      </rdf:RDF>`);
    expect(front).toMatchObject({ id: "https://daily.example/one/", title: "One", authors: ["Jane"] });
    expect(body).toBe("Words.");
  });

  it("0.91 may name its document type and HTML's entities, which nobody expands otherwise", async () => {
    const { front } = await imported(`<?xml version="1.0"?>
      <!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://netscape.example/rss.dtd">
      <rss version="0.91"><channel><title>T</title><link>https://daily.example/</link>
      <item><title>Caf&eacute; &mdash; one</title><link>https://daily.example/one/</link>
      <pubDate>2025-02-23</pubDate><description>x</description></item></channel></rss>`);
    expect(front.title).toBe("Café — one");
  });
});
