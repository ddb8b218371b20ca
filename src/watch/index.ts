/**
 * The watch room: a way to load a configuration and a way to build come in, and a build follows each change of what
 * builds hang on: articles and the files beside them, the configuration, partners' profiles, the theme, the clock.
 *
 * One build runs at a time; what changes meanwhile is for the next one. What goes wrong is told with the round it
 * stopped (a `ProblemError` is thrown only where nothing could be loaded at the start), and the next change tries again.
 */
import type { Loaded } from "../config/index.ts";
import { type Problem, problem } from "../problems/index.ts";
import { Changes } from "./changes.ts";
import { FolderWatch } from "./folder.ts";
import { type Places, placesOf } from "./places.ts";
import { buildRound, problemsIn, type Round, type RoundOptions } from "./round.ts";

export type { Round } from "./round.ts";

/** What to watch, and whom to tell. */
export interface WatchOptions extends RoundOptions {
  readonly load: () => Promise<Loaded>;
  /** What problems of the configuration name files from. */
  readonly cwd: string;
  /** Told of each round before the next one begins. */
  readonly told: (round: Round) => void;
  /** Ends it. */
  readonly signal: AbortSignal;
}

/** Where folders can't be watched, it is looked so often whether anything changed, in milliseconds. */
const everyNow = 2000;
const longestTimer = 24 * 60 * 60 * 1000;

/**
 * Builds, and builds again after each change, until the signal ends it.
 * @throws ProblemError where the configuration can't be loaded at the start
 */
export async function watch(options: WatchOptions): Promise<void> {
  const { signal, told } = options;
  const changes = new Changes(signal);
  let loaded = await options.load();
  const watching = new Watching(changes);
  watching.follow(loaded);
  try {
    let problems: readonly Problem[] = [];
    let changed: readonly string[] | undefined = [];
    for (let number = 1; changed !== undefined; number++) {
      const { config } = loaded;
      const outcome: Pick<Round, "result" | "problems" | "base"> =
        problems.length > 0 ? { problems, base: options.cwd } : await buildRound(loaded, options);
      told({ number, changed, config, ...outcome, problems: [...watching.problems, ...outcome.problems] });
      watching.wakeAt(outcome.result?.until ?? "never");
      changed = await changes.next();
      if (changed === undefined) return;
      problems = await load();
      watching.follow(loaded);
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    await watching.end();
  }

  /** What is wrong with it, if anything is: the last one is kept then. */
  async function load(): Promise<readonly Problem[]> {
    try {
      loaded = await options.load();
      return [];
    } catch (error) {
      return problemsIn(error);
    }
  }
}

/** The folders that are watched now. */
class Watching {
  problems: readonly Problem[] = [];
  readonly #folders = new Map<string, FolderWatch>();
  #counts: Places["counts"] = () => false;
  #alarm: NodeJS.Timeout | undefined;
  #looking: NodeJS.Timeout | undefined;

  constructor(private readonly changes: Changes) {}

  /** Watches what a configuration names, and nothing else. */
  follow(loaded: Loaded): void {
    const { deep, shallow, counts } = placesOf(loaded);
    this.#counts = counts;
    const wanted = new Map([
      ...shallow.map((path) => [path, false] as const),
      ...deep.map((path) => [path, true] as const),
    ]);
    const keyOf = ([path, isDeep]: readonly [string, boolean]) => `${isDeep} ${path}`;
    const keys = new Set([...wanted].map(keyOf));
    for (const [key, folder] of this.#folders)
      if (!keys.has(key)) {
        void folder.close();
        this.#folders.delete(key);
      }
    for (const each of wanted)
      if (!this.#folders.has(keyOf(each))) this.#folders.set(keyOf(each), this.#watch(...each));
  }

  /** Looks again when the clock alone changes what a build comes to. */
  wakeAt(instant: number | "never"): void {
    clearTimeout(this.#alarm);
    if (instant === "never") return;
    const wait = Math.min(Math.max(0, instant - Date.now()), longestTimer);
    this.#alarm = setTimeout(() => this.changes.add(), wait);
  }

  async end(): Promise<void> {
    clearTimeout(this.#alarm);
    clearInterval(this.#looking);
    await Promise.all([...this.#folders.values()].map((folder) => folder.close()));
  }

  #watch(path: string, isDeep: boolean): FolderWatch {
    return new FolderWatch({
      path,
      isDeep,
      counts: (each) => this.#counts(each),
      changed: (each) => this.changes.add(each),
      failed: (error) => this.#failed(path, error),
    });
  }

  /** A build tells what changed just as well, and costs little where nothing did. */
  #failed(folder: string, error: unknown): void {
    if (this.#looking !== undefined) return;
    this.problems = [problem("watch-limited", { error, seconds: everyNow / 1000 }, { file: folder })];
    this.#looking = setInterval(() => this.changes.add(), everyNow);
  }
}
