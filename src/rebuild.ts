import type { BuildOptions } from "./buildResult.ts";
import { asksForTraits } from "./config/index.ts";
import type { Files } from "./discover/index.ts";
import { headProblems, readHeads, Stories } from "./index/index.ts";
import type { Instant } from "./model.ts";
import { ArticleReader, readAuthors, zoneOf } from "./parse/index.ts";
import type { Problem, Report } from "./problems/index.ts";
import type { RoomClock } from "./roomClock.ts";
import { planFeeds, Selection, tombstonesOf } from "./select/index.ts";
import type { Outcome, State } from "./state/index.ts";
import { keepBuild, keepIndex } from "./state/keep.ts";
import { versionsOf } from "./state/version.ts";

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
  // The index outlives the list of authors.
  const headReader = new ArticleReader({ ...config, zone, now }, files.root);
  const reader = new ArticleReader({ ...config, zone, now, people: authors.people }, files.root);
  const traits = asksForTraits(config);
  const readAt = Date.now();
  const heads = await clock.timeAsync("index", () =>
    readHeads({ ...options, files, last: state.index, reader: headReader, traits }),
  );
  const index = options.dryRun
    ? undefined
    : clock.time("state", () => keepIndex(state, { files, heads, readAt }, options.report));
  for (const each of headProblems(files, heads)) report(each);

  const stories = new Stories(files, reader, config.content);
  const selection = clock.time("select", () => new Selection(heads, now, stories.article, report));
  const { due, held } = selection;
  stories.published = due;

  const tombstones = tombstonesOf(selection, config.tombstones, stories.article);
  const planning = { config, heads, selection, tombstones: tombstones.byRow, people: authors.people };
  const plans = clock.time("select", () => planFeeds(planning));
  const versioning = { files, heads, now, people: authors.people };
  const versions = clock.time("state", () => versionsOf(plans, versioning));
  const standing = clock.time("state", () => state.standingFeeds(versions, stories.permalinkOf));
  for (const each of standing?.problems ?? []) options.report(each);
  const { feeds, findings } = standing ? { feeds: standing, findings: state.findings() } : await write();

  const outcome: Outcome = {
    files: feeds.files,
    published: feeds.published,
    rejected: files.length - due.length - held.length + feeds.failed,
    heldBack: held.map(({ row, ...hold }) => ({ file: files.path(row), title: titleOf(row), ...hold })),
    problems: [...problems, ...feeds.problems],
  };
  const until = Math.min(selection.until, tombstones.until);
  const built = { index, now, until, outcome, feeds, findings };
  if (!options.dryRun) clock.time("state", () => keepBuild(state, built, options.report));
  return outcome;

  async function write() {
    const { writeFeeds } = await clock.timeAsync("load", () => import("./writeFeeds.ts"));
    const articles = { files, heads, stories, selection, authors };
    const standing = state.partlyStanding(versions);
    return await writeFeeds({ ...articles, plans, versions, standing }, options);
  }

  function titleOf(row: number): string {
    return heads.notes.get(row)?.title ?? stories.article(row)?.title ?? "";
  }
}
