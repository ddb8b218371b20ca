import { problem } from "../problems/index.ts";
import { askingAtTerminal } from "./asking.ts";
import { sayFailure } from "./failure.ts";
import { formatAsked } from "./format.ts";
import { type ExitCode, main } from "./main.ts";

const { stdin, stdout, stderr, env } = process;

/** Runs the command that the process was started with. */
export async function start(): Promise<void> {
  // Whoever reads may have had enough: `feedwright build | head`.
  stdout.on("error", ({ code }: NodeJS.ErrnoException) => {
    if (code === "EPIPE") return;
    process.exitCode = 2;
    stderr.write(`feedwright: the report can't be written: ${code}\n`);
  });
  // Nowhere is left to say it.
  stderr.on("error", ({ code }: NodeJS.ErrnoException) => {
    if (code !== "EPIPE") process.exitCode = 2;
  });
  const exitCode = await run();
  process.exitCode ??= exitCode;
}
async function run(): Promise<ExitCode> {
  const argv = process.argv.slice(2);
  // Questions go to stderr: `$EDITOR "$(feedwright new)"` has only the path on stdout.
  const asking = stdin.isTTY && stderr.isTTY && !env.CI ? askingAtTerminal : undefined;
  const io = { stdin, stdout, stderr, env, now: Date.now, asking };
  const cwd = workingDirectory();
  if (cwd !== undefined) return await main(argv, { ...io, cwd });
  const showing = { base: "/", format: formatAsked(argv), dryRun: false, verbose: false };
  return await sayFailure([problem("folder-gone", {})], showing, { ...io, cwd: "/" });
}

/** It may have been deleted since the shell went there. */
function workingDirectory(): string | undefined {
  try {
    return process.cwd();
  } catch {
    return undefined;
  }
}
