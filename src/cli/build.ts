import type { BuildOptions, BuildResult } from "../buildResult.ts";
import { type Config, load } from "../config/index.ts";
import type { NotifyResult } from "../notify/index.ts";
import { type Problem, ProblemError } from "../problems/index.ts";
import { coloursFor } from "./colours.ts";
import type { Command } from "./command.ts";
import { configFlags, configFlagsOf } from "./configFlags.ts";
import { sayFailure } from "./failure.ts";
import type { Given } from "./flags.ts";
import { readNow } from "./instant.ts";
import { stoppable } from "./interruption.ts";
import type { ExitCode, Io } from "./io.ts";
import { jsonReport } from "./json.ts";
import { sayNotices, tellAfterBuild } from "./notices.ts";
import { problemList } from "./problemList.ts";
import { Progress } from "./progress.ts";
import { report } from "./report.ts";

/** `feedwright build`. */
export const buildCommand: Command = {
  summary: "Build the feeds",
  flags: {
    ...configFlags,
    now: { value: "ISO", text: "The moment that decides what is due, as 2026-12-01T09:00:00Z" },
    "dry-run": { text: "Do everything but write" },
    force: { text: "Write even where a feed would become empty or lose most of its articles" },
    notify: {
      text: "Then tell the WebSub hubs which feeds changed, where the folder written to is what is served",
    },
    strict: { text: "Exit 1 on warnings too" },
    json: { text: "Report as one JSON document" },
    profile: { text: "Show where the time went" },
    verbose: { text: "Show every file, problem and article held back, and where the time went" },
  },
  exitStatus: "0 all published; 1 published, but articles were left out; 2 nothing written",
  async run(given, io) {
    const now = readNow(given) ?? io.now();
    const { config, keep } = await load({ cwd: io.cwd, flags: configFlagsOf(given) });
    if (given.switches.has("notify")) (await import("../notify/index.ts")).hubsOf({ config });
    const found: Problem[] = [];
    try {
      const result = await runBuild({ config, now, report: (each) => found.push(each) }, given, io);
      // Where it can't be kept, the build has said so of its own notes.
      if (!given.switches.has("dry-run")) await keep().catch(() => {});
      return await finish(result, config, given, io);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const showing = { base: config.content, ...switchesOf(given) };
      return sayFailure([...found, ...error.problems], showing, io);
    }
  },
};

async function runBuild(options: BuildOptions, given: Given, io: Io): Promise<BuildResult> {
  const build = io.build ?? (await import("../build.ts")).build;
  const progress = new Progress(io.stderr);
  try {
    const { dryRun, force } = switchesOf(given);
    return await stoppable((signal) => build({ ...options, dryRun, force, progress: progress.step, signal }));
  } finally {
    progress.end();
  }
}

function switchesOf({ switches }: Given) {
  return {
    dryRun: switches.has("dry-run"),
    force: switches.has("force"),
    strict: switches.has("strict"),
    json: switches.has("json"),
    verbose: switches.has("verbose"),
    profile: switches.has("profile") || switches.has("verbose"),
  };
}

/** Says what the build did, and tells the hubs where that is asked for; a terminal's reader needn't wait for them. */
async function finish(result: BuildResult, config: Config, given: Given, io: Io): Promise<ExitCode> {
  const { json, dryRun } = switchesOf(given);
  if (dryRun || !given.switches.has("notify")) return show({ result }, config, given, io);
  if (!json) show({ result }, config, given, io);
  const notices = await tellAfterBuild(config, io);
  if (json) return show({ result, notices }, config, given, io);
  io.stdout.write("\n");
  sayNotices(notices, { ...switchesOf(given), base: config.content }, io);
  return exitCodeOf({ result, notices }, given);
}

/** A build, and what the hubs were told after it. */
interface Done {
  readonly result: BuildResult;
  readonly notices?: NotifyResult | undefined;
}

function show({ result, notices }: Done, config: Config, given: Given, io: Io): ExitCode {
  const { cwd, stdout, stderr } = io;
  const { json, dryRun, verbose, profile } = switchesOf(given);
  const exitCode = exitCodeOf({ result, notices }, given);
  const { content: base, output } = config;
  const problems = [...result.problems, ...(notices?.problems ?? [])];
  if (json) stdout.write(jsonReport({ exitCode, dryRun, result, notices, problems, base, cwd, output }));
  else {
    const colours = coloursFor(stderr, io);
    stderr.write(problemList(problems, { base, cwd, colours, verbose, width: stderr.columns }));
    stdout.write(report(result, { config, cwd, colours: coloursFor(stdout, io), dryRun, verbose, profile }));
  }
  return exitCode;
}

/** A hub that doesn't take a notice is a warning: the feeds are published. */
function exitCodeOf({ result: { rejected, problems }, notices }: Done, given: Given): ExitCode {
  const { strict } = switchesOf(given);
  const errors = problems.some(({ severity }) => severity !== "warning");
  const warned = problems.length + (notices?.problems.length ?? 0) > 0;
  return rejected > 0 || errors || (strict && warned) ? 1 : 0;
}
