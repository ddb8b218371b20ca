import type { Instant } from "../model.ts";

/**
 * An instant as a zone's clock has it, to the second, with its offset (RFC 3339): whatever reads the
 * article takes it for the same moment.
 * @param timeZone an IANA name
 */
export async function momentIn(instant: Instant, timeZone: string): Promise<string> {
  const { Temporal } = await import("temporal-polyfill");
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);
  return zoned.toString({ smallestUnit: "second", timeZoneName: "never" });
}
