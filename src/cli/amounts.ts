import type { Instant } from "../model.ts";

/** `20,000`. By hand: loading the locales' rules takes longer than a small build. */
export function grouped(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

/** `1 article`, `2 articles`, `20,000 articles`. */
export function count(number: number, noun: string): string {
  return `${grouped(number)} ${noun}${number === 1 ? "" : "s"}`;
}

/** A file's size: `812 B`, `84.2 kB`, `1.3 MB`. */
export function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 999_950 ? `${(bytes / 1e3).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

/** How long something took: `312 ms`, `4.1 s`. */
export function duration(milliseconds: number): string {
  return milliseconds < 999.5 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

/** An instant on the site's clock: `2026-12-01 09:00`. */
export function clock(instant: Instant, timeZone: string): string {
  const numeric = {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  } as const;
  const format = new Intl.DateTimeFormat("en", {
    ...numeric,
    timeZone,
    hourCycle: "h23",
    calendar: "gregory",
  });
  const part = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  return `${part.get("year")}-${part.get("month")}-${part.get("day")} ${part.get("hour")}:${part.get("minute")}`;
}
