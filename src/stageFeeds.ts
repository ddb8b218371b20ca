import { setImmediate } from "node:timers/promises";
import type { Staging } from "./publish/index.ts";
import type { Rebuild } from "./rebuild.ts";
import type { FeedPlan, Selection } from "./select/index.ts";
import {
  type FeedSources,
  FeedWriting,
  type Findings,
  type Renderings,
  SharedRenderings,
} from "./serialise/index.ts";

/** Feeds whose files are staged. */
export interface StagedFeeds {
  readonly feeds: readonly StagedFeed[];
  /** How many articles could not be rendered. */
  readonly failed: number;
}

/** One of them. */
interface StagedFeed {
  readonly plan: FeedPlan;
  readonly ids: readonly string[];
}

/**
 * Renders and serialises planned feeds into the staging, one after the other, and then the media that they name.
 * @param findings takes what is found
 */
export async function stageFeeds(
  staging: Staging,
  plans: readonly FeedPlan[],
  selection: Selection,
  renderings: Renderings,
  findings: Findings,
  options: Rebuild,
): Promise<StagedFeeds> {
  const shared = new SharedRenderings(renderings);
  const feeds: StagedFeed[] = [];
  const failed = new Set<number>();
  for (const { newest, limit } of plans) shared.expect(newest(limit));
  renderings.expect([...new Set(plans.flatMap(({ newest, limit }) => newest(limit)))]);
  const sources = { ...options, renderings: shared, findings };
  for (const plan of plans) {
    const ids = await stageFeed(staging, plan, selection, failed, sources, options);
    feeds.push({ plan, ids });
  }
  for (const each of findings.problems()) options.report(each);
  staging.addFirst(renderings.media());
  return { feeds, failed: failed.size };
}

/**
 * A feed's head says when its items last changed, and its limit counts items: where an article can't be
 * rendered, the feed is written anew without it. Those that take its place are tried before, so that
 * two rounds are enough however many fail.
 * @param failed takes the rows of those
 */
async function stageFeed(
  staging: Staging,
  plan: FeedPlan,
  selection: Selection,
  failed: Set<number>,
  sources: FeedSources,
  { signal, clock }: Rebuild,
): Promise<readonly string[]> {
  const good = (count: number) => plan.newest(count + failed.size).filter((row) => !failed.has(row));
  for (;;) {
    const rows = good(plan.limit).slice(0, plan.limit);
    const writing = new FeedWriting(plan, rows, lastChange(plan, rows, selection), sources);
    await clock.timeAsync("serialise", () => interruptible(staging.adding(writing.documents()), signal));
    if (writing.failed.length === 0) return writing.ids;
    writing.tryOthers(good(Number.POSITIVE_INFINITY).slice(rows.length));
    for (const row of writing.failed) failed.add(row);
    staging.forget(writing.paths);
  }
}

/** A feed's own date: when the last of its items changed, or was taken back. */
function lastChange({ tombstones }: FeedPlan, rows: readonly number[], selection: Selection) {
  const moments = [selection.lastChange(rows) ?? [], tombstones.map(({ when }) => when)].flat();
  return moments.length === 0 ? undefined : Math.max(...moments);
}

const betweenPauses = 50;

/** Takes steps, and a breath now and then: else no signal would be heard before the end. */
async function interruptible(steps: Iterable<void>, signal: AbortSignal | undefined): Promise<void> {
  let paused = performance.now();
  for (const _ of steps) {
    if (signal === undefined || performance.now() - paused < betweenPauses) continue;
    await setImmediate();
    signal.throwIfAborted();
    paused = performance.now();
  }
}
