import type { Limits } from "../config/index.ts";
import type { Article, Item } from "../model.ts";
import { type Problem, problem, type Report } from "../problems/index.ts";
import type { RenderContext } from "./context.ts";
import { TimedOut, withTimeLimit } from "./guard.ts";
import { joinItem } from "./item.ts";
import { refuseMuchMarkup, TooComplex, TooLarge } from "./limits.ts";
import { createMarkdown } from "./markdown.ts";
import { TooDeep } from "./nesting.ts";
import { lengthOf, mayRunAway } from "./risk.ts";

/** What is only long has time enough. */
const millisecondsFor = (length: number, { seconds }: Limits): number =>
  Math.round(1000 * seconds) * (1 + Math.floor(length / 262_144));

let markdown = createMarkdown();

/**
 * Renders one article.
 * @param body the text after the front matter
 * @returns undefined where the article has to be left out; the reason is reported
 */
export function renderItem(article: Article, body: string, context: RenderContext): Item | undefined {
  const { limits } = context;
  const told = new Told(context.report, article.file);
  const report = told.report;
  const join = () => joinItem(article, body, context, markdown, report);
  const texts = textsOf(article, body);
  const length = lengthOf(texts);
  const milliseconds = millisecondsFor(length, limits);
  try {
    refuseMuchMarkup(texts, limits);
    return mayRunAway(texts) ? withTimeLimit(join, milliseconds) : join();
  } catch (error) {
    // A parse that didn't end leaves the extensions' state behind.
    markdown = createMarkdown();
    context.report(failure(error, article.file, milliseconds));
    return undefined;
  } finally {
    told.close();
  }
}

/** All that goes through the Markdown parser. */
function textsOf({ title, summary, rights, credit, image, corrections }: Article, body: string): string[] {
  const lines = [title, summary, rights, credit?.name, image?.alt, image?.caption, image?.credit];
  return [body, ...lines, ...corrections.map(({ note }) => note)].filter((text) => text !== undefined);
}

function failure(error: unknown, file: string, milliseconds: number): Problem {
  if (error instanceof TimedOut) return problem("render-timeout", { milliseconds }, { file });
  if (error instanceof TooLarge) return problem("content-too-large", error, { file });
  if (error instanceof TooDeep) return problem("body-too-deep", {}, { file });
  if (error instanceof TooComplex || (error instanceof RangeError && /call stack/.test(error.message)))
    return problem("body-too-complex", {}, { file });
  const reason = error instanceof Error ? error.message : String(error);
  return problem("render-failed", { reason }, { file });
}

/** Nobody reads more of one article, and each one's place is looked up in its file. */
const mostTold = 20;

/** What rendering an article finds: the same address may stand in it many times, where one warning is enough. */
class Told {
  readonly #said = new Set<string>();

  constructor(
    private readonly tell: Report,
    private readonly file: string,
  ) {}

  readonly report: Report = (each) => {
    if (this.#said.has(each.message)) return;
    this.#said.add(each.message);
    if (this.#said.size <= mostTold) this.tell(each);
  };

  /** Says how many were left out. */
  close(): void {
    const count = this.#said.size - mostTold;
    if (count > 0) this.tell(problem("problems-unsaid", { count }, { file: this.file }));
  }
}
