import type { Instant } from "../model.ts";

/** RFC 822 with a four-digit year, in GMT: `Sun, 23 Feb 2025 18:04:00 GMT`. */
export function rfc822(instant: Instant): string {
  return new Date(instant).toUTCString();
}

/** RFC 3339 in UTC, with milliseconds only where there are some: `2025-02-23T18:04:00Z`. */
export function rfc3339(instant: Instant): string {
  const written = new Date(instant).toISOString();
  return instant % 1000 === 0 ? `${written.slice(0, -".000Z".length)}Z` : written;
}
