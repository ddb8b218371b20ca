import type { Config } from "./config/index.ts";
import type { FormatName } from "./formats/index.ts";
import type { FeedKind, Hold, Instant } from "./model.ts";
import type { Problem, Report } from "./problems/index.ts";
import type { RoomTime } from "./roomClock.ts";

/** What a build is asked to do. */
export interface BuildOptions {
  /** What `loadConfig` gave. */
  readonly config: Config;
  /** The moment that decides what is due; the clock's if absent. It is never printed in a feed. */
  readonly now?: Instant | undefined;
  /** Do everything but write. */
  readonly dryRun?: boolean | undefined;
  /** Pass over the guards that stop a build which would empty a feed. */
  readonly force?: boolean | undefined;
  /** Wait where another build of the same site is running, instead of giving up. */
  readonly wait?: boolean | undefined;
  /** Told of every problem as it is found. */
  readonly report?: Report | undefined;
  /** Told how far each room has come. */
  readonly progress?: Progress | undefined;
  /** Stops the build where it can still be stopped: nothing is changed then, and its reason is thrown. */
  readonly signal?: AbortSignal | undefined;
}

/** Called as a build goes on, often. */
export type Progress = (step: Step) => void;

/** How far a build has come. */
export interface Step {
  /** Which part of the build; `wait` for another one to end. */
  readonly room: "wait" | "parse" | "render" | "pages";
  /** How many are done. */
  readonly done: number;
  /** Of how many, where that is known. */
  readonly total?: number | undefined;
}

/** An article that no feed has now, why, and until when, where that is known. */
export interface HeldBack extends Hold {
  /** Below the content folder. */
  readonly file: string;
  /** Its headline, in plain text. */
  readonly title: string;
}

/** Something in the content folder that was passed over, and why. */
export interface Skipped {
  /** Below the content folder. */
  readonly path: string;
  /** Why it was. */
  readonly reason:
    | "hidden"
    | "ignored"
    | "partial"
    | "no page"
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
  /** What became of it. */
  readonly state: "new" | "changed" | "unchanged" | "removed";
  /** Its size; of a removed one, that which it had. */
  readonly bytes: number;
  /** Only of feeds. */
  readonly format?: FormatName | undefined;
  /** What a feed is of; of a page, that it is one. */
  readonly kind?: FeedKind | "page" | undefined;
  /** How many items a feed has. */
  readonly items?: number | undefined;
}

/** What a build did. */
export interface BuildResult {
  /** What the output folder has of this build, and what was removed from it. */
  readonly files: readonly WrittenFile[];
  /** How many were read. */
  readonly articles: number;
  /** How many a problem left out. */
  readonly rejected: number;
  /** How many are in the feeds. */
  readonly published: number;
  /** Those that no feed has now. */
  readonly heldBack: readonly HeldBack[];
  /** All that was found, warnings too. */
  readonly problems: readonly Problem[];
  /** What was passed over in the content folder. */
  readonly skipped: readonly Skipped[];
  /** When the clock alone would change what it came to. */
  readonly until: Instant | "never";
  /** How long it took. */
  readonly milliseconds: number;
  /** Where it spent its time. */
  readonly rooms: readonly RoomTime[];
}
