import { describe, expect, test } from "vitest";
import { render } from "./support.ts";

const itemOf = (...given: Parameters<typeof render>) => render(...given).item;

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
      { date, note: "It was Monday.", noteHtml: "It was <em>Monday</em>." },
      {
        date: date + 86_400_000,
        note: "No: Tuesday.",
        noteHtml: 'No: <a href="https://news.example/t">Tuesday</a>.',
      },
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
    ["ar", "تصحيح", "2025-03-03"],
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
