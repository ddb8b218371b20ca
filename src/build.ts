import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { BuildOptions, BuildResult, WrittenFile } from "./buildResult.ts";
import type { Config } from "./config/index.ts";
import { ignoredBy, walk } from "./discover/index.ts";
import { formats } from "./formats/index.ts";
import type { Article } from "./model.ts";
import { readArticles, zoneOf } from "./parse/index.ts";
import { type Problem, ProblemError, problem, type Report } from "./problems/index.ts";
import {
  guard,
  type PlannedFeed,
  type PublishedFile,
  readManifest,
  Staging,
  standingItems,
  writeManifest,
} from "./publish/index.ts";
import { select, withoutTwins } from "./select/index.ts";
import { FeedWriting } from "./serialise/index.ts";

/**
 * Builds a site's feeds: discover → parse → select → render → serialise → publish.
 * @throws ProblemError with every fatal problem; nothing is put in place then
 */
export async function build(options: BuildOptions): Promise<BuildResult> {
  const started = performance.now();
  const { config, now = Date.now(), progress } = options;
  const problems: Problem[] = [];
  const report: Report = (each) => {
    problems.push(each);
    options.report?.(each);
  };

  const found = walk(config.content, ignoredBy(config.ignore), report);
  if (found.files.length === 0) report(problem("content-empty", { folder: config.content }));
  const zone = await zoneOf(config.site.timezone);
  const articles = readArticles(found.files, { ...config, zone, report, progress });
  const { due: selected, held } = select(articles, now);
  const due = withoutTwins(selected, report);
  const staging = new Staging(config.output, options.dryRun);
  const { items, failed } = await stageFeeds(staging, due, options, report);
  const feeds = plan(items, config);
  if (!options.force)
    guardAgainstLoss(staging, feeds, [...due, ...held.map(({ article }) => article)], config);
  const files = staging.files().map((file) => withFormat(file, items.length, config));
  if (options.dryRun) staging.discard();
  else publish(staging, feeds, config, report);

  return {
    files,
    articles: found.files.length,
    rejected: found.files.length - due.length - held.length + failed,
    published: items.length,
    heldBack: held.map(({ article: { file, title }, ...hold }) => ({ file, title, ...hold })),
    problems,
    skipped: found.skipped,
    milliseconds: performance.now() - started,
  };
}

/**
 * Renders and serialises into the staging. A feed's head says when its items last changed, and its
 * limit counts items: where an article can't be rendered, the feeds are written anew without it.
 * Those that take its place are tried before, so that the good ones aren't rendered again and again.
 */
async function stageFeeds(staging: Staging, due: readonly Article[], options: BuildOptions, report: Report) {
  const { config, progress, signal } = options;
  const failed = new Set<Article>();
  for (;;) {
    const items = due.filter((each) => !failed.has(each)).slice(0, config.feeds.limit);
    const writing = new FeedWriting(items, due, config, progress);
    await interruptible(staging.adding(writing.feeds()), signal);
    const again = writing.failed.length > 0;
    if (again) writing.tryOthers(due.filter((each) => !failed.has(each)).slice(items.length));
    for (const each of writing.problems) if (!again || each.severity === "error") report(each);
    if (!again) {
      staging.addFirst(writing.media());
      return { items, failed: failed.size };
    }
    for (const article of writing.failed) failed.add(article);
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

function plan(items: readonly Article[], config: Config): PlannedFeed[] {
  const ids = items.map(({ id }) => id);
  return config.feeds.formats.map((name) => ({ path: formats[name].fileName, ids }));
}

function guardAgainstLoss(
  staging: Staging,
  feeds: readonly PlannedFeed[],
  articles: readonly Article[],
  config: Config,
): void {
  const known = new Set(articles.map(({ id }) => id));
  const objections = guard(
    readManifest(config.root, config.output),
    feeds,
    (id) => known.has(id),
    (path) => standingItems(join(config.output, path)),
  );
  if (objections.length === 0) return;
  staging.discard();
  throw new ProblemError(...objections);
}

function publish(staging: Staging, feeds: readonly PlannedFeed[], config: Config, report: Report): void {
  staging.commit();
  const ids = feeds.map(({ path, ids }) => [path, ids] as const);
  writeManifest(config.root, config.output, Object.fromEntries(ids), report);
}

function withFormat(file: PublishedFile, items: number, config: Config): WrittenFile {
  const format = config.feeds.formats.find((name) => formats[name].fileName === file.path);
  return format === undefined ? file : { ...file, format, items };
}
