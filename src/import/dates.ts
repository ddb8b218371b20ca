import { type ReadDate, readDate, type Wall } from "../parse/index.ts";
import { type Place, problem, type Report } from "../problems/index.ts";

/**
 * A source's date as front matter has it: RFC 3339, in the zone that the source wrote, or in none.
 * @returns nothing where there is none, or none that can be read; the latter is told
 */
export function importedDate(text: string | undefined, place: Place, report: Report): string | undefined {
  if (text === undefined || text.trim() === "") return undefined;
  let named = true;
  const zone = (wall: Wall) => {
    named = false;
    return utc(wall);
  };
  // A wrong weekday is a generator's fault, not a doubt about the day.
  const attempts = [text, text.replace(/^\s*[A-Za-z]+\.?,\s*/, "")];
  for (const attempt of attempts) {
    named = true;
    const read = readDate(attempt, zone);
    if (typeof read !== "string") return written(read, named);
  }
  report(problem("import-date", { seen: text.trim().slice(0, 60) }, place));
  return undefined;
}

/** The instant of a date as it was written here; zoneless ones as if they were UTC. */
export function instantOf(date: string): number {
  const read = readDate(date, utc);
  return typeof read === "string" ? Number.NaN : read.instant;
}

/** A time on the clock, with its distance from UTC. */
function written({ wall, instant }: ReadDate, named: boolean): string {
  const local = new Date(utc(wall)).toISOString().replace(/\.000Z$|Z$/, "");
  if (!named) return local;
  const minutes = Math.round((utc(wall) - instant) / 60_000);
  if (minutes === 0) return `${local}Z`;
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60].map(twoDigits);
  return `${local}${minutes < 0 ? "-" : "+"}${hours}:${rest}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}

function utc({ year, month, day, hour, minute, second, millisecond }: Wall): number {
  const date = new Date(Date.UTC(2000, month - 1, day, hour, minute, second, millisecond));
  // `Date.UTC` takes years below 100 for those of the last century.
  return date.setUTCFullYear(year, month - 1, day);
}
