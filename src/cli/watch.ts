import { type Loaded, load } from "../config/index.ts";
import { ProblemError, problem } from "../problems/index.ts";
import type { Round } from "../watch/index.ts";
import { configFlagsOf } from "./configFlags.ts";
import type { Given } from "./flags.ts";
import { formatOf } from "./format.ts";
import { readNow } from "./instant.ts";
import { Interrupted, stoppable } from "./interruption.ts";
import type { ExitCode, Io } from "./io.ts";
import { RoundLog } from "./roundLog.ts";

/** A round's outcome is for people: it has no end to report at, and hubs needn't hear of each save. */
const others = ["json", "dry-run", "notify", "profile", "strict"] as const;

/** `feedwright build --watch`. */
export async function watchBuild(given: Given, io: Io): Promise<ExitCode> {
  const other =
    others.find((name) => given.switches.has(name)) ?? (formatOf(given) === "text" ? undefined : "format");
  if (other !== undefined)
    throw new ProblemError(problem("flags-together", { flag: "--watch", other: `--${other}` }));
  const log = new RoundLog(io, given.switches.has("verbose"));
  return await watching(given, io, (round) => log.say(round));
}

/**
 * Builds again and again, until whoever runs the command ends it: that is no failure.
 * @param told of each build
 */
export async function watching(
  given: Given,
  io: Io,
  told: (round: Round) => void,
  around: (signal: AbortSignal) => Promise<void> = async () => {},
): Promise<ExitCode> {
  const now = readNow(given);
  const build = io.build ?? (await import("../build.ts")).build;
  const { watch } = await import("../watch/index.ts");
  const loadNow = () => load({ cwd: io.cwd, flags: configFlagsOf(given) });
  // What can't be configured isn't begun with.
  let first: Loaded | undefined = await loadNow();
  const next = async () => {
    const loaded = first ?? (await loadNow());
    first = undefined;
    return loaded;
  };
  const force = given.switches.has("force");
  try {
    await stoppable(async (signal) => {
      const options = () => ({ now: now ?? io.now(), force, wait: true, signal });
      await around(signal);
      await watch({
        load: next,
        cwd: io.cwd,
        build,
        options,
        told,
        signal,
      });
    });
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
  }
  io.stdout.write("\n");
  return 0;
}
