import { join } from "node:path";
import type { WrittenFile } from "./buildResult.ts";
import type { Config } from "./config/index.ts";
import { siblingsOf } from "./delivery/siblings.ts";
import { type FileState, isSettled } from "./fileState.ts";
import { type DonePages, keptPages, pageFiles, pathsOfPages } from "./pagesOutcome.ts";
import type { Problem } from "./problems/index.ts";
import type { PlannedFeed, PublishedFile } from "./publish/index.ts";
import type { Plan } from "./select/index.ts";
import { type Findings, pathsOf } from "./serialise/index.ts";
import type { StagedFeeds } from "./stageFeeds.ts";
import type { Feeds, Standing, StandingFeed } from "./state/index.ts";
import type { Articles } from "./writeFeeds.ts";

/** What became of the files that were staged, and of those that had no feed any more. */
export interface Published {
  readonly files: readonly PublishedFile[];
  /** As they stand now; nothing for one that another build has put its own in the place of. */
  readonly states: ReadonlyMap<string, FileState | undefined>;
  /** The complete copy that readers are led to, where there is one. */
  readonly tree?: Standing | undefined;
}

/** What was done, and what didn't need doing. */
export interface Done {
  readonly articles: Articles;
  /** The output folder. */
  readonly output: string;
  /** By their keys: feeds that the last build wrote as this one would. */
  readonly standing: ReadonlyMap<string, StandingFeed>;
  readonly staged: StagedFeeds;
  /** Of all articles that feeds have. */
  readonly findings: Findings;
  readonly planned: readonly PlannedFeed[];
  readonly published: Published;
  /** All that was wrong with feeds and pages, and with their articles. */
  readonly problems: readonly Problem[];
  readonly pages: DonePages;
  /** How many articles could not be rendered. */
  readonly failed: number;
  /** How documents are compressed besides. */
  readonly encodings: Config["delivery"]["compress"];
  /** Media and lists that were looked for. */
  readonly inputs: readonly Standing[];
  /** Articles that could not be rendered now and could before: they may do better the next time. */
  readonly broken: ReadonlySet<string>;
}

/** All feeds as they are now: those that were written, and those that stand. */
export function feedsFrom(done: Done): Feeds {
  const { articles, planned, findings, published, pages } = done;
  const others = otherFiles(done);
  const each = articles.plans.map((plan) => [plan, standingFeed(plan, done)] as const);
  const written = new Map(published.files.map((file) => [file.path, file]));
  const removed = published.files.filter(({ state }) => state === "removed");
  const kept = keptPages(pages, done.output, published.states);
  return {
    published: new Set(planned.flatMap(({ ids }) => ids)).size,
    failed: done.failed,
    files: [
      ...others,
      ...each.flatMap(([plan, feed]) => documents(plan, feed, written, done.encodings)),
      ...pageFiles(pages, written),
      ...removed,
    ],
    problems: done.problems,
    each: Object.fromEntries([...each.map(([{ key }, feed]) => [key, feed] as const), ...kept]),
    inputs: [
      ...done.inputs,
      ...others.map(({ path }) => standingFile(path, done)),
      ...(published.tree ? [published.tree] : []),
    ],
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

/** Media, and what stands beside feeds and pages. */
function otherFiles({ articles, published, pages, encodings }: Done): readonly PublishedFile[] {
  const paths = articles.plans.flatMap((plan) => pathsOf(plan));
  const known = new Set([...paths, ...siblingsOf(paths, encodings), ...pathsOfPages(pages)]);
  return published.files.filter(({ path, state }) => state !== "removed" && !known.has(path));
}

/** Whether the states will tell a later change; and another build's files may stand in the place of some. */
function areSettled({ published, inputs, broken }: Done): boolean {
  const known = [...published.states.values()].every((state) => state !== undefined);
  return broken.size === 0 && known && inputs.every(({ state }) => state === undefined || isSettled(state));
}
