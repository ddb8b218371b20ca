import type { Files } from "../discover/index.ts";
import { type Heads, writeIndex } from "../index/index.ts";
import type { Instant } from "../model.ts";
import { problem, type Report } from "../problems/index.ts";
import { removeLeftovers } from "../publish/index.ts";
import { writeSealed } from "../sealed/seal.ts";
import type { Finding } from "../serialise/index.ts";
import type { State } from "./index.ts";
import { type Feeds, type LastBuild, type Outcome, sectionsOf } from "./lastBuild.ts";

/** What was read of the articles. */
interface Reading {
  readonly files: Files;
  readonly heads: Heads;
  /** When the first head was read. */
  readonly readAt: Instant;
}

/**
 * Keeps the heads' table for the next build, unless that one's is the same.
 * @returns the index's id; nothing where it can't be kept
 */
export function keepIndex(
  state: State,
  { files, heads, readAt }: Reading,
  report: Report,
): string | undefined {
  if (state.index?.holds(files)) return state.index.id;
  return keeping(state.indexPath, report, () =>
    writeIndex(state.indexPath, state.context.index, files, heads, readAt),
  );
}

/** What a build came to. */
export interface Built extends Pick<LastBuild, "now"> {
  /** The id of the index that was kept of its articles. */
  readonly index: string | undefined;
  readonly outcome: Outcome;
  readonly feeds: Feeds;
  /** By the articles' paths. */
  readonly findings: Iterable<readonly [path: string, finding: Finding]> | undefined;
}

/**
 * Keeps what a build came to, if all that it hung on can be told again. One that an article failed in
 * is tried again: it may have been in the making.
 */
export function keepBuild(
  state: State,
  { index, now, outcome, feeds, findings }: Built,
  report: Report,
): void {
  if (index === undefined || feeds.failed > 0 || !feeds.isSettled) return;
  const files = feeds.files
    .filter(({ state }) => state !== "removed")
    .map((file) => ({ ...file, state: "unchanged" }) as const);
  const last: LastBuild = {
    index,
    now,
    outcome: { ...outcome, files },
    feeds: { ...feeds, files },
  };
  keeping(state.buildPath, report, () => {
    writeSealed(state.buildPath, state.context.build, sectionsOf(last, [...(findings ?? [])]));
    removeLeftovers(state.folder);
  });
}

/** Does what the next build may do without: where it fails, that is said. */
export function keeping<Result>(file: string, report: Report, action: () => Result): Result | undefined {
  try {
    return action();
  } catch (error) {
    report(problem("state-unwritable", { error }, { file }));
    return undefined;
  }
}
