import type { Problem } from "../../../src/problems/index.ts";
import { plainMarkdown } from "../../../src/render/dialects/index.ts";
import { article } from "../support.ts";

/** The pages that the tests' articles may link to. */
const pages = new Map([
  ["other.md", "https://news.example/other/"],
  ["2020-01-02-old", "https://news.example/2020/old/"],
]);

/** What becomes of a body, and the problems that it has. */
export function read(body: string, file = "story.md", extra: Readonly<Record<string, unknown>> = {}) {
  const problems: Problem[] = [];
  const page = {
    article: article({ file, extra }),
    siteUrl: "https://news.example/site/",
    permalinkOf: (reference: string) => pages.get(reference),
    line: (markdown: string) => markdown,
  };
  const text = plainMarkdown(body, page, (each) => problems.push(each));
  return { text, problems };
}

/** The text alone, without the white space that marks leave. */
export function plain(body: string, file?: string, extra?: Readonly<Record<string, unknown>>): string {
  return read(body, file, extra)
    .text.replace(/\n\s*\n\s*/g, "\n\n")
    .trim();
}
