import type { Instant } from "../model.ts";
import { ProblemError, problem } from "../problems/index.ts";
import type { Given } from "./flags.ts";

const rfc3339 =
  /^(\d{4}-\d\d-\d\d)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i;

/** Reads an instant as RFC 3339 has it: with its zone, in the calendar, nothing rolled over. */
function readInstant(text: string): Instant | undefined {
  const [, date] = rfc3339.exec(text) ?? [];
  if (date === undefined || !inCalendar(date)) return undefined;
  const instant = Date.parse(text.toUpperCase());
  return Number.isNaN(instant) ? undefined : instant;
}

/** `Date` makes 2 March of 30 February. */
function inCalendar(date: string): boolean {
  const midnight = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(date);
}

/** What `--now` says; nothing where it isn't given. */
export function readNow({ values }: Given): Instant | undefined {
  const seen = values.get("now");
  if (seen === undefined) return undefined;
  const now = readInstant(seen);
  if (now !== undefined) return now;
  const expected = "a moment with its zone, as in 2026-12-01T09:00:00Z";
  throw new ProblemError(problem("flag-value", { flag: "--now", seen, expected }));
}
