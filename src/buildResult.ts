import type { Config } from "./config/index.ts";
import type { FormatName } from "./formats/index.ts";
import type { FeedKind, Hold, Instant } from "./model.ts";
import type { Problem, Report } from "./problems/index.ts";
import type { RoomTime } from "./roomClock.ts";

/** What a build is asked to do. */
export interface BuildOptions {
  readonly config: Config;
  /** The moment that decides what is due; the clock's if absent. It is never printed in a feed. */
  readonly now?: Instant | undefined;
  /** Do everything but write. */
  readonly dryRun?: boolean | undefined;
  /** Pass over the guards that stop a build which would empty a feed. */
  readonly force?: boolean | undefined;
  /** Told of every problem as it is found. */
  readonly report?: Report | undefined;
  readonly progress?: Progress | undefined;
  /** Stops the build where it can still be stopped: nothing is changed then, and its reason is thrown. */
  readonly signal?: AbortSignal | undefined;
}

export type Progress = (step: Step) => void;

/** How far a build has come. */
export interface Step {
  readonly room: "parse" | "render";
  readonly done: number;
  readonly total?: number | undefined;
}

/** An article that no feed has now, why, and until when, where that is known. */
export interface HeldBack extends Hold {
  readonly file: string;
  readonly title: string;
}

/** Something in the content folder that was passed over, and why. */
export interface Skipped {
  /** Below the content folder. */
  readonly path: string;
  readonly reason:
    | "hidden"
    | "ignored"
    | "partial"
    | "link outside"
    | "link to a listed place"
    | "broken link"
    | "name is not UTF-8"
    | "not a regular file";
}

/** A file of the output folder, as this build leaves it. */
export interface WrittenFile {
  /** Below the output folder, with `/` between folders. */
  readonly path: string;
  readonly state: "new" | "changed" | "unchanged" | "removed";
  readonly bytes: number;
  /** Only of feeds. */
  readonly format?: FormatName | undefined;
  /** What the feed is of: only of feeds. */
  readonly kind?: FeedKind | undefined;
  readonly items?: number | undefined;
}

/** What a build did. */
export interface BuildResult {
  readonly files: readonly WrittenFile[];
  /** How many were read. */
  readonly articles: number;
  /** How many a problem left out. */
  readonly rejected: number;
  /** How many are in the feeds. */
  readonly published: number;
  readonly heldBack: readonly HeldBack[];
  readonly problems: readonly Problem[];
  readonly skipped: readonly Skipped[];
  readonly milliseconds: number;
  /** Where it spent its time. */
  readonly rooms: readonly RoomTime[];
}
