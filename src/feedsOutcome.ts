import { join } from "node:path";
import type { WrittenFile } from "./buildResult.ts";
import type { Config } from "./config/index.ts";
import { siblingsOf } from "./delivery/siblings.ts";
import { type FileState, isSettled } from "./fileState.ts";
import type { PlannedFeed, PublishedFile } from "./publish/index.ts";
import type { Plan } from "./select/index.ts";
import { type Findings, pathsOf } from "./serialise/index.ts";
import type { StagedDelivery } from "./stageDelivery.ts";
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
  readonly beside: StagedDelivery;
  /** How documents are compressed besides. */
  readonly encodings: Config["delivery"]["compress"];
  /** Media and lists that were looked for. */
  readonly inputs: readonly Standing[];
}

/** All feeds as they are now: those that were written, and those that stand. */
export function feedsFrom(done: Done): Feeds {
  const { articles, staged, planned, findings, published } = done;
  const others = otherFiles(done);
  const each = articles.plans.map((plan) => [plan, standingFeed(plan, done)] as const);
  const written = new Map(published.files.map((file) => [file.path, file]));
  const removed = published.files.filter(({ state }) => state === "removed");
  return {
    published: new Set(planned.flatMap(({ ids }) => ids)).size,
    failed: staged.failed,
    files: [
      ...others,
      ...each.flatMap(([plan, feed]) => documents(plan, feed, written, done.encodings)),
      ...removed,
    ],
    problems: [
      ...findings.problems(),
      ...each.flatMap(([, { problems }]) => problems),
      ...done.beside.problems,
    ],
    each: Object.fromEntries(each.map(([{ key }, feed]) => [key, feed])),
    inputs: [...done.inputs, ...others.map(({ path }) => standingFile(path, done))],
    isSettled: areSettled(done),
    pages: findings.pages(),
  };
}

function standingFile(path: string, { output, published }: Done): Standing {
  return { path: join(output, path), state: published.states.get(path) };
}

function standingFeed(plan: Plan, done: Done): StandingFeed {
  const known = done.standing.get(plan.key);
  if (known) return known;
  const { ids = [], examined, problems = [] } = done.staged.feeds.get(plan.key) ?? {};
  const paths = pathsOf(plan);
  const version = done.articles.versions.of(plan, examined ?? plan.limit);
  const outputs = [...paths, ...siblingsOf(paths, done.encodings)].map((path) => standingFile(path, done));
  return { version, items: ids.length, examined, problems, outputs };
}

/** A plan's files: as they were published, or as they stood; then the same compressed. */
function documents(
  plan: Plan,
  { items, outputs }: StandingFeed,
  written: ReadonlyMap<string, PublishedFile>,
  encodings: Config["delivery"]["compress"],
): WrittenFile[] {
  const paths = pathsOf(plan);
  return [...paths, ...siblingsOf(paths, encodings)].map((path, index) => {
    const [bytes = 0] = outputs[index]?.state ?? [];
    const file = written.get(path) ?? { path, state: "unchanged", bytes };
    const shown = plan.kind === "partner" ? plan.shownPath + path.slice(plan.path.length) : path;
    if (index >= paths.length) return { ...file, path: shown };
    const format = plan.kind === "partner" ? undefined : plan.formats[index];
    return { ...file, path: shown, kind: plan.kind, format, items };
  });
}

/** Media, and what stands beside the feeds. */
function otherFiles({ articles, published, encodings }: Done): readonly PublishedFile[] {
  const paths = articles.plans.flatMap((plan) => pathsOf(plan));
  const known = new Set([...paths, ...siblingsOf(paths, encodings)]);
  return published.files.filter(({ path, state }) => state !== "removed" && !known.has(path));
}

/** Whether the states will tell a later change; and another build's files may stand in the place of some. */
function areSettled({ published, inputs }: Done): boolean {
  const known = [...published.states.values()].every((state) => state !== undefined);
  return known && inputs.every(({ state }) => state === undefined || isSettled(state));
}
