import type { BuildOptions } from "./buildResult.ts";
import type { Files } from "./discover/index.ts";
import { headProblems, readHeads, Stories } from "./index/index.ts";
import type { Instant } from "./model.ts";
import { ArticleReader, readAuthors, zoneOf } from "./parse/index.ts";
import type { Problem, Report } from "./problems/index.ts";
import type { RoomClock } from "./roomClock.ts";
import { Selection } from "./select/index.ts";
import type { Outcome, State } from "./state/index.ts";
import { keepBuild, keepIndex } from "./state/keep.ts";
import { versionOf } from "./state/version.ts";

/** A build's options, and what it has begun with. */
export interface Rebuild extends BuildOptions {
  readonly now: Instant;
  readonly report: Report;
  readonly state: State;
  readonly clock: RoomClock;
}

/**
 * Builds anew what changed: index → select → render → serialise → publish. Where the feeds' own
 * articles are as they were, their files stand, and the rooms from rendering on aren't loaded.
 * @throws ProblemError where nothing can be published
 */
export async function rebuild(files: Files, options: Rebuild): Promise<Outcome> {
  const { config, now, state, clock } = options;
  /** Of the articles: what the disk refuses is told of anew each time. */
  const problems: Problem[] = [];
  const report: Report = (each) => {
    problems.push(each);
    options.report(each);
  };

  const zone = await clock.timeAsync("load", () => zoneOf(config.site.timezone));
  const authors = readAuthors(config, report);
  const reader = new ArticleReader({ ...config, zone, now, people: authors.people }, files.root);
  const readAt = Date.now();
  const heads = await clock.timeAsync("index", () =>
    readHeads({ ...options, files, last: state.index, reader }),
  );
  const index = options.dryRun
    ? undefined
    : clock.time("state", () => keepIndex(state, { files, heads, readAt }, options.report));
  for (const each of headProblems(files, heads)) report(each);

  const stories = new Stories(files, reader, config.content);
  const selection = clock.time("select", () => new Selection(heads, now, stories.article, report));
  const { due, held, until } = selection;
  stories.published = due;

  const rows = clock.time("select", () => selection.newest(config.feeds.limit));
  const version = clock.time("state", () => versionOf(rows, files, heads, now, authors.people));
  const standing = clock.time("state", () => state.standingFeeds(version, stories.permalinkOf));
  for (const each of standing?.problems ?? []) options.report(each);
  const feeds = standing ?? (await write());

  const outcome: Outcome = {
    files: feeds.files,
    published: feeds.published,
    rejected: files.length - due.length - held.length + feeds.failed,
    heldBack: held.map(({ row, ...hold }) => ({ file: files.path(row), title: titleOf(row), ...hold })),
    problems: [...problems, ...feeds.problems],
  };
  const built = { index, now, until, version, outcome, feeds };
  if (!options.dryRun) clock.time("state", () => keepBuild(state, built, options.report));
  return outcome;

  async function write() {
    const { writeFeeds } = await clock.timeAsync("load", () => import("./writeFeeds.ts"));
    return await writeFeeds({ files, heads, stories, selection, authors }, options);
  }

  function titleOf(row: number): string {
    return heads.notes.get(row)?.title ?? stories.article(row)?.title ?? "";
  }
}
