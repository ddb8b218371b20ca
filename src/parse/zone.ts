import type { Temporal } from "temporal-polyfill";
import type { Instant } from "../model.ts";
import type { Wall, Zone } from "./dates.ts";

/** A time through which a zone keeps its offset from UTC. */
interface Span {
  readonly start: Instant;
  readonly end: Instant;
  /** Milliseconds east of UTC. */
  readonly offset: number;
}

/** More than any clock was ever put forward or back at once: a day and its time zones. */
const margin = 48 * 3_600_000;

/**
 * A zone that remembers between which changes of its clocks it was asked: arithmetic there takes a
 * hundredth of the time. At the changes themselves, where a time on the clock may have been twice or
 * not at all, Temporal is asked each time.
 * @param utc tells a time on the clock as if it were UTC
 * @param ask tells it as Temporal has it
 */
export function rememberingZone(utc: Zone, ask: (wall: Wall) => Temporal.ZonedDateTime): Zone {
  const spans: Span[] = [];
  return (wall) => {
    const clock = utc(wall);
    const span = spans.find(({ start, end, offset }) =>
      isWithin(clock - offset, start - margin, end + margin),
    );
    if (span !== undefined && isWithin(clock - span.offset, span.start + margin, span.end - margin))
      return clock - span.offset;
    const zoned = ask(wall);
    if (span === undefined) spans.push(spanAround(zoned));
    return zoned.epochMilliseconds;
  };
}

function isWithin(instant: Instant, start: Instant, end: Instant): boolean {
  return instant >= start && instant < end;
}

function spanAround(zoned: Temporal.ZonedDateTime): Span {
  // The change before an instant that is itself one would be another span's.
  const after = zoned.add({ milliseconds: 1 });
  return {
    start: after.getTimeZoneTransition("previous")?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    end: zoned.getTimeZoneTransition("next")?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offset: zoned.offsetNanoseconds / 1_000_000,
  };
}
