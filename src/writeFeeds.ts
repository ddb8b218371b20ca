import { join } from "node:path";
import { RenderingCache } from "./cache/index.ts";
import type { Config } from "./config/index.ts";
import { deliveryPaths } from "./delivery/index.ts";
import { siblingsOf } from "./delivery/siblings.ts";
import type { Files } from "./discover/index.ts";
import { feedsFrom } from "./feedsOutcome.ts";
import { stateAt } from "./fileState.ts";
import { guardFeeds } from "./guardFeeds.ts";
import type { Heads, Stories } from "./index/index.ts";
import type { Theme } from "./pages/theme.ts";
import { pathsOfPages } from "./pagesOutcome.ts";
import type { Authors } from "./parse/index.ts";
import {
  type LastPublished,
  type Missing,
  Ownership,
  type PlannedFeed,
  type PublishedIds,
  Staging,
} from "./publish/index.ts";
import { putInPlace } from "./putInPlace.ts";
import type { Rebuild } from "./rebuild.ts";
import type { PagePlan, Plan, Selection } from "./select/index.ts";
import { Findings, pathsOf, Renderings, renderSettings } from "./serialise/index.ts";
import { refuseSharedPaths } from "./sharedPaths.ts";
import { type StagedFeeds, stageFeeds } from "./stageFeeds.ts";
import type { StagedPages } from "./stagePages.ts";
import { StandingPlans } from "./standingPlans.ts";
import type { Feeds, FeedVersions, PartlyStanding } from "./state/index.ts";
import { keeping } from "./state/keep.ts";
import type { Versions } from "./state/version.ts";

/** The articles that feeds are written from, and which feeds. */
export interface Articles {
  readonly files: Files;
  readonly heads: Heads;
  readonly stories: Stories;
  readonly selection: Selection;
  readonly authors: Authors;
  /** Rows that say what their files said last. */
  readonly kept: ReadonlySet<number>;
  readonly plans: readonly Plan[];
  readonly pages: readonly PagePlan[];
  /** Of pages, where there are to be any. */
  readonly theme: Theme | undefined;
  readonly versions: Versions;
  readonly pageVersions: FeedVersions;
  readonly last: LastPublished;
  /** What was published and is gone. */
  readonly missing: readonly Missing[];
  /** The last build's, where some of its feeds needn't be written. */
  readonly standing: PartlyStanding | undefined;
}

/** What became of the feeds, and what was found in their articles. */
export interface WrittenFeeds {
  readonly feeds: Feeds;
  readonly findings: ReturnType<Findings["all"]>;
}

/**
 * Renders, serialises and publishes the feeds that don't stand. All their files are staged; then the
 * guards are asked; then all are put in place, and the files of feeds that are no more are removed.
 * @throws ProblemError where a file can't be written or a guard objects: nothing is in place then
 */
export async function writeFeeds(articles: Articles, options: Rebuild): Promise<WrittenFeeds> {
  const { config, dryRun, state, now, report, clock } = options;
  const { heads, stories, authors, selection } = articles;
  refuseSharedPaths(articles.plans);
  const last = articles.last.ids;
  const context = state.context.renderings + JSON.stringify([...authors.people]);
  const cache = new RenderingCache(state.folder, context, dryRun);
  const momentOf = (row: number) => ((heads.changed(row) ?? now) > now ? now : undefined);
  const site = { settings: renderSettings(config), root: articles.files.root, now, people: authors.people };
  const keepsBroken = config.broken === "keep";
  const renderings = new Renderings({ site, stories, cache, momentOf, kept: articles.kept, keepsBroken });
  const ownership = new Ownership(config.output, articles.last, articles.plans.flatMap(pathsOf));
  const staging = new Staging(config.output, dryRun, (path) => ownership.owns(path));
  const findings = new Findings();
  const pathOf = (row: number) => stories.path(row);
  const all = new StandingPlans({ ...articles, renderings, findings, pathOf });
  const standing = all.feeds(articles.plans);
  const standingPages = all.pages(articles.pages, config.output);
  const plans = articles.plans.filter(({ key }) => !standing.has(key));
  const tools = { staging, stories, selection, renderings, findings };
  const { staged, pages, beside } = await stage().finally(() => {
    renderings.close();
    keeping(state.folder, report, () => clock.time("state", () => cache.close()));
  });
  const problems = [
    ...findings.problems(),
    ...articles.plans.flatMap(({ key }) => (standing.get(key) ?? staged.feeds.get(key))?.problems ?? []),
    ...articles.pages.flatMap(
      ({ key }) => (pages.pages.get(key) ?? standingPages.get(key)?.feed)?.problems ?? [],
    ),
    ...beside.problems,
  ];
  for (const each of problems) report(each);

  const planned = plannedFeeds(articles.plans, staged, last);
  guardFeeds({ staging, planned, broken: renderings.broken }, articles, options);
  const documents = planned.map(({ path }) => path);
  const done = {
    standing: new Map([...standingPages].filter(([key]) => !pages.pages.has(key))),
    staged: pages.pages,
    versions: articles.pageVersions,
  };
  const others = [...siblingsOf(documents, config.delivery.compress), ...beside.paths, ...pathsOfPages(done)];
  // What isn't ours, or couldn't be read just now, has not ended.
  const kept = [...beside.foreign, ...siblingsOf(beside.foreign, config.delivery.compress)];
  const paths = new Set([...documents, ...others, ...kept]);
  const gone = (some: readonly string[]) => some.filter((path) => !paths.has(path));
  const ended = [...gone(Object.keys(last)), ...(await removableAmong(gone(articles.last.others), config))];
  const media = [...new Set([...articles.last.media, ...renderings.media().map(({ path }) => path)])];
  const placed = { planned, others, media, ended, stories: storiesOf(articles, staged), ownership };
  const published = await clock.timeAsync("publish", () => putInPlace(staging, placed, articles, options));
  const foreign = beside.foreign.map((path) => join(config.output, path));
  const inputs = [
    ...renderings.assets.looked(),
    ...authors.states,
    ...(articles.theme?.inputs ?? []),
    ...foreign.map((path) => ({ path, state: stateAt(path) })),
  ];
  const feeds = feedsFrom({
    articles,
    output: config.output,
    standing,
    staged,
    findings,
    planned,
    published,
    problems,
    pages: done,
    failed: new Set([...staged.failed, ...pages.failed]).size,
    encodings: config.delivery.compress,
    inputs,
    broken: renderings.broken,
  });
  return { feeds, findings: findings.all() };

  async function stage() {
    // First: who has a feed's new item finds its page.
    const pages = await stagedPages();
    const staged = await stageFeeds(plans, tools, options);
    staging.addFirst(renderings.media());
    if (!asksForDelivery(articles.plans, config))
      return { staged, pages, beside: { paths: [], problems: [], foreign: [] } };
    const { stageDelivery } = await clock.timeAsync("load", () => import("./stageDelivery.ts"));
    const beside = stageDelivery(staging, { plans: articles.plans, renderings, config });
    return { staged, pages, beside };
  }

  async function stagedPages(): Promise<StagedPages> {
    const { theme } = articles;
    if (theme === undefined || standingPages.size === articles.pages.length)
      return { pages: new Map(), failed: new Set() };
    const { stagePages } = await clock.timeAsync("load", () => import("./stagePages.ts"));
    const standing = new Map([...standingPages].map(([key, { path }]) => [key, path]));
    const taken = [...articles.plans.flatMap(pathsOf), "feeds.opml", ...deliveryPaths(config.delivery)];
    const paths = [...taken, ...siblingsOf(taken, config.delivery.compress)];
    return stagePages(articles.pages, { ...tools, theme, standing, taken: paths }, options);
  }
}

/** Whether anything may have to be written beside the feeds. */
function asksForDelivery(plans: readonly Plan[], { delivery }: Config): boolean {
  const { page, opml, head, servers } = delivery;
  return plans.length > 1 || page !== undefined || opml === true || head || servers.length > 0;
}

async function removableAmong(others: readonly string[], { output }: Config): Promise<readonly string[]> {
  if (others.length === 0) return [];
  const { removable } = await import("./stageDelivery.ts");
  return removable(others, output);
}

/** Each document and the ids of its items: those of feeds that stand are the last build's. */
function plannedFeeds(plans: readonly Plan[], staged: StagedFeeds, last: PublishedIds): PlannedFeed[] {
  return plans.flatMap((plan) => {
    const ids = staged.feeds.get(plan.key)?.ids;
    return pathsOf(plan).map((path) => ({ path, ids: ids ?? last[path] ?? [] }));
  });
}

/** What partners have who would have to be told of its end: of documents that stand, as the last build knew it. */
function storiesOf({ plans, last }: Articles, { feeds }: StagedFeeds): LastPublished["stories"] {
  const told = plans.flatMap((plan) =>
    plan.kind === "partner" && plan.partner.profile.deletion ? [plan] : [],
  );
  const standing = told.filter(({ key }) => !feeds.has(key)).flatMap(({ path }) => last.ids[path] ?? []);
  const kept = standing.flatMap((id) => (last.stories[id] ? [[id, last.stories[id]] as const] : []));
  return Object.fromEntries([
    ...kept,
    ...told.flatMap(({ key }) => Object.entries(feeds.get(key)?.stories ?? {})),
  ]);
}
