import type { BuildOptions, BuildResult } from "./buildResult.ts";
import { type Files, ignoredBy, walk } from "./discover/index.ts";
import { alone } from "./lock/index.ts";
import { type Problem, problem, type Report } from "./problems/index.ts";
import type { Rebuild } from "./rebuild.ts";
import { RoomClock } from "./roomClock.ts";
import { type Outcome, State, stateFolder } from "./state/index.ts";

/**
 * Builds a site's feeds, one build at a time. Where nothing changed that they hang on, the last build's outcome is
 * this one's, and no other room is even loaded; else they are built again (`rebuild.ts`).
 * @throws ProblemError with every fatal problem; nothing is put in place then
 */
export async function build(options: BuildOptions): Promise<BuildResult> {
  const { config, dryRun, wait = false, progress, signal } = options;
  // It writes nothing, and a build beside it puts whole files in place.
  if (dryRun) return await buildAlone(options);
  const waiting = () => progress?.({ room: "wait", done: 0 });
  const folder = stateFolder(config);
  return await alone(folder, { wait, waiting, signal }, async (left) => {
    if (left.length > 0) await clearUp(new Set(left), [config.output, folder]);
    if (config.link !== undefined) await makeReady(config.output, config.link);
    return await buildAlone(options);
  });
}

/** @throws ProblemError output-not-link, output-unwritable */
async function makeReady(output: string, link: string): Promise<void> {
  const { refuseUnlinked, seedWork } = await import("./publish/trees.ts");
  refuseUnlinked(link);
  seedWork(output, link);
}

async function clearUp(marks: ReadonlySet<string>, folders: readonly string[]): Promise<void> {
  const { removeLeftoversOf } = await import("./publish/leftovers.ts");
  for (const folder of folders) removeLeftoversOf(marks, folder);
}

async function buildAlone(options: BuildOptions): Promise<BuildResult> {
  const started = performance.now();
  const { config, now = Date.now() } = options;
  const problems: Problem[] = [];
  const report: Report = (each) => {
    problems.push(each);
    options.report?.(each);
  };

  const clock = new RoomClock();
  const ignored = await ignoredBy(config.ignore);
  const { files, skipped } = clock.time("discover", () =>
    walk(config.content, ignored, report, config.addresses),
  );
  if (files.length === 0) report(problem("content-empty", { folder: config.content }));
  const outcome = await outcomeOf(files, { ...options, now, report, clock });
  const milliseconds = performance.now() - started;
  return { ...outcome, articles: files.length, problems, skipped, milliseconds, rooms: clock.times() };
}

async function outcomeOf(files: Files, options: Omit<Rebuild, "state">): Promise<Outcome> {
  const { clock, config, now } = options;
  const state = clock.time("state", () => new State(config));
  try {
    const standing = clock.time("state", () => state.standing(files, now));
    for (const each of standing?.problems ?? []) options.report(each);
    if (standing) return standing;
    const { rebuild } = await clock.timeAsync("load", () => import("./rebuild.ts"));
    return await rebuild(files, { ...options, state });
  } finally {
    state.close();
  }
}
