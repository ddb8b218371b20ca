/**
 * Every message of the program. A room reports a problem by its code and details; the wording,
 * the hint and the severity stand here, in one typed catalogue a room.
 */
import { articleProblems } from "./article.ts";
import { authorsProblems } from "./authors.ts";
import { configProblems } from "./config.ts";
import { feedProblems } from "./feed.ts";
import { importProblems } from "./import.ts";
import { initProblems } from "./init.ts";
import { newArticleProblems } from "./newArticle.ts";
import { notifyProblems } from "./notify.ts";
import { pageProblems } from "./pages.ts";
import { partnerProblems } from "./partners.ts";
import { publishProblems } from "./publish.ts";
import { renderProblems } from "./render.ts";
import { watchProblems } from "./watch.ts";
import type { Place, Problem, Severity } from "./wording.ts";

export type { Hindrance } from "./notify.ts";
export { type Place, type Problem, type Report, type Severity, sizeText } from "./wording.ts";

/** Code to wording. `docs/problems.md` is made from it. */
export const catalogue = {
  ...configProblems,
  ...articleProblems,
  ...authorsProblems,
  ...renderProblems,
  ...publishProblems,
  ...pageProblems,
  ...notifyProblems,
  ...feedProblems,
  ...partnerProblems,
  ...watchProblems,
  ...newArticleProblems,
  ...initProblems,
  ...importProblems,
} as const;

/** A message's name, for ever: docs/problems.md has all of them. */
export type ProblemCode = keyof typeof catalogue;
type Details<Code extends ProblemCode> = Parameters<(typeof catalogue)[Code]["message"]>[0];

/**
 * Words a problem.
 * @param code its name in the catalogue
 * @param details what was seen, as the code's wording needs it
 * @param place the file, and the line and column (from 1) where they are known
 */
export function problem<Code extends ProblemCode>(
  code: Code,
  details: Details<Code>,
  place?: Place,
): Problem {
  const wording: { severity: Severity; message(d: Details<Code>): string; hint(d: Details<Code>): string } =
    catalogue[code];
  const { severity } = wording;
  const worded = { code, severity, message: wording.message(details), hint: wording.hint(details), place };
  const partner = partnerIn(details);
  return partner === undefined ? worded : { ...worded, partner };
}

function partnerIn(details: unknown): string | undefined {
  if (typeof details !== "object" || details === null || !("partner" in details)) return undefined;
  return typeof details.partner === "string" ? details.partner : undefined;
}

/** Thrown where a room cannot go on; carries the problems instead of a stack trace. */
export class ProblemError extends Error {
  override readonly name = "ProblemError";
  /** Why it could not go on; at least one. */
  readonly problems: readonly Problem[];
  constructor(...problems: readonly Problem[]) {
    super(problems.map((each) => each.message).join("\n"));
    this.problems = problems;
  }
}
