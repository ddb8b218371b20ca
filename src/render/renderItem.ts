import type { Article, Item } from "../model.ts";
import { type Problem, problem, type Report } from "../problems/index.ts";
import type { RenderContext } from "./context.ts";
import { TimedOut, withTimeLimit } from "./guard.ts";
import { TooDeep } from "./html.ts";
import { joinItem } from "./item.ts";
import { TooLarge } from "./limits.ts";
import { createMarkdown } from "./markdown.ts";

/** A second, and one more for each quarter of a megabyte: what is only long has time enough. */
const limitOf = (length: number): number => 1000 + Math.floor(length / 262_144) * 1000;

/**
 * marked is quadratic at worst: the slowest of 19,000 texts made of its marks took 0.2 s at this
 * length and four times that at the double. Guarding costs 50 µs, a sixth of what a story does.
 */
const guardedFrom = 4096;

let markdown = createMarkdown();

/**
 * Renders one article.
 * @param body the text after the front matter
 * @returns undefined where the article has to be left out; the reason is reported
 */
export function renderItem(article: Article, body: string, context: RenderContext): Item | undefined {
  const report = once(context.report);
  const join = () => joinItem(article, body, context, markdown, report);
  const length = lengthOf(article, body);
  try {
    return length < guardedFrom ? join() : withTimeLimit(join, limitOf(length));
  } catch (error) {
    // A parse that didn't end leaves the extensions' state behind.
    markdown = createMarkdown();
    context.report(failure(error, article.file, length));
    return undefined;
  }
}

/** Of all that goes through the Markdown parser. */
function lengthOf({ title, summary, rights, credit, image, corrections }: Article, body: string): number {
  const lines = [title, summary, rights, credit?.name, image?.alt, image?.caption, image?.credit];
  return [body, ...lines, ...corrections.map(({ note }) => note)].reduce(
    (sum, text) => sum + (text?.length ?? 0),
    0,
  );
}

function failure(error: unknown, file: string, length: number): Problem {
  if (error instanceof TimedOut)
    return problem("render-timeout", { milliseconds: limitOf(length) }, { file });
  if (error instanceof TooLarge) return problem("content-too-large", {}, { file });
  if (error instanceof TooDeep) return problem("body-too-deep", {}, { file });
  if (error instanceof RangeError && /call stack/.test(error.message))
    return problem("body-too-complex", {}, { file });
  const reason = error instanceof Error ? error.message : String(error);
  return problem("render-failed", { reason }, { file });
}

/** The same address may stand in an article many times; one warning is enough. */
function once(report: Report): Report {
  const said = new Set<string>();
  return (each) => {
    if (said.has(each.message)) return;
    said.add(each.message);
    report(each);
  };
}
