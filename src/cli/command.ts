import type { Flag, FlagTable, Given } from "./flags.ts";
import type { ExitCode, Io } from "./io.ts";

/** One command: what the help says of it, what it takes, what it does. */
export interface Command {
  readonly summary: string;
  readonly flags: FlagTable;
  /** The word that it takes beside its flags, as the help has it. */
  readonly word?: string | undefined;
  /** All that it may be, where that is a list. */
  readonly words?: readonly string[] | undefined;
  /** What its exit status tells, from 0 on. */
  readonly exitStatus: string;
  /** Throws a `ProblemError` where nothing can be done. */
  run(given: Given, io: Io): Promise<ExitCode>;
}

const help: Flag = { short: "h", text: "Say what a command does and takes" };
const version: Flag = { short: "v", text: "Say the version" };

/** What every command takes. */
export const commonFlags = { help } as const satisfies FlagTable;

/** What `feedwright` takes without a command. */
export const topFlags = { help, version } as const satisfies FlagTable;
