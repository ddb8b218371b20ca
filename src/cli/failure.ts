import type { Problem } from "../problems/index.ts";
import { coloursFor } from "./colours.ts";
import type { ExitCode, Io } from "./io.ts";
import { jsonReport } from "./json.ts";
import { problemList } from "./problemList.ts";

/** How a failure is shown. */
export interface FailureShowing {
  /** The folder that the problems' places are relative to. */
  readonly base: string;
  readonly json: boolean;
  readonly dryRun: boolean;
  readonly verbose: boolean;
}

/** Says why nothing was written. */
export function sayFailure(problems: readonly Problem[], showing: FailureShowing, io: Io): ExitCode {
  const { cwd, stdout, stderr } = io;
  if (showing.json) stdout.write(jsonReport({ exitCode: 2, ...showing, problems, cwd }));
  else {
    const colours = coloursFor(stderr, io);
    stderr.write(problemList(problems, { ...showing, cwd, colours, width: stderr.columns }));
  }
  return 2;
}
