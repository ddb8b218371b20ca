import { join } from "node:path";
import type { Stories } from "./index/index.ts";
import { interruptible } from "./interruptible.ts";
import { isOurs } from "./ownFile.ts";
import { Pages } from "./pages/index.ts";
import { PageItems } from "./pages/items.ts";
import type { Theme } from "./pages/theme.ts";
import { articleOf, placePages } from "./placePages.ts";
import { type Problem, problem } from "./problems/index.ts";
import type { Staging } from "./publish/index.ts";
import type { Rebuild } from "./rebuild.ts";
import type { PagePlan } from "./select/index.ts";
import type { Findings, Renderings } from "./serialise/index.ts";

/** What pages are staged with. */
export interface PageTools {
  readonly staging: Staging;
  readonly stories: Stories;
  readonly renderings: Renderings;
  /** Takes what is found. */
  readonly findings: Findings;
  readonly theme: Theme;
  /** Where pages stand that needn't be written, by their plans' keys. */
  readonly standing: ReadonlyMap<string, string>;
  /** Where other documents are going to stand. */
  readonly taken: readonly string[];
}

/** Pages that were to be written. */
export interface StagedPages {
  /** By their plans' keys. */
  readonly pages: ReadonlyMap<string, StagedPage>;
  /** Rows of articles that couldn't be rendered. */
  readonly failed: ReadonlySet<number>;
}

/** What became of one. */
interface StagedPage {
  /** Where it stands, or what is somebody else's does; nothing where it has no place. */
  readonly path: string | undefined;
  readonly isForeign: boolean;
  readonly problems: readonly Problem[];
}

/**
 * Writes pages into the staging: the stories' in their order, each rendered once, then the lists of them.
 * What stands in their places and is somebody else's stays, and that is said.
 */
export async function stagePages(
  plans: readonly PagePlan[],
  tools: PageTools,
  options: Rebuild,
): Promise<StagedPages> {
  const { staging, renderings, standing } = tools;
  const { config, clock, signal, progress } = options;
  const pages = new Map<string, StagedPage>();
  const places = placePages(
    plans,
    { ...tools, kept: (row) => renderings.of(row).item?.url },
    config.site.url,
  );
  const pending = plans.filter(({ key }) => {
    const place = places.get(key);
    if (standing.has(key) && place?.path !== undefined) return false;
    if (place?.path === undefined)
      pages.set(key, { problems: [], ...place, path: undefined, isForeign: false });
    return place?.path !== undefined;
  });
  const items = new PageItems(plans, tools, clock);
  renderings.expect([...new Set(pending.flatMap(({ rows }) => rows))]);
  const writer = clock.time("pages", () => new Pages(config, tools.theme));
  await clock.timeAsync("publish", () => interruptible(steps(), signal));
  return { pages, failed: items.failed };

  function* steps(): Generator<void> {
    const stories = pending.filter(({ kind }) => kind === "story" || kind === "notice");
    const others = pending.filter((plan) => !stories.includes(plan));
    for (const [index, plan] of [...stories, ...others].entries()) {
      stage(plan);
      if (index % 100 === 99) progress?.({ room: "pages", done: index + 1, total: pending.length });
      yield;
    }
  }

  function stage(plan: PagePlan): void {
    const path = places.get(plan.key)?.path ?? "";
    if (!isOurs(join(config.output, path))) {
      pages.set(plan.key, { path, isForeign: true, problems: [problem("page-not-own", { path })] });
      return;
    }
    const text = textOf(plan, path);
    if (text !== undefined) staging.add([{ path, chunks: [text] }]);
    pages.set(plan.key, { path: text === undefined ? undefined : path, isForeign: false, problems: [] });
  }

  function textOf(plan: PagePlan, path: string): string | undefined {
    if (plan.kind === "story") {
      const item = items.item(plan.row);
      return item && clock.time("pages", () => writer.story({ plan, path, item, ...items.neighbours(plan) }));
    }
    if (plan.kind === "notice") return clock.time("pages", () => writer.notice(withdrawn(plan.row), path));
    if (plan.kind === "topics") return writer.topics(plan);
    if (plan.kind === "missing") return writer.missing(plan);
    const teasers = plan.rows.flatMap((row) => items.teaser(row) ?? []);
    return clock.time("pages", () => writer.list(plan, teasers));
  }

  function withdrawn(row: number) {
    const article = articleOf(row, tools.stories);
    return { url: article?.permalink ?? "", language: article?.language, ...article?.withdrawn };
  }
}
