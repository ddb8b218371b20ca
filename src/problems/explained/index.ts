/**
 * What each code means at length, for `docs/problems.md` and for code scanning: apart from the wordings, so
 * that a plain build doesn't load it.
 */
import type { catalogue } from "../index.ts";
import { articleExplained, authorsExplained } from "./article.ts";
import { configExplained } from "./config.ts";
import type { Explanations } from "./explanation.ts";
import { importExplained } from "./import.ts";
import { pagesExplained } from "./pages.ts";
import { partnersExplained } from "./partners.ts";
import { feedExplained, notifyExplained, publishExplained } from "./publish.ts";
import { renderExplained } from "./render.ts";
import { initExplained, newArticleExplained } from "./start.ts";
import { watchExplained } from "./watch.ts";

export type { Explanation } from "./explanation.ts";

/** Code to explanation: a code without one doesn't compile. */
export const explanations: Explanations<typeof catalogue> = {
  ...configExplained,
  ...articleExplained,
  ...authorsExplained,
  ...renderExplained,
  ...publishExplained,
  ...pagesExplained,
  ...notifyExplained,
  ...feedExplained,
  ...partnersExplained,
  ...watchExplained,
  ...newArticleExplained,
  ...initExplained,
  ...importExplained,
};
