import { expect, test, vi } from "vitest";
import { TimedOut, withTimeLimit } from "../../src/render/guard.ts";
import { usualLimits } from "../limits.ts";
import { render } from "./support.ts";

const good = () => render({}, "Text.").item?.contentHtml;

test.each([
  ["elements", "<div>".repeat(10_000)],
  ["elements that no one knows", "<x>".repeat(10_000)],
  ["elements inside of one that is left out", `<svg>${"<g>".repeat(10_000)}`],
  ["tables", "<table>".repeat(10_000)],
  ["quotations", `${"> ".repeat(10_000)}x`, "body-too-complex"],
  ["lists", "1. ".repeat(10_000), "body-too-complex"],
])("%s nested 10,000 deep cost the article alone", (_, body, code = "body-too-deep") => {
  const { item, problems, codes } = render({}, body);
  expect(item).toBeUndefined();
  expect(codes).toEqual([code]);
  expect(problems[0]).toMatchObject({ severity: "error", place: { file: "2025/story.md" } });
  expect(good()).toBe("<p>Text.</p>\n");
});

test("parts of tables that a browser makes up count for the depth: it nests no deeper than 512 itself", () => {
  expect(render({}, "<table>".repeat(64)).codes).toEqual([]);
  expect(render({}, "<table>".repeat(65)).codes).toEqual(["body-too-deep"]);
});

/** More signs than a text may have, where nothing else is said. */
const runsAway = "_a_".repeat(80_000);
const unlimited = { limits: { ...usualLimits, markup: 1_000_000 } };

test("a body that runs away is stopped and costs the article alone", () => {
  const { item, problems, codes } = render({}, runsAway, unlimited);
  expect(item).toBeUndefined();
  expect(codes).toEqual(["render-timeout"]);
  expect(problems[0]?.message).toContain("1000 ms");
  expect(good()).toBe("<p>Text.</p>\n");
});

/** Each of the quotations ends by itself, the innermost first. */
const quotesEnd = (quote: string) =>
  Array.from({ length: 40 }, (_, depth) => `${quote.repeat(40 - depth)} a\n`).join("");

test.each([">", "> ", ">{# c #}"])(
  "quotations that end in each other, by %j, are stopped, however short",
  (quote) => {
    const { item, codes } = render({}, quotesEnd(quote), { limits: { ...usualLimits, seconds: 0.1 } });
    expect(item).toBeUndefined();
    expect(codes).toEqual([quote.includes("#") ? "body-too-complex" : "render-timeout"]);
  },
);

test("a title or a correction that runs away is stopped as well", () => {
  expect(render({ title: runsAway }, "Text.", unlimited).codes).toEqual(["render-timeout"]);
  expect(render({ corrections: [{ date: 0, note: runsAway }] }, "", unlimited).codes).toEqual([
    "render-timeout",
  ]);
});

test.each([
  ["wide", `${"a|".repeat(60_000)}\n${"-|".repeat(60_000)}\n${"x\n".repeat(9)}`],
  ["long", `${"a|".repeat(1000)}\n${"-|".repeat(1000)}\n${"x\n".repeat(100_000)}`],
  ["foreign", `${"a|".repeat(1000)}\r\n${"-|".repeat(1000)}\r\n${"x\r\n".repeat(100_000)}`],
  ["quoted", `> ${"a|".repeat(1000)}\n> ${"-|".repeat(1000)}\n${"> x\n".repeat(100_000)}`],
])("a table that is too %s costs the article alone, before it takes memory", (_, body) => {
  expect(render({}, body).codes).toEqual(["content-too-large"]);
  expect(good()).toBe("<p>Text.</p>\n");
});

test("content that is far longer than its body costs the article alone", () => {
  const link = `[a]: https://a.example/${"b".repeat(10_000)}\n\n`;
  expect(render({}, link + "[a] ".repeat(500)).codes).toEqual(["content-too-large"]);
  expect(render({}, link + "[a] ".repeat(300)).codes).toEqual([]);
});

test("a large table is rendered, as are many small ones", () => {
  const table = (rows: number) => `|a|b|c|\n|-|-|-|\n${"|1|2|3|\n".repeat(rows)}\n`;
  expect(render({}, table(5000)).codes).toEqual([]);
  expect(render({}, table(5).repeat(1000)).codes).toEqual([]);
});

test("a longer body has more time, in proportion", () => {
  const { problems } = render({}, `${"A paragraph of news.\n\n".repeat(25_000)}\n\n${runsAway}`, unlimited);
  expect(problems[0]?.message).toContain("4000 ms");
});

test("a long body that doesn't run away is rendered", () => {
  const { item, codes } = render({}, "A paragraph of news.\n\n".repeat(5000));
  expect(codes).toEqual([]);
  expect(item?.wordCount).toBe(20_000);
});

test("whatever else is thrown costs the article alone and is told", () => {
  const assets = {
    find: vi.fn(() => {
      throw new Error("the disk is gone");
    }),
    found: () => [],
    looked: () => [],
  };
  const { item, problems, codes } = render({}, "[a](b)", { assets });
  expect(item).toBeUndefined();
  expect(codes).toEqual(["render-failed"]);
  expect(problems[0]?.message).toContain("the disk is gone");
  assets.find.mockImplementation(() => {
    throw "words";
  });
  expect(render({}, "[a](b)", { assets }).problems[0]?.message).toContain("words");
});

test("a task within its time gives its result, and its own errors pass", () => {
  expect(withTimeLimit(() => 7, 1000)).toBe(7);
  expect(() =>
    withTimeLimit(() => {
      throw new RangeError("mine");
    }, 1000),
  ).toThrow(new RangeError("mine"));
});

test("a task that never ends is stopped, in a loop as in a regular expression", () => {
  expect(() =>
    withTimeLimit(() => {
      for (;;);
    }, 20),
  ).toThrow(TimedOut);
  expect(() => withTimeLimit(() => /^(a+)+$/.test(`${"a".repeat(60)}b`), 20)).toThrow(TimedOut);
  expect(withTimeLimit(() => "after", 1000)).toBe("after");
});
