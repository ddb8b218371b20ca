import type { Instant } from "../model.ts";

/** The formats' dates have years of four digits: 0001 to 9999. */
const first = Date.parse("0001-01-01T00:00:00Z");
const last = Date.parse("9999-12-31T23:59:59.999Z");

/** Whether an instant can be written as a date. */
export function isWritable(instant: Instant): boolean {
  return instant >= first && instant <= last;
}

/** What can't be written is never passed on as another form of date. */
function written(instant: Instant): Date {
  return new Date(isWritable(instant) ? instant : Math.min(Math.max(instant, first), last));
}

/** RFC 822 with a four-digit year, in GMT: `Sun, 23 Feb 2025 18:04:00 GMT`. */
export function rfc822(instant: Instant): string {
  return written(instant).toUTCString();
}

/** RFC 3339 in UTC, with milliseconds only where there are some: `2025-02-23T18:04:00Z`. */
export function rfc3339(instant: Instant): string {
  return written(instant).toISOString().replace(".000Z", "Z");
}
