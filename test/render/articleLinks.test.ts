import { expect, test } from "vitest";
import { articlesByPath } from "../../src/index/articlesByPath.ts";
import { render } from "./support.ts";

const files = ["2020/old.md", "2025/other.md", "2025/bundle/index.md", "2019/twice.md", "2018/twice.md"];
const rowOf = articlesByPath(() => files.map((file, row) => [file, row] as const), "/site/content/blog");

function permalinkOf(path: string): string | undefined {
  const row = rowOf(path);
  return row === undefined ? undefined : `https://news.example/pages/${files[row]}/`;
}

test.each([
  ["beside the article", "./other.md", "2025/other.md"],
  ["in another folder, with a fragment", "../2020/old.md#part", "2020/old.md", "#part"],
  ["a bundle", "bundle/index.md?a", "2025/bundle/index.md", "?a"],
  ["from Docusaurus's root", "/blog/2020/old.md", "2020/old.md"],
  ["from Zola's root", "@/blog/2020/old.md", "2020/old.md"],
  ["by a name that one article has", "old.md", "2020/old.md"],
  ["percent-encoded", "%6Fther.md", "2025/other.md"],
])("a link to an article's source %s leads to its page", (_, href, file, rest = "") => {
  const { item } = render({}, `[x](${href})`, { permalinkOf });
  expect(item?.contentHtml).toBe(`<p><a href="https://news.example/pages/${file}/${rest}">x</a></p>\n`);
});

test.each([
  ["of no article", "missing.md", "https://news.example/2025/02/story/missing.md"],
  ["that two articles have the name of", "twice.md", "https://news.example/2025/02/story/twice.md"],
  ["elsewhere", "https://a.example/2020/old.md", "https://a.example/2020/old.md"],
  ["of no article in Zola", "@/edition/_index.md#a", "https://news.example/edition/#a"],
])("a link to a file %s stays a link", (_, href, url) => {
  expect(render({}, `[x](${href})`, { permalinkOf }).item?.contentHtml).toBe(
    `<p><a href="${url}">x</a></p>\n`,
  );
});

test("tags name articles without ending or folder", () => {
  const body = '[a]({% post_url old %}) [b]({{< relref bundle >}}) [c]({{< ref "/2020/old" >}})';
  const html = render({}, body, { permalinkOf }).item?.contentHtml;
  expect(html?.match(/pages\/[^"]*(?=\/")/g)).toEqual([
    "pages/2020/old.md",
    "pages/2025/bundle/index.md",
    "pages/2020/old.md",
  ]);
});
