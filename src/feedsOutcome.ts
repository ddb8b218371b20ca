import { join } from "node:path";
import type { WrittenFile } from "./buildResult.ts";
import { type FileState, isSettled } from "./fileState.ts";
import type { PlannedFeed, PublishedFile } from "./publish/index.ts";
import type { FeedPlan } from "./select/index.ts";
import { type Findings, pathsOf } from "./serialise/index.ts";
import type { StagedFeeds } from "./stageFeeds.ts";
import type { Feeds, Standing, StandingFeed } from "./state/index.ts";
import type { Articles } from "./writeFeeds.ts";

/** What became of the files that were staged, and of those that had no feed any more. */
export interface Published {
  readonly files: readonly PublishedFile[];
  /** As they stand now; nothing for one that another build has put its own in the place of. */
  readonly states: ReadonlyMap<string, FileState | undefined>;
}

/** What was done, and what didn't need doing. */
export interface Done {
  readonly articles: Articles;
  /** The output folder. */
  readonly output: string;
  /** By their folders: feeds that the last build wrote as this one would. */
  readonly standing: ReadonlyMap<string, StandingFeed>;
  readonly staged: StagedFeeds;
  /** Of all articles that feeds have. */
  readonly findings: Findings;
  readonly planned: readonly PlannedFeed[];
  readonly published: Published;
  /** Media and lists that were looked for. */
  readonly inputs: readonly Standing[];
}

/** All feeds as they are now: those that were written, and those that stand. */
export function feedsFrom(done: Done): Feeds {
  const { articles, staged, planned, findings } = done;
  const media = mediaFiles(done);
  const items = new Map(staged.feeds.map(({ plan, ids }) => [plan.folder, ids.length]));
  const each = articles.plans.map((plan) => [plan.folder, standingFeed(plan, items, done)] as const);
  const written = new Map(done.published.files.map((file) => [file.path, file]));
  const removed = done.published.files.filter(({ state }) => state === "removed");
  return {
    published: new Set(planned.flatMap(({ ids }) => ids)).size,
    failed: staged.failed,
    files: [
      ...media,
      ...articles.plans.flatMap((plan, at) => documents(plan, each[at]?.[1] ?? none, written)),
      ...removed,
    ],
    problems: findings.problems(),
    each: Object.fromEntries(each),
    inputs: [...done.inputs, ...media.map(({ path }) => standingFile(path, done))],
    isSettled: areSettled(done),
    pages: findings.pages(),
  };
}

const none: StandingFeed = { version: "", items: 0, outputs: [] };

function standingFile(path: string, { output, published }: Done): Standing {
  return { path: join(output, path), state: published.states.get(path) };
}

function standingFeed(plan: FeedPlan, written: ReadonlyMap<string, number>, done: Done): StandingFeed {
  const known = done.standing.get(plan.folder);
  if (known) return known;
  const items = written.get(plan.folder) ?? 0;
  const version = done.articles.versions.get(plan.folder) ?? "";
  return { version, items, outputs: pathsOf(plan).map((path) => standingFile(path, done)) };
}

/** A feed's files: as they were published, or as they stood. */
function documents(
  plan: FeedPlan,
  { items, outputs }: StandingFeed,
  written: ReadonlyMap<string, PublishedFile>,
): WrittenFile[] {
  return pathsOf(plan).map((path, index) => {
    const [bytes = 0] = outputs[index]?.state ?? [];
    const file = written.get(path) ?? { path, state: "unchanged", bytes };
    return { ...file, format: plan.formats[index], kind: plan.kind, items };
  });
}

function mediaFiles({ articles, published }: Done): readonly PublishedFile[] {
  const feeds = new Set(articles.plans.flatMap((plan) => pathsOf(plan)));
  return published.files.filter(({ path, state }) => state !== "removed" && !feeds.has(path));
}

/** Whether the states will tell a later change; and another build's files may stand in the place of some. */
function areSettled({ published, inputs }: Done): boolean {
  const known = [...published.states.values()].every((state) => state !== undefined);
  return known && inputs.every(({ state }) => state === undefined || isSettled(state));
}
