import { join } from "node:path";
import { RenderingCache } from "./cache/index.ts";
import type { Config } from "./config/index.ts";
import { siblingsOf } from "./delivery/siblings.ts";
import type { Files } from "./discover/index.ts";
import { feedsFrom, type Published } from "./feedsOutcome.ts";
import type { Heads, Stories } from "./index/index.ts";
import type { Authors } from "./parse/index.ts";
import { ProblemError } from "./problems/index.ts";
import {
  guard,
  type LastPublished,
  type Missing,
  type PlannedFeed,
  type PublishedFile,
  type PublishedIds,
  readListing,
  Staging,
  standingItems,
  writeManifest,
} from "./publish/index.ts";
import type { Rebuild } from "./rebuild.ts";
import type { Plan, Selection } from "./select/index.ts";
import { Findings, pathsOf, Renderings, renderSettings } from "./serialise/index.ts";
import { refuseSharedPaths } from "./sharedPaths.ts";
import { type StagedFeeds, stageFeeds } from "./stageFeeds.ts";
import type { Feeds, PartlyStanding, StandingFeed } from "./state/index.ts";
import { keeping } from "./state/keep.ts";
import type { Versions } from "./state/version.ts";

/** The articles that feeds are written from, and which feeds. */
export interface Articles {
  readonly files: Files;
  readonly heads: Heads;
  readonly stories: Stories;
  readonly selection: Selection;
  readonly authors: Authors;
  readonly plans: readonly Plan[];
  readonly versions: Versions;
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
  const { config, dryRun, force, state, now, report, clock } = options;
  const { heads, stories, authors, selection } = articles;
  refuseSharedPaths(articles.plans);
  const last = articles.last.ids;
  const context = state.context.renderings + JSON.stringify([...authors.people]);
  const cache = new RenderingCache(state.folder, context, dryRun);
  const momentOf = (row: number) => ((heads.changed(row) ?? now) > now ? now : undefined);
  const site = { settings: renderSettings(config), root: articles.files.root, now, people: authors.people };
  const renderings = new Renderings({ site, stories, cache, momentOf });
  const staging = new Staging(config.output, dryRun);
  const findings = new Findings();
  const standing = standingPlans(articles, last, renderings, findings);
  const plans = articles.plans.filter(({ key }) => !standing.has(key));
  const tools = { staging, stories, selection, renderings, findings };
  const { staged, beside } = await stage().finally(() => {
    renderings.close();
    keeping(state.folder, report, () => clock.time("state", () => cache.close()));
  });
  for (const { problems } of standing.values()) for (const each of problems) report(each);
  for (const each of beside.problems) report(each);

  const planned = plannedFeeds(articles.plans, staged, last);
  if (!force) guardAgainstLoss(staging, planned, last, articles, options);
  const documents = planned.map(({ path }) => path);
  const others = [...siblingsOf(documents, config.delivery.compress), ...beside.paths];
  const paths = new Set([...documents, ...others]);
  const gone = (some: readonly string[]) => some.filter((path) => !paths.has(path));
  const ended = [...gone(Object.keys(last)), ...(await removableAmong(gone(articles.last.others), config))];
  const placed = { planned, others, ended, stories: storiesOf(articles, staged) };
  const published = await clock.timeAsync("publish", () => publish(staging, placed, articles, options));
  const inputs = [...renderings.assets.looked(), ...authors.states];
  const feeds = feedsFrom({
    articles,
    output: config.output,
    standing,
    staged,
    findings,
    planned,
    published,
    beside,
    encodings: config.delivery.compress,
    inputs,
  });
  return { feeds, findings: findings.all() };

  async function stage() {
    const staged = await stageFeeds(plans, tools, options);
    const itemsOf = (key: string) => staged.feeds.get(key)?.ids.length ?? standing.get(key)?.items ?? 0;
    if (!asksForDelivery(articles.plans, config)) return { staged, beside: { paths: [], problems: [] } };
    const { stageDelivery } = await clock.timeAsync("load", () => import("./stageDelivery.ts"));
    const beside = stageDelivery(staging, { plans: articles.plans, itemsOf, renderings, config });
    return { staged, beside };
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

/** Feeds that are as they would be written: what their articles hung on is as it was, and the manifest has their items. */
function standingPlans(
  { plans, standing, stories }: Articles,
  last: PublishedIds,
  renderings: Renderings,
  findings: Findings,
): ReadonlyMap<string, StandingFeed> {
  const feeds = new Map<string, StandingFeed>();
  const known = new Map<number, boolean>();
  for (const plan of plans) {
    const feed = standing?.each.get(plan.key);
    const isKnown = pathsOf(plan).every((path) => last[path] !== undefined);
    if (feed && isKnown && plan.newest(feed.examined ?? plan.limit).every(holds)) feeds.set(plan.key, feed);
  }
  return feeds;

  function holds(row: number): boolean {
    let holding = known.get(row);
    if (holding === undefined) {
      const path = stories.path(row);
      const finding = standing?.findings.get(path);
      holding = finding === undefined || renderings.hold(row, finding);
      if (finding && holding) findings.add(path, finding);
      known.set(row, holding);
    }
    return holding;
  }
}

/** Each document and the ids of its items: those of feeds that stand are the last build's. */
function plannedFeeds(plans: readonly Plan[], staged: StagedFeeds, last: PublishedIds): PlannedFeed[] {
  return plans.flatMap((plan) => {
    const ids = staged.feeds.get(plan.key)?.ids;
    return pathsOf(plan).map((path) => ({ path, ids: ids ?? last[path] ?? [] }));
  });
}

function guardAgainstLoss(
  staging: Staging,
  planned: readonly PlannedFeed[],
  last: PublishedIds,
  { heads, plans }: Articles,
  { config }: Rebuild,
): void {
  // A partner's window, a tag or an archive may well lose all that it has. Where much is lost, the main feed loses too.
  const large = plans.filter(({ kind }) => kind === "main" || kind === "named").flatMap(pathsOf);
  const guarded = new Set(large);
  const feeds = planned.filter(({ path }) => guarded.has(path));
  const standing = (path: string) => standingItems(join(config.output, path));
  const objections = guard(last, feeds, (id) => heads.knows(id), standing);
  if (objections.length === 0) return;
  staging.discard();
  throw new ProblemError(...objections);
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

/** What is to be in place: documents with their items, and files beside them; and what no longer. */
interface Placed {
  readonly planned: readonly PlannedFeed[];
  readonly others: readonly string[];
  readonly ended: readonly string[];
  readonly stories: LastPublished["stories"];
}

/** Puts the feeds in place; gives what became of each file, and those that stand as they stand then. */
async function publish(
  staging: Staging,
  { planned, others, ended, stories }: Placed,
  { plans, missing }: Articles,
  { config, report, dryRun }: Rebuild,
): Promise<Published> {
  const files = staging.files();
  if (dryRun) {
    staging.discard();
    return { files: [...files, ...withoutSecrets(staging.remove(ended), config)], states: new Map() };
  }
  const states = await staging.commit();
  const removed = withoutSecrets(staging.remove(ended), config);
  const hidden = new Set(plans.flatMap((plan) => (plan.kind === "partner" ? [plan.path] : [])));
  const isPrivate = (path: string) => hidden.has(path);
  const ids = planned.map(({ path, ids }) => [path, ids] as const);
  writeManifest(
    config.root,
    config.output,
    { ids: Object.fromEntries(ids), missing, stories, others },
    report,
    isPrivate,
  );
  return { files: [...files, ...removed], states: new Map(files.map(({ path }, at) => [path, states[at]])) };
}

/** A partner's folder is a secret also when its feed is no more. */
function withoutSecrets(files: readonly PublishedFile[], { root, output }: Config): readonly PublishedFile[] {
  if (files.length === 0) return files;
  const hidden = readListing(root, output).filter(({ isPrivate }) => isPrivate);
  const isHidden = (path: string) =>
    hidden.some((each) => path === each.path || path.startsWith(`${each.path}.`));
  // Secrets have 16 characters or more.
  const masked = ({ path, ...file }: PublishedFile) => ({
    ...file,
    path: path.replace(/[\w-]{16,}(?=\/[^/]*$)/, "•••"),
  });
  return files.map((file) => (isHidden(file.path) ? masked(file) : file));
}
