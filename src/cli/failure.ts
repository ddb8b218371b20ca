import type { Problem } from "../problems/index.ts";
import { coloursFor } from "./colours.ts";
import { documentOf } from "./document.ts";
import type { Format } from "./format.ts";
import type { ExitCode, Io } from "./io.ts";
import { problemList } from "./problemList.ts";

/** How a failure is shown. */
export interface FailureShowing {
  /** The folder that the problems' places are relative to. */
  readonly base: string;
  /** The content folder, once that is known. */
  readonly content?: string | undefined;
  readonly format: Format;
  /** The configuration's. */
  readonly file?: string | undefined;
  readonly dryRun: boolean;
  readonly verbose: boolean;
}

/** Says why nothing was written. */
export async function sayFailure(
  problems: readonly Problem[],
  { format, ...showing }: FailureShowing,
  io: Io,
): Promise<ExitCode> {
  const { cwd, stdout, stderr } = io;
  if (format === "text") {
    const colours = coloursFor(stderr, io);
    stderr.write(problemList(problems, { ...showing, cwd, colours, width: stderr.columns }));
  } else stdout.write(await documentOf(format, { exitCode: 2, ...showing, problems, cwd }));
  return 2;
}
