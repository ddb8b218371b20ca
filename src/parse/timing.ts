import type { Article, Correction, Instant } from "../model.ts";
import { problem } from "../problems/index.ts";
import type { ReadDate } from "./dates.ts";
import type { Fields } from "./fields.ts";
import { readFileName } from "./permalink.ts";
import { asText, member, none } from "./values.ts";

/** When an article was published and changed; `wall` is its date as the editor wrote it. */
export interface Dates {
  readonly wall: ReadDate["wall"];
  readonly instants: Pick<Article, "published" | "updated" | "changes" | "embargo" | "expires">;
}

/** Reads an article's dates. Gives nothing where none says when it was published. */
export function readDates(
  fields: Fields,
  file: string,
  corrections: readonly Correction[],
): Dates | undefined {
  const embargo = fields.date("embargo");
  const change = fields.date("updated");
  const expires = fields.date("expires")?.instant;
  const date = fields.get("date") ? fields.date("date") : (embargo ?? dateInName(fields, file) ?? change);
  if (date === undefined) return undefined;
  // What comes out with its embargo is news from then on: by its date alone it would stand behind all newer ones.
  const published = Math.max(date.instant, embargo?.instant ?? date.instant);
  const changed = change !== undefined || corrections.length > 0;
  const changes = changed
    ? after(published, [change?.instant, ...corrections.map((each) => each.date)])
    : none;
  return {
    wall: date.wall,
    instants: { published, updated: changes.at(-1), changes, embargo: embargo?.instant, expires },
  };
}

/** Changes in order. One from before publication is none that a reader should hear of. */
function after(published: Instant, changes: readonly (Instant | undefined)[]): readonly Instant[] {
  return changes
    .flatMap((each) => (each !== undefined && each > published ? [each] : []))
    .sort((a, b) => a - b);
}

/** Jekyll's and Docusaurus's date in the file's name, or the one in the permalink. */
function dateInName(fields: Fields, file: string): ReadDate | undefined {
  const path = asText(fields.get("permalink")?.value) ?? "";
  const date = readFileName(file).date ?? /(?:^|\/)(\d{4}\/\d{2}\/\d{2})\//.exec(path)?.[1];
  return date === undefined ? undefined : fields.dateInName(date);
}

/** Reads what was put right. A note without its date is told of, but not lost: its readers are owed it. */
export function readCorrections(fields: Fields): readonly Correction[] {
  const field = fields.get("corrections");
  if (field === undefined) return none;
  return fields.list("corrections").flatMap((value, index) => {
    const note = noteIn(value) ?? asText(member(value, "note", "text", "correction"));
    const date = member(value, "date", "on", "at");
    const below = Array.isArray(field.value) ? [index] : [];
    if (note === undefined) return fields.wrong(field, "a list of `{date, note}`", ...below) ?? [];
    if (date === undefined) {
      fields.reportAt(field, (key) => problem("correction-undated", { key }), ...below);
      return { note };
    }
    const read = fields.dateOf(field, date, ...below, "date");
    return read === undefined ? [] : { date: read.instant, note };
  });
}

/** A note alone, if it is one: what has no words, such as a date, isn't. */
function noteIn(value: unknown): string | undefined {
  return typeof value === "string" && /\p{L}{2}/u.test(value) ? asText(value) : undefined;
}
