import type { Instant } from "../model.ts";
import { dayWords } from "../render/wordings.ts";

/** An instant as a page shows it, and as machines read it. */
export interface Shown {
  readonly iso: string;
  /** The day alone. */
  readonly day: string;
  /** With the time, where one was given: a day's first minute is none. */
  readonly words: string;
}

/** Shows instants in a zone. Of what Node knows of languages nothing is used: another Node knows something else. */
export function clockOf(timeZone: string): (instant: Instant, language: string) => Shown {
  const format = new Intl.DateTimeFormat("en", {
    timeZone,
    calendar: "iso8601",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  });
  return (instant, language) => {
    const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
    const part = (type: "year" | "month" | "day" | "hour" | "minute") => parts.get(type) ?? 0;
    const [hour, minute] = [part("hour"), part("minute")];
    const day = dayWords(language, Date.UTC(part("year"), part("month") - 1, part("day")));
    const time = `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
    const between = /^(?:ja|zh)\b/i.test(language) ? " " : ", ";
    const iso = new Date(instant).toISOString().replace(".000Z", "Z");
    return { iso, day, words: time === "00:00" ? day : day + between + time };
  };
}
