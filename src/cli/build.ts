import type { BuildOptions, BuildResult } from "../buildResult.ts";
import { type Config, load } from "../config/index.ts";
import type { NotifyResult } from "../notify/index.ts";
import { type Problem, ProblemError } from "../problems/index.ts";
import { coloursFor } from "./colours.ts";
import type { Command } from "./command.ts";
import { configFlags, configFlagsOf } from "./configFlags.ts";
import { documentOf } from "./document.ts";
import { sayFailure } from "./failure.ts";
import type { Given } from "./flags.ts";
import { formatFlags, formatOf } from "./format.ts";
import { readNow } from "./instant.ts";
import { stoppable } from "./interruption.ts";
import type { ExitCode, Io } from "./io.ts";
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
    watch: { text: "Build again whenever something changes, until Ctrl-C" },
    wait: { text: "Wait where another build of the same site is running" },
    notify: {
      text: "Then tell the WebSub hubs which feeds changed, where the folder written to is what is served",
    },
    strict: { text: "Exit 1 on warnings too" },
    ...formatFlags,
    profile: { text: "Show where the time went" },
    verbose: { text: "Show every file, problem and article held back, and where the time went" },
  },
  exitStatus: "0 all published; 1 published, but articles were left out; 2 nothing written",
  async run(given, io) {
    if (given.switches.has("watch")) return await (await import("./watch.ts")).watchBuild(given, io);
    const format = formatOf(given);
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
      const showing = {
        base: config.content,
        content: config.content,
        file: config.file,
        format,
        ...switchesOf(given),
      };
      return await sayFailure([...found, ...error.problems], showing, io);
    }
  },
};

async function runBuild(options: BuildOptions, given: Given, io: Io): Promise<BuildResult> {
  const build = io.build ?? (await import("../build.ts")).build;
  const progress = new Progress(io.stderr);
  try {
    const { dryRun, force, wait } = switchesOf(given);
    return await stoppable((signal) =>
      build({ ...options, dryRun, force, wait, progress: progress.step, signal }),
    );
  } finally {
    progress.end();
  }
}

function switchesOf({ switches }: Given) {
  return {
    dryRun: switches.has("dry-run"),
    force: switches.has("force"),
    wait: switches.has("wait"),
    strict: switches.has("strict"),
    verbose: switches.has("verbose"),
    profile: switches.has("profile") || switches.has("verbose"),
  };
}

/** Says what the build did, and tells the hubs where that is asked for; a terminal's reader needn't wait for them. */
async function finish(result: BuildResult, config: Config, given: Given, io: Io): Promise<ExitCode> {
  const { dryRun } = switchesOf(given);
  const forPeople = formatOf(given) === "text";
  if (dryRun || !given.switches.has("notify")) return await show({ result }, config, given, io);
  if (forPeople) await show({ result }, config, given, io);
  const notices = await tellAfterBuild(config, io);
  if (!forPeople) return await show({ result, notices }, config, given, io);
  io.stdout.write("\n");
  sayNotices(notices, { ...switchesOf(given), base: config.content }, io);
  return exitCodeOf({ result, notices }, given);
}

/** A build, and what the hubs were told after it. */
interface Done {
  readonly result: BuildResult;
  readonly notices?: NotifyResult | undefined;
}

async function show({ result, notices }: Done, config: Config, given: Given, io: Io): Promise<ExitCode> {
  const { cwd, stdout, stderr } = io;
  const { dryRun, verbose, profile } = switchesOf(given);
  const format = formatOf(given);
  const exitCode = exitCodeOf({ result, notices }, given);
  const { content: base, output: folder, link: output = folder, file } = config;
  const problems = [...result.problems, ...(notices?.problems ?? [])];
  if (format === "text") {
    const colours = coloursFor(stderr, io);
    stderr.write(
      problemList(problems, { base, content: base, cwd, colours, verbose, width: stderr.columns }),
    );
    stdout.write(report(result, { config, cwd, colours: coloursFor(stdout, io), dryRun, verbose, profile }));
  } else {
    const outcome = { exitCode, dryRun, result, notices, problems, base, cwd, output, file };
    stdout.write(await documentOf(format, outcome));
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
