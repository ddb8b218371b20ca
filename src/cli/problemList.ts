import { resolve } from "node:path";
import type { Place, Problem, Severity } from "../problems/index.ts";
import { count, grouped } from "./amounts.ts";
import { codeFrame } from "./codeFrame.ts";
import type { Colours } from "./colours.ts";
import { seenFrom } from "./placeName.ts";
import { plain, plainPath } from "./plain.ts";
import { readSource } from "./source.ts";

/** How problems are shown. */
export interface ProblemShowing {
  /** The folder that places are relative to. */
  readonly base: string;
  /** The content folder, once that is known. */
  readonly content?: string | undefined;
  readonly cwd: string;
  readonly colours: Colours;
  readonly verbose: boolean;
  /** Columns of the terminal. */
  readonly width?: number | undefined;
}

const perKind = 5;
const severities: readonly Severity[] = ["warning", "error", "fatal"];

/**
 * Problems for people, each with its place, its source line and its hint; the gravest stand last,
 * where a terminal's reader looks first. Of a kind that comes often, only a few are shown; each
 * partner's are a kind of their own.
 */
export function problemList(problems: readonly Problem[], showing: ProblemShowing): string {
  if (problems.length === 0) return "";
  const blocks = severities.flatMap((severity) => {
    const some = problems.filter((each) => each.severity === severity);
    // What stops a build is shown whole: all of it has to be mended.
    if (severity === "fatal") return some.map((each) => block(each, showing));
    return kinds(some).flatMap((alike) => kind(alike, showing));
  });
  return `${[...blocks, tally(problems, showing.colours)].join("\n\n")}\n`;
}

function kind(problems: readonly Problem[], showing: ProblemShowing): string[] {
  const shown = showing.verbose ? problems : problems.slice(0, perKind);
  const more = problems.length - shown.length;
  const [first] = problems;
  const whose = first?.partner === undefined ? "" : ` for ${plain(first.partner)}`;
  const note = `and ${grouped(more)} more of ${first?.code}${whose} (--verbose shows all)`;
  return [...shown.map((each) => block(each, showing)), ...(more > 0 ? [showing.colours.dim(note)] : [])];
}

function block(each: Problem, showing: ProblemShowing): string {
  const { colours } = showing;
  const paint = each.severity === "warning" ? colours.yellow : colours.red;
  const word = each.severity === "warning" ? "warning" : "error";
  const place = each.place === undefined ? "" : `${colours.bold(placeName(each.place, showing))}: `;
  return [
    `${place}${paint(`${word}:`)} ${plain(each.message)} ${colours.dim(`[${each.code}]`)}`,
    ...frame(each.place, showing),
    ...(each.hint === "" ? [] : [`  ${colours.cyan("hint:")} ${plain(each.hint)}`]),
  ].join("\n");
}

/** `file:line:column`, the file as seen from the working directory. */
export function placeName(
  { file, line, column }: Place,
  { base, cwd }: Pick<ProblemShowing, "base" | "cwd">,
): string {
  const path = seenFrom(cwd, resolve(base, file));
  return [plainPath(path), line, line === undefined ? undefined : column]
    .filter((part) => part !== undefined)
    .join(":");
}

/** The line that a place names, and those around it; none where it can't be had. */
export function framed(
  place: Place | undefined,
  { base, content, width }: Pick<ProblemShowing, "base" | "content" | "width">,
): readonly string[] {
  if (place?.line === undefined) return [];
  const source = readSource(resolve(base, place.file), content);
  return source === undefined ? [] : codeFrame(source, { line: place.line, column: place.column }, width);
}

function frame(place: Place | undefined, showing: ProblemShowing): string[] {
  return framed(place, showing).map((line) => `  ${line.startsWith(">") ? line : showing.colours.dim(line)}`);
}

function tally(problems: readonly Problem[], colours: Colours): string {
  const warnings = problems.filter(({ severity }) => severity === "warning").length;
  const errors = problems.length - warnings;
  const parts = [
    ...(errors > 0 ? [colours.red(count(errors, "error"))] : []),
    ...(warnings > 0 ? [colours.yellow(count(warnings, "warning"))] : []),
  ];
  return parts.join(", ");
}

/** `Map.groupBy` comes with Node 21. */
function kinds(problems: readonly Problem[]): Problem[][] {
  const found = new Map<string, Problem[]>();
  for (const each of problems) {
    const name = JSON.stringify([each.code, each.partner]);
    const alike = found.get(name);
    if (alike === undefined) found.set(name, [each]);
    else alike.push(each);
  }
  return [...found.values()];
}
