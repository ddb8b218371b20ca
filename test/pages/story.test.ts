import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { describe, expect, test } from "vitest";
import { article, site } from "./site.ts";

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const full = `topic: World
tags: [peace, UN]
updated: 2026-03-02T09:30:00Z
summary: What it is about.
authors: [{ name: Ana Duarte, url: https://news.example/ana/ }, Jon Okafor]
credit: { name: AFP, url: https://www.afp.com/ }
image: { src: https://pictures.example/p.jpg, alt: A square., caption: The square., credit: A. Photographer, width: 800, height: 600 }
enclosures: [{ url: https://media.example/talk.mp3, type: audio/mpeg, length: 5 }]
corrections: [{ date: 2026-03-02T09:30:00Z, note: "It was *Monday*: [see](/b/)." }]
source: { title: The Wire, url: https://wire.example/ }`;

/** One story's page, and what its site is like. */
async function story(head: string, body = "Text.", title = "Story a", configuration = "pages: true") {
  const built = await site(
    { "articles/a.md": article(title, "2026-03-01T07:05:00Z", head, body) },
    configuration,
  );
  const html = built.page("a/index.html");
  return { ...built, html, elements: elementsOf(parse(html)) };
}

function elementsOf(node: Node): Element[] {
  const children = "childNodes" in node ? node.childNodes : [];
  const inside = children.flatMap(elementsOf);
  return "attrs" in node ? [node, ...inside] : inside;
}

const attribute = (element: Element | undefined, name: string) =>
  element?.attrs.find((each) => each.name === name)?.value;

function textOf(node: Node | undefined): string {
  if (node === undefined) return "";
  if ("value" in node) return node.value;
  return "childNodes" in node ? node.childNodes.map(textOf).join("") : "";
}

const named = (elements: readonly Element[], name: string, key?: string, value?: string) =>
  elements.filter((each) => each.tagName === name && (key === undefined || attribute(each, key) === value));

const metaOf = (elements: readonly Element[], key: string, value: string) =>
  attribute(named(elements, "meta", key, value)[0], "content");

const policyOf = (elements: readonly Element[]) =>
  metaOf(elements, "http-equiv", "Content-Security-Policy") ?? "";

describe("a story's page", () => {
  test("has all that its article says, in order", async () => {
    const { html } = await story(full, "The text.", "Story a", "pages: true\nscopes: [topic]");
    const parts = [
      'href="../topics/world/"',
      'href="../topics/world/rss.xml"',
      "<h1>Story a</h1>",
      "What it is about.",
      "mailto:?subject=Story%20a&amp;body=https%3A%2F%2Fnews.example%2Fa%2F",
      '<a href="../ana/" rel="author">Ana Duarte</a>, <span>Jon Okafor</span>',
      "1 March 2026, 07:05",
      "2 March 2026, 09:30",
      "Reading time: 1 minute",
      '<img src="https://pictures.example/p.jpg" alt="A square." width="800" height="600">',
      '<figcaption>The square. <span class="credit">A. Photographer</span></figcaption>',
      '<audio controls preload="none" src="https://media.example/talk.mp3"',
      "<p>The text.</p>",
      "Corrections</h2>",
      'It was <em>Monday</em>: <a href="../b/">see</a>.',
      '<a href="https://wire.example/">The Wire</a>',
      '<p class="agency"><a href="https://www.afp.com/">AFP</a></p>',
    ];
    const body = html.slice(html.indexOf("<main"));
    const places = parts.map((part) => body.indexOf(part));
    expect(parts.filter((_, at) => places[at] === -1)).toEqual([]);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test("says what feeds say of it once: no reading time, picture, correction or credit twice", async () => {
    const { html } = await story(full, "The text.", "Story a", "pages: true\nfeeds: { readingTime: true }");
    for (const part of [
      "Reading time:",
      '<img src="https://pictures',
      "It was <em>",
      "<p>The text.</p>",
      ">AFP<",
    ])
      expect([part, html.split("<main")[1]?.split(part).length]).toEqual([part, 2]);
  });

  test("shows a picture of the text where the text does, and a summary from the text not again", async () => {
    const { elements, html } = await story(
      "image: https://pictures.example/p.jpg",
      "First words.\n\n![A square.](https://pictures.example/p.jpg)",
    );
    expect(named(elements, "img").length).toBe(1);
    expect(named(elements, "p", "class", "standfirst")).toEqual([]);
    expect(html.split("<main")[1]?.split("First words.").length).toBe(2);
  });

  test.each([
    ["de-AT", "de_AT"],
    ["de", undefined],
  ])("tells social networks the place of its language, as %s has it", async (language, expected) => {
    const { elements } = await story(`language: ${language}`);
    expect(metaOf(elements, "property", "og:locale")).toBe(expected);
  });

  test("tells machines: canonical, feeds, Open Graph, NewsArticle", async () => {
    const { elements } = await story(full, "Text.", "Story a", "pages: true\nscopes: [topic]");
    const links = named(elements, "link").map((each) => [attribute(each, "rel"), attribute(each, "href")]);
    expect(links).toEqual([
      ["canonical", "https://news.example/a/"],
      ["alternate", "../topics/world/rss.xml"],
      ["alternate", "../rss.xml"],
      ["alternate", "../atom.xml"],
      ["alternate", "../feed.json"],
    ]);
    const og = ["type", "title", "url", "description", "image", "image:width", "image:alt"];
    expect(og.map((name) => metaOf(elements, "property", `og:${name}`))).toEqual([
      "article",
      "Story a",
      "https://news.example/a/",
      "What it is about.",
      "https://pictures.example/p.jpg",
      "800",
      "A square.",
    ]);
    const [json] = named(elements, "script", "type", "application/ld+json").map(textOf);
    expect(JSON.parse(json ?? "")).toEqual({
      "@context": "https://schema.org",
      "@type": "NewsArticle",
      mainEntityOfPage: "https://news.example/a/",
      headline: "Story a",
      description: "What it is about.",
      image: [
        {
          "@type": "ImageObject",
          url: "https://pictures.example/p.jpg",
          width: 800,
          height: 600,
          caption: "The square.",
          creditText: "A. Photographer",
        },
      ],
      datePublished: "2026-03-01T07:05:00Z",
      dateModified: "2026-03-02T09:30:00Z",
      author: [
        { "@type": "Person", name: "Ana Duarte", url: "https://news.example/ana/" },
        { "@type": "Person", name: "Jon Okafor" },
      ],
      publisher: { "@type": "Organization", name: "The News", url: "https://news.example/" },
      sourceOrganization: { "@type": "Organization", name: "AFP", url: "https://www.afp.com/" },
      isBasedOn: "https://wire.example/",
      articleSection: "World",
      keywords: ["peace", "UN"],
      inLanguage: "en",
      wordCount: 1,
      timeRequired: "PT1M",
      correction: [
        { "@type": "CorrectionComment", text: "It was Monday: see.", datePublished: "2026-03-02T09:30:00Z" },
      ],
      isAccessibleForFree: true,
    });
  });

  test("is told to be found elsewhere where it stands elsewhere", async () => {
    const { elements } = await story("canonical: https://other.example/story/");
    expect(named(elements, "link", "rel", "canonical").map((each) => attribute(each, "href"))).toEqual([
      "https://other.example/story/",
    ]);
  });

  test("runs and fetches only what it is known to need", async () => {
    const { elements, html } = await story(full, "![x](https://other.example/x.png) ![y](/y.png)");
    const policy = Object.fromEntries(
      policyOf(elements)
        .split("; ")
        .map((each) => each.split(/ (.*)/s)),
    );
    const hosts = "'self' https://media.example https://other.example https://pictures.example";
    expect([policy["default-src"], policy["base-uri"], policy["form-action"]]).toEqual(
      Array(3).fill("'none'"),
    );
    expect(policy["img-src"]?.split(" ").sort().join(" ")).toBe(hosts);
    const { createHash } = await import("node:crypto");
    const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
    const script = elements.findLast(({ tagName }) => tagName === "script");
    expect(policy["script-src"]).toBe(hash(textOf(script)));
    expect(policy["style-src"]).toBe(hash(textOf(named(elements, "style")[0])));
    expect(html).not.toMatch(/ on\w+=|javascript:| style="/);
  });

  test("has hosts in its policy and nothing else, whatever its pictures' addresses are", async () => {
    const hosts = [
      "a;script-src-elem",
      "a%3Bstyle-src-elem",
      "*",
      "a,b",
      "a'b",
      "evil.example:8443",
      "[::1]",
    ];
    const pictures = hosts.map((host) => `![x](https://${host}/x.png)`).join(" ");
    const { elements } = await story(
      "image: https://a;sandbox/x.png",
      `${pictures} ![y](https://z.example/y)`,
    );
    const named = policyOf(elements)
      .split(";")
      .map((each) => each.trim().replace(/'sha256-[^']+'/, "HASH"));
    const fetched = "'self' https://evil.example:8443 https://z.example";
    expect(named).toEqual([
      "default-src 'none'",
      "style-src HASH",
      "script-src HASH",
      `img-src ${fetched}`,
      `media-src ${fetched}`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
  });

  test("keeps its form whatever its article says", async () => {
    const hostile = `</script></title><script>x()</script><img src=x onerror=x()> "' ]]> {{ page }} {% raw %}`;
    const head = `topic: ${JSON.stringify(hostile)}
summary: ${JSON.stringify(hostile)}
tags: [${JSON.stringify(hostile)}]
authors: [{ name: ${JSON.stringify(hostile)}, url: "javascript:x()" }]
credit: { name: ${JSON.stringify(hostile)}, url: "javascript:x()" }
rights: ${JSON.stringify(hostile)}
image: { src: https://p.example/x.png, alt: ${JSON.stringify(hostile)}, caption: ${JSON.stringify(hostile)} }
corrections: [{ date: 2026-03-01, note: ${JSON.stringify(hostile)} }]`;
    const { elements, html } = await story(head, `${hostile}\n\n<script>x()</script>`, `1 < 2 ${hostile}`);
    expect(named(elements, "script").map((each) => attribute(each, "type"))).toEqual([
      "application/ld+json",
      undefined,
    ]);
    expect(elements.flatMap(({ attrs }) => attrs.filter(({ name }) => name.startsWith("on")))).toEqual([]);
    expect(
      elements.flatMap(({ attrs }) => attrs.filter(({ value }) => value.startsWith("javascript:"))),
    ).toEqual([]);
    expect(named(elements, "img").every((each) => attribute(each, "src") !== "x")).toBe(true);
    expect(() => JSON.parse(textOf(named(elements, "script")[0]))).not.toThrow();
    expect(html).toContain("{{ page }} {% raw %}");
  });

  test("leads with relative addresses within the site, and leaves what only reads like one", async () => {
    const { html } = await story(
      "",
      'See [b](/b/), [here](#x), ![p](/p.png) and `<a href="https://news.example/b/">`.\n\n## X',
    );
    const body = html.slice(html.indexOf('<div class="body"'));
    expect(body).toContain('<a href="../b/">b</a>');
    expect(body).toContain('<a href="#x">here</a>');
    expect(body).toContain('src="../p.png"');
    expect(body).toContain('&lt;a href="https://news.example/b/"&gt;');
  });

  test.each([
    ["uk", "ltr", "uk", "Читати", "1 березня 2026 року, 07:05", "Поділитися"],
    ["ar", "rtl", "ar", "اقرأ", "2026-03-01, 07:05", "مشاركة"],
    ["ja", "ltr", "ja", "読む", "2026年3月1日 07:05", "共有"],
    ["fi", "ltr", "en", "Lue", "1 March 2026, 07:05", "Share"],
    ["he", "ltr", "en", "קרא", "1 March 2026, 07:05", "Share"],
  ])(
    "speaks its article's language if it can: %s",
    async (language, direction, spoken, title, date, share) => {
      const { elements, html } = await story(`language: ${language}`, "Text.", title);
      const [root] = named(elements, "html");
      expect([attribute(root, "lang"), attribute(root, "dir")]).toEqual([spoken, direction]);
      const [headline] = named(elements, "h1");
      const own = language === spoken ? undefined : language;
      expect([
        attribute(headline, "lang"),
        attribute(named(elements, "div", "class", "body")[0], "lang"),
      ]).toEqual([own, own]);
      if (language === "he") expect(attribute(headline, "dir")).toBe("rtl");
      for (const part of [date, share]) expect(html).toContain(part);
    },
  );

  test("shows its times in the site's zone, and none for a day alone", async () => {
    const { put, run, page } = await site({
      "articles/a.md": article("A", "2026-03-01T23:30:00Z"),
      "articles/b.md": article("B", "2026-03-01"),
    });
    put(
      "feedwright.yaml",
      'site: { title: T, url: "https://news.example/", timezone: Europe/Kyiv }\npages: true\n',
    );
    await run();
    expect(page("a/index.html")).toContain(
      '<time datetime="2026-03-01T23:30:00Z">2 March 2026, 01:30</time>',
    );
    expect(page("b/index.html")).toContain('<time datetime="2026-02-28T22:00:00Z">1 March 2026</time>');
  });

  test("offers what is configured to pass it on, or nothing", async () => {
    const { html } = await story(
      "",
      "Text.",
      "A & B",
      "pages: { share: [mastodon, email, reddit, telegram, linkedin] }",
    );
    const hrefs = [...(html.split("data-share=")[1]?.matchAll(/<li><a href="([^"]+)"/g) ?? [])].map(
      ([, href]) => href,
    );
    const [url, title] = ["https%3A%2F%2Fnews.example%2Fa%2F", "A%20%26%20B"];
    expect(hrefs).toEqual([
      `mailto:?subject=${title}&amp;body=${url}`,
      `https://t.me/share/url?url=${url}&amp;text=${title}`,
      `https://share.joinmastodon.org/#text=${title}%20${url}`,
      `https://www.linkedin.com/sharing/share-offsite/?url=${url}`,
      `https://www.reddit.com/submit?url=${url}&amp;title=${title}`,
    ]);
    const none = await story("", "Text.", "A", "pages: { share: [] }");
    expect(none.html.split("<main")[1]).not.toContain('class="share"');
  });

  test("lets files and films be had that its text hasn't got", async () => {
    const files = ["film.mp4", "paper.pdf"].map((name) => `{ url: https://m.example/${name}, length: 1 }`);
    const { elements } = await story(
      `enclosures: [${files}, { url: "https://m.example/a%20b.mp3", length: 1 }]`,
    );
    expect(named(elements, "video").map((each) => attribute(each, "src"))).toEqual([
      "https://m.example/film.mp4",
    ]);
    expect(named(elements, "a").map(textOf)).toEqual(
      expect.arrayContaining(["film.mp4", "paper.pdf", "a b.mp3"]),
    );
    const played = await story(
      'enclosures: [{ url: "https://m.example/a.mp3", length: 1 }]',
      '<audio controls src="https://m.example/a.mp3"></audio>',
    );
    expect(named(played.elements, "audio").length).toBe(1);
  });
});

test("lists show stories in their own language, with their picture, topic, day and reading time", async () => {
  const { page } = await site({
    "articles/a.md": article("Стаття", "2026-03-01", `${full}\nlanguage: uk`),
    "articles/b.md": article(
      "B",
      "2026-02-01",
      "image: { src: https://p.example/dot.png, width: 10, height: 10 }",
    ),
  });
  const html = page("index.html");
  for (const part of [
    '<h2 lang="uk" dir="ltr"><a href="a/">Стаття</a></h2>',
    '<p class="topic" lang="uk" dir="ltr">World</p>',
    '<time datetime="2026-03-01T00:00:00Z">1 March 2026</time>',
    "Reading time: 1 minute",
    '<img src="https://pictures.example/p.jpg" alt="" loading="lazy" width="800" height="600">',
  ])
    expect(html).toContain(part);
  expect(html).not.toContain('src="https://p.example/dot.png"');
  expect(page("topics/index.html")).toMatch(
    /<a href="\.\.\/topics\/world\/">World<\/a> <span class="count">1<\/span>/,
  );
});

test("what servers show where nothing is leads home from any address", async () => {
  const { put, run, page, remove } = await site({ "articles/a.md": article("A", "2026-02-01") });
  for (const each of ["dist", ".feedwright"]) remove(each);
  put("feedwright.yaml", 'site: { title: T, url: "https://news.example/blog/" }\npages: true\n');
  await run();
  expect(page("404.html")).toMatch(/noindex.*href="\/blog\/rss\.xml".*<a href="\/blog\/">Front page/s);
});
