import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import { describe, expect, test } from "vitest";
import { compress } from "../../src/delivery/compress.ts";
import { complaintsOn, load, site } from "../config/support.ts";
import { usualLimits } from "../limits.ts";
import { render } from "../render/support.ts";

const within = (limits: Partial<typeof usualLimits>) => ({ limits: { ...usualLimits, ...limits } });
/** The problems of a body, and of the same where it may be one more. */
const codes = (body: string, limits: Partial<typeof usualLimits>, parts = {}) =>
  render(parts, body, within(limits)).codes;

test("a body has as many signs of markup as it may, and no more", () => {
  const body = `${"*a* ".repeat(3000)}${"word ".repeat(1000)}`;
  expect(codes(body, { markup: 6000 })).toEqual([]);
  expect(codes(body, { markup: 5999 })).toEqual(["content-too-large"]);
  expect(render({ title: "[".repeat(5000) }, "x", within({ markup: 4999 })).problems[0]?.message).toBe(
    "the article has more than 4999 signs of Markdown and HTML",
  );
});

test("tables have as many cells as they may, and no more", () => {
  const body = `|a|b|\n|-|-|\n${"|1|2|\n".repeat(1000)}`;
  expect(codes(body, { cells: 5000 })).toEqual([]);
  expect(codes(body, { cells: 3000 })).toEqual(["content-too-large"]);
});

test("content is as long as it may be, and no longer", () => {
  expect(codes("word", { content: "<p>word</p>\n".length })).toEqual([]);
  expect(codes("word", { content: "<p>word</p>\n".length - 1 })).toEqual(["content-too-large"]);
  expect(render({}, "word", { ...within({ content: 11 }), mode: "summary" }).codes).toEqual([]);
});

test("rendering takes as long as it may, and no longer", () => {
  const { problems } = render({}, "_a_".repeat(39_000), within({ seconds: 0.1 }));
  expect(problems.map(({ message }) => message)).toEqual([
    "rendering the body took more than 100 ms and was stopped",
  ]);
});

describe("what multiplies is counted before it is made", () => {
  const address = `[a]: https://a.example/${"b".repeat(20_000)} '${"t".repeat(20_000)}'\n\n`;
  test.each([
    ["links", "[a] "],
    ["pictures", "![a] "],
  ])("addresses and titles of %s", (_, mark) => {
    expect(codes(address + mark.repeat(5), {})).toEqual([]);
    expect(codes(address + mark.repeat(5), { content: 150_000 })).toEqual(["content-too-large"]);
  });

  test("a long value of the front matter, which no template gets", () => {
    const extra = (length: number) => ({ extra: { x: "v".repeat(length) } });
    expect(render(extra(1000), "{{ x }}").item?.contentHtml).toContain("v".repeat(1000));
    expect(render(extra(1001), "{{ x }}").codes).toEqual(["markup-unknown"]);
    expect(render({ title: "v".repeat(1001) }, "{{ page.title }}").codes).toEqual(["markup-unknown"]);
  });

  test("a short one, which a template gets a thousand times", () => {
    expect(codes("{{ x }} ".repeat(1000), { content: 500_000 }, { extra: { x: "v".repeat(1000) } })).toEqual([
      "content-too-large",
    ]);
    expect(codes("{{ x }} ".repeat(1000), { markup: 10_000 }, { extra: { x: "*".repeat(100) } })).toEqual([
      "content-too-large",
    ]);
  });
});

test.each([
  ["lists", "- ".repeat(200)],
  ["numbered lists", "1. ".repeat(150)],
  ["quotations", ">".repeat(200)],
  ["indented lists", `${"- a\n".repeat(2)}${" ".repeat(500)}- `],
])("%s in each other hold no long text, for each holds it once more", (_, marks) => {
  expect(render({}, marks + "word ".repeat(40_000)).codes).toEqual(["body-too-complex"]);
  expect(render({}, `${marks.slice(0, 40)} ${"word ".repeat(40_000)}`).codes).toEqual([]);
});

test("of hundreds of problems with one body the first twenty are told, and how many there are", () => {
  const { problems, item } = render(
    {},
    Array.from({ length: 300 }, (_, index) => `[a](javascript:${index})`).join(" "),
  );
  expect(item).toBeDefined();
  expect(problems).toHaveLength(21);
  expect(problems.at(-1)?.message).toBe("280 more problems with this article are not listed");
});

test("a large document is packed the quick way, and is the same when it is unpacked", () => {
  let seed = 1;
  const next = () => {
    seed = (seed * 48_271) % 0x7fffffff;
    return seed;
  };
  const vocabulary = Array.from({ length: 2000 }, () => next().toString(36));
  const words = Array.from({ length: 200_000 }, () => vocabulary[next() % 2000]).join(" ");
  const [small, large] = [Buffer.from(words.slice(0, 500_000)), Buffer.from(words)];
  const slowly = (bytes: Buffer) =>
    brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } });
  expect(brotliDecompressSync(compress(large, "br")).equals(large)).toBe(true);
  expect(compress(large, "br").length).toBeGreaterThan(1.01 * slowly(large).length);
  expect(compress(small, "br").length).toBeLessThan(1.05 * slowly(small).length);
});

test("the configuration sets each of them", async () => {
  const yaml =
    "limits: { head: 1MB, entries: 9, body: 100kB, markup: 1, cells: 2, content: 3, seconds: 0.5, file: 2MB, pixels: 4 }\n";
  const { limits } = await load(site + yaml);
  expect(limits).toEqual({
    head: 2 ** 20,
    entries: 9,
    body: 102_400,
    markup: 1,
    cells: 2,
    content: 3,
    seconds: 0.5,
    file: 2 ** 21,
    pixels: 4,
  });
  expect((await load(site)).limits).toEqual(usualLimits);
});

test.each([
  "head: 0kB",
  "body: 2",
  "body: 2GB",
  "markup: 0",
  "seconds: 0",
  "seconds: 1h",
  "pixels: many",
  "cells: -1",
  "entries: 1.5",
])("`limits: { %s }` is no limit", async (line) => {
  const [complaint, ...others] = await complaintsOn(`${site}limits: { ${line} }\n`);
  expect(complaint).toMatch(/^feedwright\.yaml:4:\d+ config-value: `limits\./);
  expect(others).toEqual([]);
});
