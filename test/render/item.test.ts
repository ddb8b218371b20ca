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
    ["https://agency.example/story", "https://agency.example/story"],
    ["https://news.example/print/story", undefined],
    [permalink, undefined],
    ["/other/", undefined],
    ["javascript:X()", undefined],
  ])("%s", (canonical, externalUrl) => {
    const item = itemOf({ canonical }, "Text.");
    expect(item).toMatchObject({ url: permalink, links: [] });
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
