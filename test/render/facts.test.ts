import { describe, expect, test } from "vitest";
import { sanitise } from "../../src/render/html.ts";
import { createMarkdown } from "../../src/render/markdown.ts";
import { countWords, readingMinutes } from "../../src/render/reading.ts";
import { deriveSummary, shorten } from "../../src/render/summary.ts";
import { addresses } from "./support.ts";

const markdown = createMarkdown();
const factsOf = (source: string) => sanitise(markdown.blocks(source), addresses()).facts;
const summaryOf = (source: string) => deriveSummary(factsOf(source));

describe("words", () => {
  test.each([
    ["", 0],
    ["One, two — three!", 3],
    ["don’t mother-in-law 1,000", 3],
    ["Президент сказав, що піде", 4],
    ["大統領は辞任すると述べた。", 5],
    ["ประธานาธิบดีกล่าวว่า", 6],
    ["NATO加盟 2025年", 3],
    ["대통령은 말했다", 2],
    ["— … 😀 !", 0],
  ])("%s: %i", (text, expected) => {
    expect(countWords(text)).toBe(expected);
  });

  test("a tag inside of a word doesn't part it, a block does", () => {
    expect(countWords(factsOf("un**believ**able\n\n- one\n- two<br>three").text)).toBe(4);
  });

  test("a footnote's mark is no word, its text is", () => {
    expect(countWords(factsOf("The war[^1] went on.\n\n[^1]: Since 2022.").text)).toBe(6);
  });

  test("code that isn't shown doesn't count", () => {
    expect(countWords(factsOf("<script>a b c</script>one").text)).toBe(1);
  });
});

describe("minutes", () => {
  test.each([
    [0, 1],
    [299, 1],
    [330, 2],
    [400, 2],
    [450, 2],
    [500, 3],
    [2000, 10],
  ])("%i words: %i", (words, minutes) => {
    expect(readingMinutes(words)).toBe(minutes);
  });

  test("a Japanese story of 1,000 characters takes two", () => {
    expect(readingMinutes(countWords("述".repeat(1000)))).toBe(2);
  });
});

describe("summary", () => {
  test.each([
    ["the first paragraph", "# Head\n\nFirst *one*.\n\nSecond.", "First one."],
    [
      "not a caption",
      "<figure><img src=x><figcaption><p>Caption</p></figcaption></figure>\n\nProse.",
      "Prose.",
    ],
    ["not a picture's paragraph", "![a](x.svg)\n\nProse.", "Prose."],
    ["not code", "```\ncode\n```\n\nProse.", "Prose."],
    ["not a table", "|a|\n|-|\n|b|\n\nProse.", "Prose."],
    ["not a quotation, if there is a paragraph", "> Quoted.\n\nProse.", "Prose."],
    ["else the quotation", "> Quoted.", "Quoted."],
    ["a list, if there is nothing else", "- one\n- two", "one two"],
    ["a heading, if there is nothing else", "# Head", "Head"],
    ["nothing of nothing", "", undefined],
    ["without a footnote's mark", "The war[^1] went on.\n\n[^1]: Since 2022.", "The war went on."],
    ["without markup's escapes", "AT&amp;T &lt;3 \\*you\\*", "AT&T <3 *you*"],
    ["what stands before the cut", "# Head\n\nOne.\n\nTwo.\n\n<!--more-->\n\nThree.", "One. Two."],
    ["the cut may have spaces and stand in a line", "One <!-- more --> two.", "One"],
    ["a cut with nothing before it cuts nothing", "<!--more-->\n\nOne.", "One."],
    [
      "an excerpt of half an article is no summary",
      `${"Word ".repeat(20).trim()}.\n\n${"Text ".repeat(200)}\n\n<!--more-->\n\nEnd.`,
      `${"Word ".repeat(20).trim()}.`,
    ],
    ["only the first cut counts", "One.\n\n<!--more-->\n\nTwo.\n\n<!--more-->", "One."],
  ])("%s", (_, source, expected) => {
    expect(summaryOf(source)).toBe(expected);
  });

  test("ends with a sentence where one ends in time", () => {
    const sentence = `${"word ".repeat(40)}end.`;
    expect(shorten(`${sentence} ${sentence}`)).toBe(sentence);
  });

  test("doesn't take an abbreviation for a sentence's end", () => {
    const text = `${"word ".repeat(45)}of the U.S. Army ${"and more ".repeat(20)}`;
    expect(shorten(text)).toMatch(/U\.S\. Army .*…$/);
  });

  test("else after a word, with an ellipsis", () => {
    expect(shorten("abcdefghi ".repeat(40))).toBe(`${"abcdefghi ".repeat(28).trim()}…`);
    expect(shorten(`${"abcdefg, ".repeat(40)}`)).toMatch(/abcdefg…$/);
  });

  test("sentences end in Japanese too", () => {
    const sentence = `${"述".repeat(149)}。`;
    expect(shorten(sentence.repeat(2))).toBe(sentence);
  });

  test("never within a character", () => {
    expect(shorten("😀".repeat(200))).toBe(`${"😀".repeat(140)}…`);
    expect(shorten(`a${"😀".repeat(200)}`)).toBe(`a${"😀".repeat(139)}…`);
    expect(shorten("é".normalize("NFD").repeat(281))).toBe(`${"é".normalize("NFD").repeat(140)}…`);
    expect(shorten(`${"x".repeat(279)}👩‍🚀${"x".repeat(10)}`)).toBe(`${"x".repeat(279)}…`);
  });
});

test("pictures come in the order of the text, with what is known of them", () => {
  const source = '![one](a.svg)\n\n<img src="/b.jpg" width="640" height="480">';
  expect(factsOf(source).images).toMatchObject([
    { url: "https://news.example/2025/02/story/a.svg", alt: "one", width: undefined, height: undefined },
    { url: "https://news.example/b.jpg", alt: undefined, width: 640, height: 480 },
  ]);
});
