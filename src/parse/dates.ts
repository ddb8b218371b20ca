import type { Instant } from "../model.ts";
import { rememberingZone } from "./zone.ts";

/** RFC 3339 and RFC 5322 have no other years than 0001 to 9999, in UTC as on the page. */
const firstInstant = Date.parse("0001-01-01T00:00:00Z");
const lastInstant = Date.parse("9999-12-31T23:59:59.999Z");

const fourCenturies = Date.UTC(2400, 0) - Date.UTC(2000, 0);

/** In characters; what dates are written with, a zone's name in words included. */
const longest = 100;

/** A calendar day and a time on the clock, as an article writes them. */
export interface Wall {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

/** Tells the instant of a time that names no zone. */
export type Zone = (wall: Wall) => Instant;

/** A date as read: its instant, and the day that the editor wrote (for permalinks). */
export interface ReadDate {
  readonly instant: Instant;
  readonly wall: Wall;
}

/** `impossible`: it reads as a date, but none that exists. `unreadable`: it doesn't read as one. */
export type DateFault = "impossible" | "unreadable";

/**
 * The zone that zoneless dates belong to.
 *
 * Where the clock goes forward, a time in the gap is read with the offset from before it (02:30
 * becomes 03:30); where it goes back, a time that comes twice is the first of the two. Both as
 * Temporal's "compatible" and RFC 5545, section 3.3.5, have it.
 * @param name an IANA name, checked by the configuration
 */
export async function zoneOf(name: string): Promise<Zone> {
  if (/^(?:UTC|Etc\/UTC|GMT)$/i.test(name)) return utc;
  const { Temporal } = await import("temporal-polyfill");
  return rememberingZone(utc, (wall) => Temporal.PlainDateTime.from(wall).toZonedDateTime(name));
}

const utc: Zone = (wall) => instantOf(wall, 0);

/**
 * Reads a date as front matter has it: RFC 3339 (also with a blank for `T`, without seconds, or
 * without zone), a date alone, RFC 822 and RFC 5322, and English month names as in `Jul 8 2022`.
 */
export function readDate(text: string, zone: Zone): ReadDate | DateFault {
  const trimmed = text.trim();
  // Patterns that are let loose on more take their time over it.
  if (trimmed.length > longest) return "unreadable";
  const fields = usualFields(trimmed) ?? isoFields(trimmed) ?? namedFields(trimmed);
  if (fields === undefined) return "unreadable";
  const { wall, offset } = fields;
  if (!exists(wall) || offset === "impossible" || !weekdayFits(fields.weekday, wall)) return "impossible";
  const instant = offset === undefined ? zone(wall) : instantOf(wall, offset);
  return instant < firstInstant || instant > lastInstant ? "impossible" : { wall, instant };
}

interface Fields {
  readonly wall: Wall;
  /** Minutes east of UTC; none where the text names no zone. */
  readonly offset: number | "impossible" | undefined;
  readonly weekday?: string | undefined;
}

const clock = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?`;
const offset = String.raw`(Z|UTC|GMT|UT|[A-Z]{3,4}|[+-]\d{2}:?(?:\d{2})?)`;
const iso = new RegExp(
  String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:(?:T|\s+)${clock}\s*${offset}?)?$`,
  "i",
);
const weekday = String.raw`(?:(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?,?\s+)?`;
const comment = String.raw`(?:\s*\([^()]*\))?`;
const time = String.raw`(?:,?\s+(?:at\s+)?${clock}\s*${offset}?${comment})?`;
const dayFirst = new RegExp(
  String.raw`^${weekday}(\d{1,2})[\s-]+([A-Z]{3,9})\.?,?[\s-]+(\d{4}|\d{2})${time}$`,
  "i",
);
const monthFirst = new RegExp(
  String.raw`^${weekday}([A-Z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})${time}$`,
  "i",
);

/** `2025-02-23T18:30:00Z`, as most are written: read by the places of its signs, in a tenth of the time. */
function usualFields(text: string): Fields | undefined {
  if (text.length !== 20 || text[4] !== "-" || text[7] !== "-" || text[10] !== "T") return undefined;
  if (text[13] !== ":" || text[16] !== ":" || text[19] !== "Z") return undefined;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 2);
  const day = digits(text, 8, 2);
  const hour = digits(text, 11, 2);
  const minute = digits(text, 14, 2);
  const second = digits(text, 17, 2);
  if (Number.isNaN(year + month + day + hour + minute + second)) return undefined;
  return { wall: { year, month, day, hour, minute, second, millisecond: 0 }, offset: 0 };
}

/** The number that so many digits make; NaN where not all are digits. */
function digits(text: string, from: number, count: number): number {
  let number = 0;
  for (let at = from; at < from + count; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
}

function isoFields(text: string): Fields | undefined {
  const found = iso.exec(text);
  if (found === null) return undefined;
  const [, year, , month, day, ...rest] = found;
  return { wall: wallOf(Number(year), Number(month), Number(day), rest), offset: offsetOf(rest[4]) };
}

function namedFields(text: string): Fields | undefined {
  const byDay = dayFirst.exec(text);
  const byMonth = byDay === null ? monthFirst.exec(text) : null;
  if (byDay === null && byMonth === null) return undefined;
  const [, weekday, first, second, year, ...rest] = byDay ?? byMonth ?? [];
  const [day, name] = byDay === null ? [second, first] : [first, second];
  const month = monthNumber(name ?? "");
  if (month === undefined) return undefined;
  return { wall: wallOf(fullYear(year ?? ""), month, Number(day), rest), offset: offsetOf(rest[4]), weekday };
}

const months = ["january", "february", "march", "april", "may", "june", "july", "august"].concat([
  "september",
  "october",
  "november",
  "december",
]);

function monthNumber(name: string): number | undefined {
  const at = months.findIndex((month) => month.startsWith(name.toLowerCase()));
  return at === -1 ? undefined : at + 1;
}

/** RFC 5322, section 4.3: two digits up to 49 are of this century. */
function fullYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year + (year < 50 ? 2000 : 1900);
}

function wallOf(year: number, month: number, day: number, clock: readonly (string | undefined)[]): Wall {
  const [hour = 0, minute = 0, second = 0] = clock.slice(0, 3).map((part) => Number(part ?? 0));
  const millisecond = Number((clock[3] ?? "").padEnd(3, "0").slice(0, 3));
  return { year, month, day, hour, minute, second, millisecond };
}

/** The zones that RFC 822, section 5.1, names, in minutes. */
const named: Readonly<Record<string, number>> = {
  Z: 0,
  UT: 0,
  UTC: 0,
  GMT: 0,
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
};

function offsetOf(text: string | undefined): number | "impossible" | undefined {
  if (text === undefined) return undefined;
  const digits = /^([+-])(\d{2}):?(\d{2})?$/.exec(text);
  if (digits === null) return named[text.toUpperCase()] ?? "impossible";
  const [, sign, hours, minutes = "0"] = digits;
  if (Number(hours) > 23 || Number(minutes) > 59) return "impossible";
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

function exists(wall: Wall): boolean {
  const { year, month, day, hour, minute, second } = wall;
  if (year < 1 || month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59) return false;
  return day <= 28 || day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}

function weekdayFits(name: string | undefined, wall: Wall): boolean {
  if (name === undefined) return true;
  const day = new Date(instantOf(wall, 0)).getUTCDay();
  return ["sun", "mon", "tue", "wed", "thu", "fri", "sat"][day] === name.toLowerCase().slice(0, 3);
}

function instantOf(wall: Wall, offsetMinutes: number): Instant {
  const { year, month, day, hour, minute, second, millisecond } = wall;
  // `Date.UTC` takes years below 100 for those of the last century; 400 years on, the calendar is the same.
  const later = Date.UTC(year + 400, month - 1, day, hour, minute - offsetMinutes, second, millisecond);
  return later - fourCenturies;
}
