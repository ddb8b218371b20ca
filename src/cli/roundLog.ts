import type { WrittenFile } from "../buildResult.ts";
import type { Problem } from "../problems/index.ts";
import type { Round } from "../watch/index.ts";
import { count, duration, grouped } from "./amounts.ts";
import { coloursFor } from "./colours.ts";
import type { Io } from "./io.ts";
import { seenFrom } from "./placeName.ts";
import { plain, plainPath } from "./plain.ts";
import { problemList } from "./problemList.ts";
import { report } from "./report.ts";

/** Names of files that a line has room for. */
const mostNames = 4;

/** Says of one build after the other what brought it about, what it wrote, and what is wrong now. */
export class RoundLog {
  #last: readonly Problem[] = [];

  constructor(
    private readonly io: Io,
    private readonly verbose = false,
  ) {}

  /** The first as any build, the others in a line each; nothing where nothing came of it. */
  say(round: Round): void {
    const { problems, result } = round;
    const before = this.#last;
    this.#last = problems;
    const isNew = textOf(problems) !== textOf(before);
    if (isNew) this.#problems(round);
    if (round.number === 1) this.#first(round);
    else if (isNew || result?.files.some(isTouched)) this.#line(round, before);
  }

  #first(round: Round): void {
    const { stdout, cwd } = this.io;
    const { result, config } = round;
    const colours = coloursFor(stdout, this.io);
    const showing = { config, cwd, colours, dryRun: false, verbose: this.verbose, profile: this.verbose };
    if (result) stdout.write(report(result, showing));
    stdout.write(`\n  ${colours.dim("Waiting for changes; Ctrl-C ends.")}\n\n`);
  }

  #line({ changed, problems, result }: Round, before: readonly Problem[]): void {
    const { stdout, cwd, now } = this.io;
    const { bold, cyan, dim, green, red, yellow } = coloursFor(stdout, this.io);
    const done = result
      ? `${cyan(written(result.files))} ${dim(`in ${duration(result.milliseconds)}`)}`
      : red("nothing was written");
    const paint = result ? yellow : red;
    const wrong = problems.length > 0 ? paint(`, ${count(problems.length, "problem")}`) : "";
    const mended = problems.length === 0 && before.length > 0 ? green(", all mended") : "";
    const time = new Date(now()).toTimeString().slice(0, 8);
    stdout.write(`  ${dim(time)}  ${bold(causeOf(changed, cwd))}  ${done}${wrong}${mended}\n`);
  }

  #problems({ problems, base }: Round): void {
    const { stderr, cwd } = this.io;
    const showing = { base, cwd, verbose: this.verbose, width: stderr.columns };
    stderr.write(problemList(problems, { ...showing, colours: coloursFor(stderr, this.io) }));
  }
}

function causeOf(changed: Round["changed"], cwd: string): string {
  const [first, ...more] = changed;
  if (first === undefined) return "the clock";
  const name = plainPath(seenFrom(cwd, first));
  return more.length === 0 ? name : `${name} and ${grouped(more.length)} more`;
}

function written(files: readonly WrittenFile[]): string {
  const touched = files.filter(isTouched).map(({ path }) => plain(path));
  if (touched.length === 0) return "no feed changed";
  return touched.length <= mostNames ? touched.join(", ") : `${count(touched.length, "file")} written`;
}

function isTouched({ state }: WrittenFile): boolean {
  return state !== "unchanged";
}

function textOf(problems: readonly Problem[]): string {
  return JSON.stringify(problems);
}
