/** The shapes that the catalogue's rooms share. */

/**
 * `fatal`: nothing is written (exit 2). `error`: this article is left out (exit 1).
 * `warning`: published, but worth a look (exit 0).
 */
export type Severity = "fatal" | "error" | "warning";

/** Where a problem stands; `line` and `column` count from 1. */
export interface Place {
  /** Relative to the root that was built, or as the user named it. */
  readonly file: string;
  /** From 1. */
  readonly line?: number | undefined;
  /** From 1, in UTF-16 units. */
  readonly column?: number | undefined;
  /** What the problem is about, where its line isn't known yet: whoever has the file looks it up. */
  readonly text?: string | undefined;
}

/** One problem, worded. */
export interface Problem {
  /** Its name, as in docs/problems.md. */
  readonly code: string;
  /** What it costs. */
  readonly severity: Severity;
  /** What was seen and what was expected, in one plain line. */
  readonly message: string;
  /** What to do about it; empty where nothing sensible can be said. */
  readonly hint: string;
  /** Where it is, if it is in a file. */
  readonly place?: Place | undefined;
  /** The partner that it is about, as the configuration calls it. */
  readonly partner?: string | undefined;
}

/** Where rooms put the problems that they find. */
export type Report = (problem: Problem) => void;

/** A catalogue's entry: `why` explains the rule for `docs/problems.md`. */
export interface Wording<Details> {
  readonly severity: Severity;
  readonly why: string;
  /** What was seen and expected. */
  message(details: Details): string;
  /** What to do about it, or nothing. */
  hint(details: Details): string;
}

/** Keeps each entry's own details type. */
export function wording<Details>(entry: Wording<Details>): Wording<Details> {
  return entry;
}

/** What the system said, without its stack and its internals: `EACCES: permission denied`. */
export function systemReason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message.replace(/, \w+ '.*'$/s, "");
}

/** Bytes as a configuration has them: `2 MB`, `256 kB`. */
export function sizeText(bytes: number): string {
  const kilobytes = Math.ceil(bytes / 1024);
  return kilobytes % 1024 === 0 ? `${kilobytes / 1024} MB` : `${kilobytes} kB`;
}
