/**
 * The dialects: a body as its generator's authors write it comes in, plain Markdown and HTML go out.
 * Code is left as it is, and so is a text that has none of the marks.
 *
 * What can go wrong: what only its own generator could show is left out, and reported once.
 */
import { problem, type Report } from "../../problems/index.ts";
import { withBoxes } from "./admonitions.ts";
import { Aside } from "./aside.ts";
import { setCodeAside } from "./code.ts";
import { withoutHoles } from "./holes.ts";
import { withoutAttributes } from "./kramdown.ts";
import { withoutMdx, withoutStrayMdx } from "./mdx.ts";
import type { Page } from "./page.ts";
import { withoutTags } from "./template.ts";

const anyMark =
  /\{(?:[%{:#./]|[ \t]?[a-z][\w-]+=)|=\{|^[ \t]*:{2,}|^import\s|\[!\w+\]|\[\[?_?toc_?\]|\$\{toc|\)\{/im;
/** What each of these has in it: bodies without are known in half the time. */
const firstSigns = ["{", "::", "[!"];
const words = /import\s|toc_?\]/i;

function hasMarks(source: string): boolean {
  return (firstSigns.some((sign) => source.includes(sign)) || words.test(source)) && anyMark.test(source);
}

/** Turns a body into plain Markdown. */
export function plainMarkdown(source: string, page: Omit<Page, "leaveOut">, report: Report): string {
  const mdx = /\.mdx$/i.test(page.article.file);
  if (!mdx && !hasMarks(source)) return source;
  const leftOut = new Set<string>();
  const text = translated(source, mdx, { ...page, leaveOut: (mark) => leftOut.add(mark) });
  if (leftOut.size > 0) {
    report(
      problem("markup-unknown", { marks: [...leftOut] }, { file: page.article.file, text: [...leftOut][0] }),
    );
  }
  return text;
}

function translated(source: string, mdx: boolean, page: Page): string {
  const aside = new Aside();
  const prose = setCodeAside(source, aside, mdx, page);
  const markdown = mdx ? withoutMdx(prose, page) : withoutStrayMdx(prose, page);
  const withoutTemplate = mdx ? markdown : withoutTags(markdown, page, aside);
  return aside.back(withBoxes(withoutAttributes(withoutHoles(withoutTemplate)), page));
}
