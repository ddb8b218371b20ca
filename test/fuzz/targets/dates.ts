import assert from "node:assert/strict";
import { isWritable, rfc3339 } from "../../../src/formats/dates.ts";
import { readDate, type Wall, zoneOf } from "../../../src/parse/dates.ts";
import type { Target } from "../engine/target.ts";

const zones = [await zoneOf("UTC"), await zoneOf("Europe/Kyiv"), await zoneOf("Australia/Lord_Howe")];

/** A date's text: an instant that feeds can tell comes of it, and back again; or it is none. */
export const dates: Target = {
  name: "dates",
  words:
    `0 1 2 9 00 24 59 60 29 30 31 1582 1900 2000 2024 2025 9999 0001 - / . : T Z z + ± − UTC GMT EST PDT +00:00 -00:00
    +05:30 -12:00 +14:00 +2359 Jan February Sept sep Mon, Sunday, at th, 1st am PM (CET) ,5 .123456789`
      .split(/\s+/)
      .concat(" ", "\t"),
  seeds: () => [
    "2025-02-23",
    "2025-02-23T18:30:00Z",
    "2025-02-23 18:30",
    "2025/2/3 1:30:59.5 +0200",
    "2024-02-29T23:59:59.999999999-11:30",
    "Sun, 23 Feb 2025 18:30:00 GMT",
    "23 Feb 25 18:30 EST (winter)",
    "February 23rd, 2025 at 18:30",
    "Jul 8 2022",
    "2025-03-30T03:30:00",
    "0001-01-01",
    "9999-12-31T23:59:59Z",
  ],
  attempt(input) {
    const text = input.toString();
    for (const zone of zones) {
      const read = readDate(text, zone);
      if (typeof read === "string") continue;
      const { instant, wall } = read;
      assert.ok(isWritable(instant), `no instant that feeds can tell: ${instant}`);
      const again = readDate(rfc3339(instant), zone);
      assert.equal(typeof again === "string" ? again : again.instant, instant);
      assert.ok(Math.abs(wallAsUtc(wall) - instant) <= 25 * 3_600_000, "another day than was written");
    }
  },
};

function wallAsUtc({ year, month, day, hour, minute, second, millisecond }: Wall): number {
  return (
    new Date(0).setUTCFullYear(year, month - 1, day) +
    ((hour * 60 + minute) * 60 + second) * 1000 +
    millisecond
  );
}
