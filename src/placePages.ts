import type { Stories } from "./index/index.ts";
import type { Article } from "./model.ts";
import { Places, pathOfPage } from "./pages/index.ts";
import { type Problem, ProblemError, problem } from "./problems/index.ts";
import type { NoticePlan, PagePlan, StoryPlan } from "./select/index.ts";

/** What places are found by. */
interface Placing {
  readonly stories: Stories;
  /** Where pages stand that needn't be written, by their plans' keys. */
  readonly standing: ReadonlyMap<string, string>;
  /** The address of an article whose file doesn't say it any more: as it was rendered last. */
  readonly kept: (row: number) => string | undefined;
  /** Where other documents are going to stand. */
  readonly taken: readonly string[];
}

/** A page's path below the output folder, or why it has none. */
export type PagePlace =
  | { readonly path: string }
  | { readonly path: undefined; readonly problems: readonly Problem[] };

/**
 * Where each page stands, by its plan's key. Of two that want one place the older has it, whichever is written
 * now: so a rebuild comes to the same as a build from scratch.
 */
export function placePages(
  plans: readonly PagePlan[],
  placing: Placing,
  siteUrl: string,
): ReadonlyMap<string, PagePlace> {
  const places = new Places(placing.taken);
  const found = new Map<string, PagePlace>();
  for (const plan of plans) {
    if (!("path" in plan)) continue;
    places.take(plan.path);
    found.set(plan.key, { path: plan.path });
  }
  for (const plan of plans.toReversed())
    if (!("path" in plan)) found.set(plan.key, placeOf(plan, places, placing, siteUrl));
  return found;
}

function placeOf(
  plan: StoryPlan | NoticePlan,
  places: Places,
  { stories, standing, kept }: Placing,
  siteUrl: string,
): PagePlace {
  const known = standing.get(plan.key);
  const permalink = known === undefined ? permalinkOf(plan.row, stories, kept) : undefined;
  const path = known ?? (permalink && pathOfPage(permalink, siteUrl));
  if (path && places.take(path)) return { path };
  // What can't be read any more is told of elsewhere.
  if (permalink === undefined && known === undefined) return { path: undefined, problems: [] };
  const file = stories.reader.absolutePath(stories.path(plan.row));
  const wrong = path
    ? problem("page-taken", { path }, { file, line: 1 })
    : problem("page-impossible", { permalink: permalink ?? "" }, { file, line: 1 });
  return { path: undefined, problems: [wrong] };
}

function permalinkOf(row: number, stories: Stories, kept: Placing["kept"]): string | undefined {
  return articleOf(row, stories)?.permalink ?? kept(row);
}

/** Not by the stories' own way: a site's articles are too many to be held. */
export function articleOf(row: number, stories: Stories): Article | undefined {
  try {
    return stories.reader.head(stories.path(row)).article;
  } catch (error) {
    if (error instanceof ProblemError) return undefined;
    throw error;
  }
}
