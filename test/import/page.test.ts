import { describe, expect, it } from "vitest";
import { imported, importing, type Written } from "./support.ts";

/** The one article of a page that tells no date, which is warned of. */
async function undated(source: string, argv: readonly string[] = []): Promise<Written> {
  const { articles, err, exitCode } = await importing(source, argv);
  expect(exitCode).toBe(0);
  expect(err.match(/\[[\w-]+\]/g)).toEqual(["[import-undated]"]);
  const [only] = [...articles.values()];
  if (only === undefined) throw new Error("nothing was imported");
  return only;
}

const paragraphs = [
  "The council met on Tuesday evening, and spoke for three hours of the bridge that everybody wants.",
  "“Nobody pays for it,” said the mayor.",
  "It will meet again in March, when the figures are there.",
];

describe("a page's plain text", () => {
  it("has label, headline, share line, reading time, paragraphs and credit", async () => {
    const text = `Volodymyr Zelensky
The headline of the story as it stood

Spread the love
Facebook Twitter Email
Reading time: 2 minutes

${paragraphs.join("\n\n")}

AFP
`;
    expect(await undated(text)).toEqual({
      front: { title: "The headline of the story as it stood", topic: "Volodymyr Zelensky", credit: "AFP" },
      body: paragraphs.join("\n\n"),
    });
  });

  it.each([
    [
      "lines alone",
      `Bridge\nThe long headline of it\nReading time: 1 minute\n${paragraphs.join("\n")}\n(AFP)`,
    ],
    [
      "another language",
      `Brücke\n\nThe long headline of it\n\nTeilen\n\nLesezeit: 3 Min.\n\n${paragraphs.join("\n\n")}\n\n© AFP`,
    ],
    [
      "minutes first",
      `Bridge\r\n\r\nThe long headline of it\r\n\r\n5 min read\r\n\r\n${paragraphs.join("\r\n\r\n")}\r\n\r\nSource: AFP`,
    ],
  ])("may be written in other ways: %s", async (_, text) => {
    const { front, body } = await undated(text);
    expect(front).toMatchObject({ title: "The long headline of it", credit: "AFP" });
    expect(body).toBe(paragraphs.join("\n\n"));
  });

  it("may tell its byline, its date and a standfirst", async () => {
    const text = `Bridge\n\nThe long headline of it\n\nWhat it is about\n\nBy Jane Doe\n\n23 February 2025\n\nShare this article\n\n${paragraphs.join("\n\n")}`;
    const { front, body } = await imported(text);
    expect(front).toEqual({
      title: "The long headline of it",
      date: "2025-02-23T00:00:00",
      topic: "Bridge",
      authors: ["Jane Doe"],
      summary: "What it is about",
    });
    expect(body).toBe(paragraphs.join("\n\n"));
  });

  it("has neither share line nor reading time where it has none", async () => {
    const { front, body } = await undated(`The headline\n\n${paragraphs.join("\n\n")}`);
    expect(front).toEqual({ title: "The headline" });
    expect(body).toBe(paragraphs.join("\n\n"));
  });

  it("ends with a sentence that is no credit", async () => {
    const { front, body } = await undated(`The headline\n\n${paragraphs.join("\n\n")}\n\nOr is it?`);
    expect(front).not.toHaveProperty("credit");
    expect(body).toContain("Or is it?");
  });
});

const page = (head: string, body: string) =>
  `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Tab title</title>${head}</head><body>${body}</body></html>`;

const shown = `<nav><a href="/">Home</a></nav><main><article>
<p class="label"><a href="/topics/zelensky">Volodymyr Zelensky</a></p><h1>The headline</h1>
<div class="share-links"><a href="https://x.example/">Spread the love</a></div><p>Reading time: 2 minutes</p>
<div><p>${paragraphs[0]}</p><div><p>${paragraphs[1]}</p><figure><img src="/a.jpg" alt="A"><figcaption>B</figcaption></figure></div>
<script>track()</script><aside>Read also</aside><p>${paragraphs[2]} <a href="two">More</a></p></div>
<p><a href="https://www.afp.example/">AFP</a></p></article></main><footer>©</footer>`;

describe("a saved page", () => {
  it("as the founding story's shows label, headline, share links, reading time, text and credit", async () => {
    const { front, body } = await undated(
      page('<link rel="canonical" href="https://daily.example/2025/one/">', shown),
    );
    expect(front).toEqual({
      title: "The headline",
      id: "https://daily.example/2025/one/",
      permalink: "https://daily.example/2025/one/",
      topic: "Volodymyr Zelensky",
      language: "en-GB",
      credit: { name: "AFP", url: "https://www.afp.example/" },
    });
    expect(body).toContain("[More](https://daily.example/2025/one/two)");
    expect(body).toContain("<figcaption>B</figcaption>");
    expect(body).not.toMatch(/Home|Spread|Reading time|track|Read also|AFP/);
  });

  it("tells more by JSON-LD", async () => {
    const data = {
      "@context": "https://schema.org",
      "@graph": [
        { "@type": "WebSite", name: "The Daily" },
        {
          "@type": ["NewsArticle"],
          headline: "The real headline",
          description: "What it is about",
          mainEntityOfPage: { "@id": "https://daily.example/2025/one/" },
          datePublished: "2025-02-23T18:30:00+02:00",
          dateModified: "2025-02-24T08:00:00Z",
          articleSection: ["Ukraine", "World"],
          keywords: "NATO, Kyiv",
          inLanguage: "uk",
          author: [{ "@type": "Person", name: "Jane Doe", url: "https://jane.example/" }, "Joe"],
          image: [{ url: "https://daily.example/lead.jpg" }],
        },
      ],
    };
    const script = `<script type="application/ld+json">{broken</script><script type="application/ld+json">${JSON.stringify(data)}</script>`;
    const { front } = await imported(page(script, shown));
    expect(front).toEqual({
      title: "The real headline",
      id: "https://daily.example/2025/one/",
      date: "2025-02-23T18:30:00+02:00",
      updated: "2025-02-24T08:00:00Z",
      permalink: "https://daily.example/2025/one/",
      topic: "Ukraine",
      tags: ["NATO", "Kyiv"],
      language: "uk",
      authors: [{ name: "Jane Doe", url: "https://jane.example/" }, "Joe"],
      summary: "What it is about",
      image: "https://daily.example/lead.jpg",
      credit: { name: "AFP", url: "https://www.afp.example/" },
    });
  });

  it.each([
    [
      '{"@type": "Article", "name": "N", "url": "https://a.example/", "author": {"name": "Ann"}, "image": "https://a.example/i.jpg", "keywords": ["a", 7], "creditText": "Reuters"}',
      { title: "N", authors: ["Ann"], tags: ["a"], credit: "Reuters", image: "https://a.example/i.jpg" },
    ],
    [
      '[[{"@type": "BlogPosting", "headline": 7, "image": {"contentUrl": "https://a.example/c.jpg"}, "author": 7}]]',
      { title: "H", image: "https://a.example/c.jpg" },
    ],
    ['[{"@type": "Recipe"}, 7, null]', { title: "H" }],
  ])("reads JSON-LD of other shapes: %s", async (data, front) => {
    const html = page(
      `<script type="application/ld+json">${data}</script><link rel="canonical" href="https://a.example/">`,
      `<main><h1>H</h1><p>${paragraphs[0]}</p></main>`,
    );
    expect((await undated(html)).front).toMatchObject(front);
  });

  it("tells some by Open Graph, and goes by its body where it marks no article", async () => {
    const head = `<meta property="og:title" content="The og title"><meta property="og:url" content="https://daily.example/one">
      <meta property="og:image" content="/a.jpg"><meta property="og:image:alt" content="A"><meta name="author" content="Jane">
      <meta property="article:published_time" content="2025-02-23T18:30:00Z"><meta property="article:section" content="City">
      <meta property="article:tag" content="a"><meta property="article:tag" content="b"><meta name="description" content="About">`;
    const { front, body } = await imported(page(head, `<p>${paragraphs[0]}</p>loose<p>${paragraphs[1]}</p>`));
    expect(front).toMatchObject({
      title: "The og title",
      date: "2025-02-23T18:30:00Z",
      topic: "City",
      tags: ["a", "b"],
      authors: ["Jane"],
      summary: "About",
      image: { src: "https://daily.example/a.jpg", alt: "A" },
    });
    expect(body).toBe(`${paragraphs[0]}\n\nloose\n\n${paragraphs[1]}`);
  });

  it("has byline and date below its headline", async () => {
    const body = `<article><h1>H</h1><p>By Jane Doe</p><time datetime="x">23 February 2025</time><p>Short.</p><p>${paragraphs[0]}</p></article>`;
    const written = await imported(page("", body));
    expect(written.front).toMatchObject({ title: "H", date: "2025-02-23T00:00:00", authors: ["Jane Doe"] });
    expect(written.body).toBe(`Short.\n\n${paragraphs[0]}`);
  });

  it("finds the article's own body among several articles", async () => {
    const body = `<article><p>A teaser</p></article><div itemprop="articleBody"><p>${paragraphs[0]}</p></div>`;
    expect((await undated(page("", body))).body).toBe(paragraphs[0]);
  });

  it("that nests too deep is told", async () => {
    const { err, exitCode } = await importing(page("", `<article>${"<div><b>".repeat(500)}x</article>`));
    expect(err).toContain("its elements nest too deep");
    expect(exitCode).toBe(2);
  });
});
