import { describe, expect, test } from "vitest";
import { article, permalink, render } from "./support.ts";

const itemOf = (...given: Parameters<typeof render>) => render(...given).item;

test("the least that an article says makes an item", () => {
  const { item, codes } = render({}, "One *two*.");
  expect(codes).toEqual([]);
  expect(item).toMatchObject({
    id: permalink,
    url: permalink,
    title: "A story",
    summary: "One two.",
    contentHtml: "<p>One <em>two</em>.</p>\n",
    published: article().published,
    updated: article().published,
    authors: [{ name: "The desk" }],
    tags: [],
    enclosures: [],
    language: "en",
    wordCount: 2,
    readingMinutes: 1,
  });
});

test("all that the head says comes along, as plain text and with absolute addresses", () => {
  const item = itemOf(
    {
      title: "He *would* go &amp; more",
      summary: "In **short**: <b>yes</b>",
      updated: 7,
      topic: "Volodymyr Zelensky",
      tags: ["Ukraine", "NATO"],
      authors: [{ name: "Olena", url: "/olena/", avatar: "/olena.jpg", email: "o@news.example" }],
      contributors: [{ name: "Ivan" }],
      credit: { name: "AFP", url: "https://afp.example/ü" },
      origin: { title: "AFP", url: "https://afp.example/feed" },
      links: [{ rel: "related", url: "https://a.example/" }],
      comments: "#comments",
      rights: "© *News*",
      language: "uk",
    },
    "Text.",
  );
  expect(item).toMatchObject({
    title: "He would go & more",
    summary: "In short: yes",
    updated: 7,
    topic: { term: "Volodymyr Zelensky", scheme: "https://news.example/topics/" },
    tags: [{ term: "Ukraine" }, { term: "NATO" }],
    authors: [
      {
        name: "Olena",
        email: "o@news.example",
        url: "https://news.example/olena/",
        avatar: "https://news.example/olena.jpg",
      },
    ],
    contributors: [{ name: "Ivan" }],
    credit: { name: "AFP", url: "https://afp.example/%C3%BC" },
    origin: { title: "AFP", url: "https://afp.example/feed" },
    links: [{ rel: "related", url: "https://a.example/" }],
    comments: `${permalink}#comments`,
    rights: "© News",
    language: "uk",
  });
});

test("a summary feed's items have their facts but no content", () => {
  expect(itemOf({}, "One two.", { mode: "summary" })).toMatchObject({
    summary: "One two.",
    contentHtml: undefined,
    wordCount: 2,
  });
});

test("an empty body makes an item without a summary", () => {
  expect(itemOf({}, "")).toMatchObject({
    summary: undefined,
    contentHtml: "",
    wordCount: 0,
    readingMinutes: 1,
  });
});

describe("canonical", () => {
  test.each([
    [
      "https://agency.example/story",
      "https://agency.example/story",
      [{ rel: "via", url: "https://agency.example/story" }],
    ],
    [
      "https://news.example/print/story",
      undefined,
      [{ rel: "related", url: "https://news.example/print/story" }],
    ],
    [permalink, undefined, []],
    ["/other/", undefined, [{ rel: "related", url: "https://news.example/other/" }]],
    ["javascript:X()", undefined, []],
  ])("%s", (canonical, externalUrl, links) => {
    const item = itemOf({ canonical }, "Text.");
    expect(item).toMatchObject({ url: permalink, links });
    expect(item?.externalUrl).toBe(externalUrl);
  });
});

test("what has no usable address is left out, the rest of it stays", () => {
  const { item, codes } = render(
    {
      origin: { title: "A", url: "javascript:1" },
      links: [{ rel: "via", url: "javascript:2" }],
      comments: "javascript:3",
      authors: [{ name: "Olena", url: "javascript:4", avatar: "javascript:5" }],
      image: { src: "javascript:6" },
    },
    "Text.",
  );
  expect(item).toMatchObject({
    origin: undefined,
    links: [],
    authors: [{ name: "Olena" }],
    image: undefined,
  });
  expect(item?.comments).toBeUndefined();
  expect(codes).toHaveLength(6);
});

test("the lead picture is the body's first, unless that only counts readers", () => {
  const body = '<img src="/count.gif" width="1" height="1" alt="">\n\n![a](/a.jpg)';
  expect(itemOf({}, body)?.image).toMatchObject({
    url: "https://news.example/a.jpg",
    type: "image/jpeg",
    alt: "a",
  });
  expect(itemOf({}, "Text.")?.image).toBeUndefined();
});

describe("corrections", () => {
  const date = Date.UTC(2025, 2, 3, 23, 30);

  test("stand at the end, in the article's language, with their day in UTC", () => {
    const corrections = [
      { date, note: "It was *Monday*." },
      { date: date + 86_400_000, note: "No: [Tuesday](/t)." },
    ];
    const item = itemOf({ corrections }, "Text.");
    expect(item?.contentHtml).toBe(`<p>Text.</p>
<section>
<p><strong>Correction, <time datetime="2025-03-03T23:30:00Z">3 March 2025</time>:</strong> It was <em>Monday</em>.</p>
<p><strong>Correction, <time datetime="2025-03-04T23:30:00Z">4 March 2025</time>:</strong> No: <a href="https://news.example/t">Tuesday</a>.</p>
</section>
`);
    expect(item?.corrections).toEqual([
      { date, note: "It was Monday." },
      { date: date + 86_400_000, note: "No: Tuesday." },
    ]);
  });

  test.each([
    ["de-AT", "Korrektur", "3. März 2025"],
    ["fr", "Rectificatif", "3 mars 2025"],
    ["es", "Corrección", "3 de marzo de 2025"],
    ["it", "Rettifica", "3 marzo 2025"],
    ["pt-BR", "Correção", "3 de março de 2025"],
    ["nl", "Correctie", "3 maart 2025"],
    ["pl", "Sprostowanie", "3 marca 2025"],
    ["uk", "Виправлення", "3 березня 2025 року"],
    ["ja", "訂正", "2025年3月3日"],
    ["zh-Hant", "更正", "2025年3月3日"],
    ["sw", "Correction", "3 March 2025"],
  ])("in %s: %s, %s", (language, label, day) => {
    const html = itemOf({ language, corrections: [{ date, note: "x" }] }, "")?.contentHtml;
    expect(html).toContain(
      `<strong>${label}, <time datetime="2025-03-03T23:30:00Z">${day}</time>:</strong> x`,
    );
  });

  test("the first of a month is the first in French", () => {
    const first = Date.UTC(2025, 7, 1);
    expect(itemOf({ language: "fr", corrections: [{ date: first, note: "x" }] }, "")?.contentHtml).toContain(
      ">1er août 2025<",
    );
  });

  test("a note can't break out of its place", () => {
    const note = '</p></section><div>x<script>X()</script><a href="javascript:X()">y';
    const html = itemOf({ corrections: [{ date, note }], credit: { name: "AFP" } }, "")?.contentHtml;
    expect(html).toMatch(/<div>x<a>y<\/a><\/div>\n<\/section>\n<p>AFP<\/p>\n$/);
    expect(html).not.toContain("script");
  });
});

describe("the agency's credit", () => {
  test.each([
    [{ name: "AFP" }, "Text.", "<p>Text.</p>\n<p>AFP</p>\n"],
    [
      { name: "A & B", url: "https://a.example/?b&c" },
      "Text.",
      '<p>Text.</p>\n<p><a href="https://a.example/?b&amp;c">A &amp; B</a></p>\n',
    ],
    [{ name: "AFP", url: "javascript:X()" }, "Text.", "<p>Text.</p>\n<p>AFP</p>\n"],
    [{ name: "AFP" }, "Text.\n\nAFP", "<p>Text.</p>\n<p>AFP</p>\n"],
    [{ name: "AFP" }, "Text.\n\n*(afp)*", "<p>Text.</p>\n<p><em>(afp)</em></p>\n"],
    [{ name: "AFP" }, "Text by AFP", "<p>Text by AFP</p>\n<p>AFP</p>\n"],
  ])("%j after %j", (credit, body, html) => {
    expect(itemOf({ credit }, body)?.contentHtml).toBe(html);
  });
});

describe("headings and footnotes", () => {
  const body = "## Why\n\nText[^1] and[^n].\n\n## Why\n\nSee [above](#why).\n\n[^1]: One.\n[^n]: Two.";
  const expected = `<h2 id="why">Why</h2>
<p>Text<sup><a id="footnote-ref-1" href="${permalink}#footnote-1">1</a></sup> and<sup><a id="footnote-ref-n" href="${permalink}#footnote-n">2</a></sup>.</p>
<h2 id="why-1">Why</h2>
<p>See <a href="${permalink}#why">above</a>.</p>
<hr>
<section>
<ol>
<li id="footnote-1">
<p>One. <a href="${permalink}#footnote-ref-1" aria-label="Back to reference 1">↩</a></p>
</li>
<li id="footnote-n">
<p>Two. <a href="${permalink}#footnote-ref-n" aria-label="Back to reference n">↩</a></p>
</li>
</ol>
</section>
`;

  test("lead to the article's page, and start anew with each article", () => {
    expect(itemOf({}, body)?.contentHtml).toBe(expected);
    expect(itemOf({}, "No notes.")?.contentHtml).toBe("<p>No notes.</p>\n");
    expect(itemOf({}, "Undefined[^1].")?.contentHtml).toBe("<p>Undefined[^1].</p>\n");
    expect(itemOf({}, body)?.contentHtml).toBe(expected);
  });

  test("start anew after an article that failed", () => {
    expect(itemOf({}, `${body}\n\n${"> ".repeat(10_000)}x[^1]`)).toBeUndefined();
    expect(itemOf({}, body)?.contentHtml).toBe(expected);
  });
});

test("a byte order mark and Windows line ends change nothing", () => {
  const body = "# Head\n\nText\nmore\n\n```\na\n\nb\n```\n";
  expect(itemOf({}, `\uFEFF${body.replaceAll("\n", "\r\n")}`)?.contentHtml).toBe(
    itemOf({}, body)?.contentHtml,
  );
});

test("an address that comes twice is warned of once", () => {
  expect(render({}, "[a](javascript:1) [b](javascript:1) [c](javascript:2)").codes).toEqual([
    "url-unusable",
    "url-unusable",
  ]);
});
