import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { WrittenFile } from "./buildResult.ts";
import { RenderingCache } from "./cache/index.ts";
import type { Config } from "./config/index.ts";
import type { Files } from "./discover/index.ts";
import { isSettled } from "./fileState.ts";
import { formats } from "./formats/index.ts";
import type { Heads, Stories } from "./index/index.ts";
import type { Authors } from "./parse/index.ts";
import { type Problem, ProblemError } from "./problems/index.ts";
import {
  guard,
  type PlannedFeed,
  type PublishedFile,
  readManifest,
  Staging,
  standingItems,
  writeManifest,
} from "./publish/index.ts";
import type { Rebuild } from "./rebuild.ts";
import type { Selection } from "./select/index.ts";
import { FeedWriting, Renderings } from "./serialise/index.ts";
import type { Feeds, Standing } from "./state/index.ts";
import { keeping } from "./state/keep.ts";

/** The articles that feeds are written from. */
export interface Articles {
  readonly files: Files;
  readonly heads: Heads;
  readonly stories: Stories;
  readonly selection: Selection;
  readonly authors: Authors;
}

/**
 * Renders, serialises and publishes the feeds. All their files are staged; then the guards are
 * asked; then all are put in place.
 * @throws ProblemError where a file can't be written or a guard objects: nothing is in place then
 */
export async function writeFeeds(articles: Articles, options: Rebuild): Promise<Feeds> {
  const { config, dryRun, force, state, now, report, clock } = options;
  const { heads, stories, authors } = articles;
  const context = state.context.renderings + JSON.stringify([...authors.people]);
  const cache = new RenderingCache(state.folder, context, dryRun);
  const momentOf = (row: number) => ((heads.changed(row) ?? now) > now ? now : undefined);
  const site = { config, root: articles.files.root, now, people: authors.people };
  const renderings = new Renderings({ site, stories, cache, momentOf });
  const staging = new Staging(config.output, dryRun);
  const { writing, failed, problems } = await stageFeeds(staging, articles, renderings, options).finally(
    () => {
      renderings.close();
      keeping(state.folder, report, () => clock.time("state", () => cache.close()));
    },
  );

  const feeds = plan(writing.ids, config);
  if (!force) guardAgainstLoss(staging, feeds, heads, config);
  const files = staging.files().map((file) => withFormat(file, writing.ids.length, config));
  const written = dryRun ? [] : clock.time("publish", () => publish(staging, feeds, options));
  if (dryRun) staging.discard();
  const inputs = [...renderings.assets.looked(), ...authors.states];
  return {
    files,
    published: writing.ids.length,
    failed,
    problems,
    states: [...written, ...inputs],
    isSettled: isAllKnown(written) && inputs.every(({ state }) => state === undefined || isSettled(state)),
    pages: [...writing.pages],
  };
}

/** Another build's files may stand in the place of some. */
function isAllKnown(written: readonly Standing[]): boolean {
  return written.every(({ state }) => state !== undefined);
}

/**
 * Renders and serialises into the staging. A feed's head says when its items last changed, and its
 * limit counts items: where an article can't be rendered, the feeds are written anew without it.
 * Those that take its place are tried before, so that two rounds are enough however many fail.
 */
async function stageFeeds(
  staging: Staging,
  { selection }: Articles,
  renderings: Renderings,
  options: Rebuild,
) {
  const { config, signal, clock } = options;
  const failed = new Set<number>();
  const problems: Problem[] = [];
  for (;;) {
    const good = (count: number) => selection.newest(count + failed.size).filter((row) => !failed.has(row));
    const rows = good(config.feeds.limit).slice(0, config.feeds.limit);
    renderings.expect(rows);
    const writing = new FeedWriting(rows, selection.lastChange(rows), { ...options, renderings });
    await clock.timeAsync("serialise", () => interruptible(staging.adding(writing.feeds()), signal));
    const again = writing.failed.length > 0;
    if (again) writing.tryOthers(good(Number.POSITIVE_INFINITY).slice(rows.length));
    for (const each of writing.problems) {
      if (again && each.severity !== "error") continue;
      problems.push(each);
      options.report(each);
    }
    if (!again) {
      staging.addFirst(renderings.media());
      return { writing, failed: failed.size, problems };
    }
    for (const row of writing.failed) failed.add(row);
    staging.discard();
  }
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

function plan(ids: readonly string[], config: Config): PlannedFeed[] {
  return config.feeds.formats.map((name) => ({ path: formats[name].fileName, ids }));
}

function guardAgainstLoss(
  staging: Staging,
  feeds: readonly PlannedFeed[],
  heads: Heads,
  config: Config,
): void {
  const objections = guard(
    readManifest(config.root, config.output),
    feeds,
    (id) => heads.knows(id),
    (path) => standingItems(join(config.output, path)),
  );
  if (objections.length === 0) return;
  staging.discard();
  throw new ProblemError(...objections);
}

/** Puts the feeds in place; gives the files as they stand then. */
function publish(staging: Staging, feeds: readonly PlannedFeed[], { config, report }: Rebuild): Standing[] {
  const paths = staging.files().map(({ path }) => join(config.output, path));
  const states = staging.commit();
  const ids = feeds.map(({ path, ids }) => [path, ids] as const);
  writeManifest(config.root, config.output, Object.fromEntries(ids), report);
  return paths.map((path, index) => ({ path, state: states[index] }));
}

function withFormat(file: PublishedFile, items: number, config: Config): WrittenFile {
  const format = config.feeds.formats.find((name) => formats[name].fileName === file.path);
  return format === undefined ? file : { ...file, format, items };
}
