import type { BuildResult, WrittenFile } from "../buildResult.ts";
import { type FileState, realPathOf, sameState, stateAt } from "../fileState.ts";
import type { Instant } from "../model.ts";
import type { Problem } from "../problems/index.ts";
import { jsonOf, Sealed } from "../sealed/index.ts";
import type { Finding } from "../serialise/index.ts";

/** What a build came to, as far as it hangs on articles and configuration. */
export type Outcome = Pick<
  BuildResult,
  "files" | "rejected" | "published" | "heldBack" | "problems" | "until"
>;

/** What a build leaves for the next one: what it came to, and all that this hung on. */
export interface LastBuild {
  /** The id of the index of the articles that it was made from. */
  readonly index: string;
  /** Its moment. */
  readonly now: Instant;
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
  /** By their keys. */
  readonly each: Readonly<Record<string, StandingFeed>>;
  /** Media that were looked for, and where they were copied to: they have to be as they were. */
  readonly inputs: readonly Standing[];
  /** Whether the states will tell a later change: one that is just now may hide another. */
  readonly isSettled: boolean;
  /** Links to other articles' files, and what they were taken for. */
  readonly pages: readonly (readonly [path: string, permalink: string | null])[];
}

/** Tells each feed's articles, each in its version, from all others: by the plans' keys. */
export type FeedVersions = ReadonlyMap<string, string>;

/** A feed as it was written. */
export interface StandingFeed {
  readonly version: string;
  readonly items: number;
  /** How many articles were looked at for them, where that isn't its limit. */
  readonly examined?: number | undefined;
  /** What was wrong with articles for this one alone. */
  readonly problems: readonly Problem[];
  readonly outputs: readonly Standing[];
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
  return readSection<LastBuild>("build", path, context);
}

/** What a build found in articles: apart from it, as builds where nothing changed have no use for it. */
interface KeptFindings {
  /** The build's. */
  readonly index: string;
  readonly findings: readonly (readonly [path: string, finding: Finding])[];
}

/** By the articles' paths. */
export function readFindings(
  { index }: LastBuild,
  path: string,
  context: string,
): ReadonlyMap<string, Finding> | undefined {
  const kept = readSection<KeptFindings>("findings", path, context);
  return kept?.index === index ? new Map(kept.findings) : undefined;
}

function readSection<Shape>(name: string, path: string, context: string): Shape | undefined {
  const sealed = Sealed.open(path, context);
  const text = sealed?.read(name);
  sealed?.close();
  return text && jsonOf<Shape>(text);
}

/** A build as it is kept. */
export function sectionsOf(
  build: LastBuild,
  findings: KeptFindings["findings"],
): Readonly<Record<string, Buffer>> {
  const kept: KeptFindings = { index: build.index, findings };
  return { build: Buffer.from(JSON.stringify(build)), findings: Buffer.from(JSON.stringify(kept)) };
}

/** Whether the clock alone makes no difference to a build. */
export function isStillDue({ now: then, outcome: { until } }: LastBuild, now: Instant): boolean {
  return then <= now && (until === "never" || now < until);
}

/** Whether files are as they were written, or as they were found. */
export function filesStand(states: readonly Standing[]): boolean {
  return states.every(({ path, state, realPath }) => {
    const seen = stateAt(path);
    if (realPath !== undefined && realPath !== realPathOf(path)) return false;
    return state === undefined ? seen === undefined : sameState(state, seen);
  });
}
