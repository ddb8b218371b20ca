import type { BuildResult, WrittenFile } from "../buildResult.ts";
import { type FileState, realPathOf, sameState, stateAt } from "../fileState.ts";
import type { Instant } from "../model.ts";
import type { Problem } from "../problems/index.ts";
import { jsonOf, Sealed } from "../sealed/index.ts";

/** What a build came to, as far as it hangs on articles and configuration. */
export type Outcome = Pick<BuildResult, "files" | "rejected" | "published" | "heldBack" | "problems">;

/** What a build leaves for the next one: what it came to, and all that this hung on. */
export interface LastBuild {
  /** The id of the index of the articles that it was made from. */
  readonly index: string;
  /** Its moment, and when the clock alone would change what it came to. */
  readonly now: Instant;
  readonly until: Instant | "never";
  /** Tells the feeds' articles, each in its version, from all others. */
  readonly version: string;
  readonly outcome: Outcome;
  readonly feeds: Feeds;
}

/** What became of the feeds, and what it hung on beside their articles. */
export interface Feeds {
  readonly published: number;
  /** How many articles could not be rendered. */
  readonly failed: number;
  readonly files: readonly WrittenFile[];
  /** What rendering found wrong. */
  readonly problems: readonly Problem[];
  /** Files that have to be as they were: those written, and media that were looked for. */
  readonly states: readonly Standing[];
  /** Whether the states will tell a later change: one that is just now may hide another. */
  readonly isSettled: boolean;
  /** Links to other articles' files, and what they were taken for. */
  readonly pages: readonly (readonly [path: string, permalink: string | null])[];
}

/** A file that has to be as it was, or not there; and where a path to it led, if that counts. */
export interface Standing {
  readonly path: string;
  readonly state: FileState | undefined;
  readonly realPath?: string | undefined;
}

/**
 * Nothing where there was no build, or it was another program's or configuration's.
 * @param context tells those
 */
export function readLastBuild(path: string, context: string): LastBuild | undefined {
  const sealed = Sealed.open(path, context);
  const text = sealed?.read("build");
  sealed?.close();
  return text && jsonOf<LastBuild>(text);
}

/** Whether the clock alone makes no difference to a build. */
export function isStillDue({ now: then, until }: LastBuild, now: Instant): boolean {
  return then <= now && (until === "never" || now < until);
}

/** Whether the feeds are as they were written, and the media that they name as they were found. */
export function filesStand({ states }: Feeds): boolean {
  return states.every(({ path, state, realPath }) => {
    const seen = stateAt(path);
    if (realPath !== undefined && realPath !== realPathOf(path)) return false;
    return state === undefined ? seen === undefined : sameState(state, seen);
  });
}
