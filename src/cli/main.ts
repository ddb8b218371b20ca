/**
 * The command: a command line and its surroundings come in, text goes to the streams, and the exit
 * status goes out. Nothing is thrown: what can't be done is said, as problems, with exit status 2.
 */
import { resolve } from "node:path";
import { isFolder } from "../config/index.ts";
import { nearest } from "../near.ts";
import { type Problem, ProblemError, problem } from "../problems/index.ts";
import { type Command, commonFlags, topFlags } from "./command.ts";
import { commands } from "./commands.ts";
import { sayFailure } from "./failure.ts";
import { readFlags } from "./flags.ts";
import { formatAsked } from "./format.ts";
import { helpFor, overview } from "./help.ts";
import { Interrupted } from "./interruption.ts";
import type { ExitCode, Io } from "./io.ts";
import { readVersion } from "./version.ts";

export type { ExitCode, Io, Output } from "./io.ts";

/**
 * Runs feedwright.
 * @param argv what stood behind the program's name
 */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  try {
    const [first, ...rest] = argv;
    if (first === undefined || first.startsWith("-")) return runTop(argv, io);
    return await runCommand(first, rest, io);
  } catch (error) {
    return await failed(error, argv, io);
  }
}

function runTop(argv: readonly string[], io: Io): ExitCode {
  const given = readFlags(argv, topFlags);
  refuse(given.problems);
  io.stdout.write(given.switches.has("version") ? `${readVersion()}\n` : overview(commands));
  return 0;
}

async function runCommand(name: string, argv: readonly string[], io: Io): Promise<ExitCode> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    const meant = nearest(name, Object.keys(commands));
    throw new ProblemError(problem("command-unknown", { command: name, meant }));
  }
  const given = readFlags(argv, { ...command.flags, ...commonFlags });
  if (given.switches.has("help")) return say(helpFor(name, command), io);
  const stray = given.words.slice(command.word === undefined ? 0 : 1);
  refuse([...given.problems, ...stray.map((word) => strayWord(word, command, io.cwd))]);
  return await command.run(given, io);
}

/** A folder's name alone is most likely the content's. */
function strayWord(word: string, { flags }: Command, cwd: string): Problem {
  const isContent = flags.content !== undefined && isFolder(resolve(cwd, word));
  const name = /^[\w./][\w./-]*$/.test(word) ? word : `'${word}'`;
  return problem("word-unexpected", { word, meant: isContent ? `--content ${name}` : undefined });
}

function say(text: string, io: Io): ExitCode {
  io.stdout.write(text);
  return 0;
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new ProblemError(...problems);
}

async function failed(error: unknown, argv: readonly string[], io: Io): Promise<ExitCode> {
  const [dryRun, verbose] = [argv.includes("--dry-run"), argv.includes("--verbose")];
  const showing = { base: io.cwd, format: formatAsked(argv), dryRun, verbose };
  if (error instanceof ProblemError) return await sayFailure(error.problems, showing, io);
  if (error instanceof Interrupted) {
    io.stderr.write(`feedwright: ${error.message}\n`);
    return error.exitCode;
  }
  const reason = error instanceof Error ? error.message : String(error);
  if (showing.verbose && error instanceof Error) io.stderr.write(`${error.stack}\n\n`);
  return await sayFailure([problem("unexpected", { reason })], showing, io);
}
