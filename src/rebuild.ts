import type { BuildOptions } from "./buildResult.ts";
import type { Files } from "./discover/index.ts";
import { Stories } from "./index/index.ts";
import { day, type Instant } from "./model.ts";
import { readTheme } from "./pages/theme.ts";
import { type Problem, ProblemError, problem, type Report } from "./problems/index.ts";
import { type Missed, missingSince, readManifest } from "./publish/index.ts";
import { type ReadArticles, readArticles, whereaboutsIn } from "./readArticles.ts";
import type { RoomClock } from "./roomClock.ts";
import { daysOfDeletions, planFeeds, planPages, Selection, tombstonesOf } from "./select/index.ts";
import type { Outcome, State } from "./state/index.ts";
import { type Built, keepBuild, keepIndex } from "./state/keep.ts";
import { Versions } from "./state/version.ts";

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
export async function rebuild(found: Files, options: Rebuild): Promise<Outcome> {
  const { config, now, state, clock } = options;
  /** Of the articles: what the disk refuses is told of anew each time. */
  const problems: Problem[] = [];
  const report: Report = (each) => {
    problems.push(each);
    options.report(each);
  };

  const articles = await readArticles(found, options, report);
  const { files, heads, reader, authors } = articles;
  const stories = new Stories(files, reader, config.content);
  const selection = clock.time("select", () => new Selection(heads, now, stories.article, report));
  const { due, held } = selection;
  stories.published = due;

  const last = readManifest(config.root, config.output);
  const partnerDays = daysOfDeletions(config);
  const days = Math.max(config.tombstones, partnerDays);
  const missed = missingSince(last, whereaboutsIn(articles, state), now, days);
  refuseMissing(missed, options);
  const tombstones = tombstonesOf(selection, config.tombstones, stories.article);
  const toldPartners = tombstonesOf(selection, partnerDays, stories.article);
  const planning = {
    config,
    heads,
    selection,
    tombstones: tombstones.byRow,
    partnerTombstones: toldPartners.byRow,
    people: authors.people,
    fileOf: (row: number) => files.absolutePath(row),
    report,
    missing: missed.all,
  };
  const { plans, until: partnersUntil } = clock.time("select", () => planFeeds(planning));
  const versioning = { files, heads, now, people: authors.people };
  const versions = new Versions(versioning);
  const theme = config.pages && readTheme(config.pages.theme, report);
  const folders = new Set(plans.flatMap((plan) => (plan.kind === "partner" ? [] : [plan.folder])));
  const pathOf = (row: number) => files.path(row);
  const pages = clock.time("select", () => planPages({ ...planning, pathOf, folders }));
  const pageVersions = clock.time("state", () => versions.ofPages(pages, theme?.digest ?? ""));
  const feedVersions = clock.time("state", () => versions.all(plans, state.examined));
  const current = new Map([...feedVersions, ...pageVersions]);
  const standing = clock.time("state", () => state.standingFeeds(current, stories.permalinkOf));
  for (const each of standing?.problems ?? []) options.report(each);
  const { feeds, findings } = standing ? { feeds: standing, findings: state.findings() } : await write();

  tellMissing(missed, articles, options);

  const told = config.tombstones === 0 ? [] : missed.all;
  const ends = told.map(({ since }) => since + config.tombstones * day).filter((end) => end > now);
  const until = Math.min(selection.until, tombstones.until, partnersUntil, ...ends);
  const outcome: Outcome = {
    files: feeds.files,
    published: feeds.published,
    rejected: files.length - due.length - held.length + feeds.failed,
    heldBack: held.map(({ row, ...hold }) => ({ file: files.path(row), title: titleOf(row), ...hold })),
    problems: [...problems, ...feeds.problems],
    until: Number.isFinite(until) ? until : "never",
  };
  const built = { now, outcome, feeds, findings };
  if (!options.dryRun) clock.time("state", () => keepAll(built));
  return outcome;

  /** Not before all is in place: what the guards refuse is compared with what stands, however often it is tried. */
  function keepAll(built: Omit<Built, "index">): void {
    const index = keepIndex(state, articles, options.report);
    keepBuild(state, { ...built, index }, options.report);
  }

  async function write() {
    const { writeFeeds } = await clock.timeAsync("load", () => import("./writeFeeds.ts"));
    const standing = state.partlyStanding(current);
    return await writeFeeds(
      {
        ...articles,
        stories,
        selection,
        plans,
        pages,
        theme,
        versions,
        pageVersions,
        standing,
        last,
        missing: missed.all,
      },
      options,
    );
  }

  function titleOf(row: number): string {
    return heads.notes.get(row)?.title ?? stories.article(row)?.title ?? "";
  }
}

/** @throws ProblemError where the configuration says that no article may go with its file */
function refuseMissing({ newly }: Missed, { config, force }: Rebuild): void {
  if (newly.length > 0 && config.missing === "refuse" && !force)
    throw new ProblemError(problem("articles-missing", { ids: newly.map(({ id }) => id) }));
}

/** Tells what was published and is gone: once, when the feeds are without it. */
function tellMissing({ newly }: Missed, { files, heads }: ReadArticles, { state, report }: Rebuild): void {
  for (const { id } of newly) {
    const renamed = state.index?.renamed(id, files, heads);
    const file = renamed && files.absolutePathOf(renamed);
    report(problem("article-missing", { id, renamed }, file ? { file, line: 1 } : undefined));
  }
}
