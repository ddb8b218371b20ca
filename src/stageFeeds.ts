import { Siblings } from "./delivery/siblings.ts";
import type { Stories } from "./index/index.ts";
import { interruptible } from "./interruptible.ts";
import type { Problem } from "./problems/index.ts";
import type { OutputFile, PublishedStory, Staging } from "./publish/index.ts";
import type { Rebuild } from "./rebuild.ts";
import type { FeedPlan, PartnerPlan, Plan, Selection } from "./select/index.ts";
import {
  type FeedSources,
  FeedWriting,
  type Findings,
  type PartnerSources,
  type Renderings,
  SharedRenderings,
} from "./serialise/index.ts";

/** Documents whose files are staged. */
export interface StagedFeeds {
  /** By their plans' keys. */
  readonly feeds: ReadonlyMap<string, StagedFeed>;
  /** Rows of articles that could not be rendered. */
  readonly failed: ReadonlySet<number>;
}

/** One of them. */
interface StagedFeed {
  /** Of its items, in order. */
  readonly ids: readonly string[];
  /** How many articles were looked at, where that isn't its limit. */
  readonly examined?: number | undefined;
  /** What was wrong with articles for this one alone. */
  readonly problems: readonly Problem[];
  /** Of a partner that is told of withdrawals. */
  readonly stories?: Readonly<Record<string, PublishedStory>> | undefined;
}

/** What documents are staged with. */
export interface StagingTools {
  readonly staging: Staging;
  readonly stories: Stories;
  readonly selection: Selection;
  readonly renderings: Renderings;
  /** Takes what is found. */
  readonly findings: Findings;
}

/** Renders and serialises planned documents into the staging, one after the other. */
export async function stageFeeds(
  plans: readonly Plan[],
  tools: StagingTools,
  options: Rebuild,
): Promise<StagedFeeds> {
  const { renderings, findings, stories } = tools;
  const shared = new SharedRenderings(renderings);
  const failed = new Set<number>();
  for (const { newest, limit } of plans) shared.expect(newest(limit));
  renderings.expect([...new Set(plans.flatMap(({ newest, limit }) => newest(limit)))]);
  const detailsOf = (row: number) => ({
    file: stories.reader.absolutePath(stories.path(row)),
    extra: stories.article(row)?.extra,
  });
  const sources = { ...options, renderings: shared, findings, detailsOf };
  const feeds = new Map<string, StagedFeed>();
  for (const plan of plans) {
    const staged =
      plan.kind === "partner"
        ? await stagePartner(plan, failed, tools, sources, options)
        : { ids: await stageFeed(plan, failed, tools, sources, options), problems: [] };
    feeds.set(plan.key, staged);
  }
  return { feeds, failed };
}

/** What can't be rendered is passed over: the head is written last, and the next article takes the place. */
async function stagePartner(
  plan: PartnerPlan,
  failed: Set<number>,
  { staging }: StagingTools,
  sources: PartnerSources,
  options: Rebuild,
): Promise<StagedFeed> {
  const { PartnerWriting } = await options.clock.timeAsync(
    "load",
    () => import("./serialise/partnerWriting.ts"),
  );
  const writing = new PartnerWriting(plan, sources);
  const siblings = await stageDocuments(writing.documents(), staging, options);
  staging.add(siblings.files());
  for (const row of writing.failed) failed.add(row);
  const { ids, examined, problems, stories } = writing;
  return { ids, examined, problems, stories };
}

/**
 * A feed's head says when its items last changed, and its limit counts items: where an article can't be
 * rendered, the feed is written anew without it. Those that take its place are tried before, so that
 * two rounds are enough however many fail.
 * @param failed takes the rows of those
 */
async function stageFeed(
  plan: FeedPlan,
  failed: Set<number>,
  { staging, selection }: StagingTools,
  sources: FeedSources,
  options: Rebuild,
): Promise<readonly string[]> {
  const good = (count: number) => plan.newest(count + failed.size).filter((row) => !failed.has(row));
  for (;;) {
    const rows = good(plan.limit).slice(0, plan.limit);
    const writing = new FeedWriting(plan, rows, lastChange(plan, rows, selection), sources);
    const siblings = await stageDocuments(writing.documents(), staging, options);
    if (writing.failed.length === 0) {
      staging.add(siblings.files());
      return writing.ids;
    }
    writing.tryOthers(good(Number.POSITIVE_INFINITY).slice(rows.length));
    for (const row of writing.failed) failed.add(row);
    staging.forget(writing.paths);
  }
}

/** Writes documents into the staging; gives the same to be compressed, once it is certain that they are good. */
async function stageDocuments(
  documents: readonly OutputFile[],
  staging: Staging,
  { config, signal, clock }: Rebuild,
): Promise<Siblings> {
  const siblings = new Siblings(config.delivery.compress);
  const noted = siblings.noting(documents);
  await clock.timeAsync("serialise", () => interruptible(staging.adding(noted), signal));
  return siblings;
}

/** A feed's own date: when the last of its items changed, or was taken back. */
function lastChange({ tombstones }: FeedPlan, rows: readonly number[], selection: Selection) {
  const moments = [selection.lastChange(rows) ?? [], tombstones.map(({ when }) => when)].flat();
  return moments.length === 0 ? undefined : Math.max(...moments);
}
