import type { BuildOptions, BuildResult } from "../buildResult.ts";
import type { Config, Loaded } from "../config/index.ts";
import { type Problem, ProblemError, problem } from "../problems/index.ts";

/** One build of many: what brought it about, and what it came to. */
export interface Round {
  /** From 1 on. */
  readonly number: number;
  /** Absolute; none of the first one, and where the clock brought it about. */
  readonly changed: readonly string[];
  /** The last one that could be read. */
  readonly config: Config;
  /** Absent where nothing was written. */
  readonly result?: BuildResult | undefined;
  readonly problems: readonly Problem[];
  /** The folder that the problems' places are relative to. */
  readonly base: string;
}

/** What a round is built with. */
export interface RoundOptions {
  readonly build: (options: BuildOptions) => Promise<BuildResult>;
  /** What each build is asked to do. */
  readonly options: () => Omit<BuildOptions, "config" | "report">;
}

/** Builds once. What goes wrong is the round's outcome. */
export async function buildRound(
  { config, keep }: Loaded,
  { build, options }: RoundOptions,
): Promise<Pick<Round, "result" | "problems" | "base">> {
  const found: Problem[] = [];
  const asked = options();
  try {
    const result = await build({ ...asked, config, report: (each) => found.push(each) });
    // Where it can't be kept, the build has said so of its own notes.
    await keep().catch(() => {});
    return { result, problems: result.problems, base: config.content };
  } catch (error) {
    asked.signal?.throwIfAborted();
    return { problems: [...found, ...problemsIn(error)], base: config.content };
  }
}

/** What stopped a round, as problems. */
export function problemsIn(error: unknown): readonly Problem[] {
  if (error instanceof ProblemError) return error.problems;
  return [problem("unexpected", { reason: error instanceof Error ? error.message : String(error) })];
}
