import type { Article, Item } from "../model.ts";
import { type Problem, problem, type Report } from "../problems/index.ts";
import type { RenderContext } from "./context.ts";
import { TimedOut, withTimeLimit } from "./guard.ts";
import { TooDeep } from "./html.ts";
import { joinItem } from "./item.ts";
import { TooLarge } from "./limits.ts";
import { createMarkdown } from "./markdown.ts";
import { lengthOf, mayRunAway } from "./risk.ts";

/** A second, and one more for each quarter of a megabyte: what is only long has time enough. */
const limitOf = (length: number): number => 1000 + Math.floor(length / 262_144) * 1000;

let markdown = createMarkdown();

/**
 * Renders one article.
 * @param body the text after the front matter
 * @returns undefined where the article has to be left out; the reason is reported
 */
export function renderItem(article: Article, body: string, context: RenderContext): Item | undefined {
  const report = once(context.report);
  const join = () => joinItem(article, body, context, markdown, report);
  const texts = textsOf(article, body);
  const length = lengthOf(texts);
  try {
    return mayRunAway(texts) ? withTimeLimit(join, limitOf(length)) : join();
  } catch (error) {
    // A parse that didn't end leaves the extensions' state behind.
    markdown = createMarkdown();
    context.report(failure(error, article.file, length));
    return undefined;
  }
}

/** All that goes through the Markdown parser. */
function textsOf({ title, summary, rights, credit, image, corrections }: Article, body: string): string[] {
  const lines = [title, summary, rights, credit?.name, image?.alt, image?.caption, image?.credit];
  return [body, ...lines, ...corrections.map(({ note }) => note)].filter((text) => text !== undefined);
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
