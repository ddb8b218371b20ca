import { expect, test } from "vitest";
import { render } from "../support.ts";
import { plain, read } from "./support.ts";

test.each([
  ["a kind is the title", ":::note\na\n:::", "<aside>\n\n**Note**\n\na\n\n</aside>"],
  ["a title is the title", "::: tip Look here\na\n:::", "<aside>\n\n**Look here**\n\na\n\n</aside>"],
  ["so it is in brackets", ":::warning[Look `x`]\na\n:::", "<aside>\n\n**Look `x`**\n\na\n\n</aside>"],
  ["details are details", ":::details More\na\n:::", "<details>\n<summary>More</summary>\n\na\n\n</details>"],
  ["containers leave what they hold", ":::: tabset\na\n::::", "a"],
  ["colons in prose are text", "::: is an operator", "::: is an operator"],
  ["GitHub's alerts have a bold title", "> [!NOTE]\n> a", "> **Note**\n>\n> a"],
])("%s", (_, body, expected) => {
  expect(plain(body)).toBe(expected);
  expect(read(body).problems).toEqual([]);
});

test("boxes may stand in boxes and in lists", () => {
  const html = render({}, "- a\n\n  ::::note\n  :::tip\n  b\n  :::\n  ::::\n\nc").item?.contentHtml;
  expect(html?.replace(/\n/g, "")).toBe(
    "<ul><li><p>a</p><aside><p><strong>Note</strong></p><aside><p><strong>Tip</strong></p><p>b</p></aside></aside></li></ul><p>c</p>",
  );
});

test("a directive that nothing can be shown for is left out and named", () => {
  expect(plain('a\n\n::github{repo="x"}')).toBe("a");
  expect(read('::github{repo="x"}').problems.map(({ code }) => code)).toEqual(["markup-unknown"]);
});

test.each(["<!-- truncate -->", "<!--more-->", "<!-- excerpt -->", "<!-- PELICAN_END_SUMMARY -->"])(
  "%s ends the summary",
  (mark) => {
    expect(render({}, `One.\n\nTwo.\n\n${mark}\n\nThree.`).item?.summary).toBe("One. Two.");
  },
);
