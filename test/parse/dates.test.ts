import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { afterEach, describe, expect, test, vi } from "vitest";
import { type ReadDate, readDate, type Zone } from "../../src/parse/dates.ts";
import { zoneOf } from "../../src/parse/index.ts";

const utc = await zoneOf("UTC");
const kyiv = await zoneOf("Europe/Kyiv");

/** The instant as RFC 3339, or the fault. */
function read(text: string, zone = utc): string {
  const date = readDate(text, zone);
  return typeof date === "string" ? date : new Date(date.instant).toISOString();
}

async function readIn(zone: string, text: string): Promise<string> {
  return read(text, await zoneOf(zone));
}

describe("a date is read as", () => {
  test.each([
    ["RFC 3339", "2025-02-23T18:30:00+02:00", "2025-02-23T16:30:00.000Z"],
    ["RFC 3339 in UTC", "2025-02-23T18:30:00Z", "2025-02-23T18:30:00.000Z"],
    ["RFC 3339 in small letters", "2025-02-23t18:30:00z", "2025-02-23T18:30:00.000Z"],
    ["RFC 3339 with an unknown local offset", "2025-02-23T18:30:00-00:00", "2025-02-23T18:30:00.000Z"],
    ["RFC 3339 west of Greenwich", "2025-02-23T18:30:00-03:30", "2025-02-23T22:00:00.000Z"],
    ["RFC 3339 with the largest offset", "2025-02-23T18:30:00+23:59", "2025-02-22T18:31:00.000Z"],
    ["tenths of a second", "2025-02-23T18:30:00.5Z", "2025-02-23T18:30:00.500Z"],
    ["milliseconds", "2025-02-23T18:30:00.007Z", "2025-02-23T18:30:00.007Z"],
    ["microseconds, cut and not rounded", "2025-02-23T18:30:00.999999Z", "2025-02-23T18:30:00.999Z"],
    ["nanoseconds", "2025-02-23T18:30:00.123456789Z", "2025-02-23T18:30:00.123Z"],
    ["a decimal comma", "2025-02-23T18:30:00,25Z", "2025-02-23T18:30:00.250Z"],
    ["a blank for T", "2025-02-23 18:30:00+02:00", "2025-02-23T16:30:00.000Z"],
    ["Jekyll's blank before the offset", "2025-02-23 18:30:00 +0200", "2025-02-23T16:30:00.000Z"],
    ["a blank before +00:00", "2025-02-23T18:30:00 +00:00", "2025-02-23T18:30:00.000Z"],
    ["an offset of hours", "2025-02-23T18:30:00+02", "2025-02-23T16:30:00.000Z"],
    ["UTC by name", "2025-02-23 18:30:00 UTC", "2025-02-23T18:30:00.000Z"],
    ["without seconds", "2025-02-23T18:30+02:00", "2025-02-23T16:30:00.000Z"],
    ["without zone", "2025-02-23T18:30:00", "2025-02-23T18:30:00.000Z"],
    ["without zone and seconds", "2025-02-23 18:30", "2025-02-23T18:30:00.000Z"],
    ["an hour of one digit", "2025-02-23 9:05", "2025-02-23T09:05:00.000Z"],
    ["a day alone", "2025-02-23", "2025-02-23T00:00:00.000Z"],
    ["months and days of one digit", "2016-5-4", "2016-05-04T00:00:00.000Z"],
    ["strokes", "2016/05/04 10:00", "2016-05-04T10:00:00.000Z"],
    ["dots", "2016.05.04", "2016-05-04T00:00:00.000Z"],
    ["blanks around it", "  2016-05-04\t", "2016-05-04T00:00:00.000Z"],
    ["RFC 5322", "Sun, 23 Feb 2025 18:30:00 +0200", "2025-02-23T16:30:00.000Z"],
    ["RFC 5322 with a comment", "Fri, 21 Nov 1997 09:55:06 -0600 (CST)", "1997-11-21T15:55:06.000Z"],
    ["RFC 5322 without weekday and seconds", "23 Feb 2025 18:30 GMT", "2025-02-23T18:30:00.000Z"],
    ["RFC 822 with two digits of this century", "Sun, 23 Feb 25 18:30:00 GMT", "2025-02-23T18:30:00.000Z"],
    ["RFC 822 with two digits up to 49", "1 Jan 49 00:00 Z", "2049-01-01T00:00:00.000Z"],
    ["RFC 822 with two digits from 50", "1 Jan 50 00:00 UT", "1950-01-01T00:00:00.000Z"],
    ["hyphens between the parts", "23-Feb-2025", "2025-02-23T00:00:00.000Z"],
    ["a month by name, first", "Jul 8 2022", "2022-07-08T00:00:00.000Z"],
    ["a month in full, with a comma", "July 8, 2022", "2022-07-08T00:00:00.000Z"],
    ["a month in full, with an ordinal and a time", "July 8th, 2022 at 14:05", "2022-07-08T14:05:00.000Z"],
    ["a month by name, second", "8 July 2022", "2022-07-08T00:00:00.000Z"],
    ["a month with a dot", "Sept. 1, 2022", "2022-09-01T00:00:00.000Z"],
    ["a weekday in full", "Friday, 8 July 2022", "2022-07-08T00:00:00.000Z"],
    ["the year 1", "0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000Z"],
    ["29 February of a leap year", "2024-02-29", "2024-02-29T00:00:00.000Z"],
    ["29 February of 2000", "2000-02-29", "2000-02-29T00:00:00.000Z"],
  ])("%s: %s", (_, text, instant) => {
    expect(read(text)).toBe(instant);
  });

  const zones = {
    EST: 5,
    EDT: 4,
    CST: 6,
    CDT: 5,
    MST: 7,
    MDT: 6,
    PST: 8,
    PDT: 7,
    UT: 0,
    GMT: 0,
    UTC: 0,
    Z: 0,
  };

  test.each(Object.entries(zones))("RFC 822's zone %s, %i hours west", (name, hours) => {
    expect(read(`8 Jul 2022 10:00:00 ${name}`)).toBe(`2022-07-08T${10 + hours}:00:00.000Z`);
    expect(read(`2022-07-08 10:00:00 ${name.toLowerCase()}`)).toBe(`2022-07-08T${10 + hours}:00:00.000Z`);
  });

  test.each([..."Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ").entries()])(
    "month %i from 0: %s",
    (index, name) => {
      const expected = `2022-${String(index + 1).padStart(2, "0")}-05T00:00:00.000Z`;
      expect(read(`5 ${name} 2022`)).toBe(expected);
      expect(read(`${name.toUpperCase()} 5 2022`)).toBe(expected);
    },
  );

  test("the day that the editor wrote, whatever day it is in UTC", () => {
    const date = readDate("2025-02-23T00:30:00+02:00", utc);
    expect(date).toMatchObject({ wall: { year: 2025, month: 2, day: 23, hour: 0, minute: 30 } });
    expect(read("2025-02-23T00:30:00+02:00")).toBe("2025-02-22T22:30:00.000Z");
  });
});

describe("no date rolls over: impossible is", () => {
  test.each([
    ["30 February", "2024-02-30"],
    ["29 February of a common year", "2025-02-29"],
    ["29 February of 1900", "1900-02-29"],
    ["31 April", "2025-04-31"],
    ["day 0", "2025-04-00"],
    ["day 32", "2025-01-32"],
    ["month 13", "2025-13-01"],
    ["month 0", "2025-00-01"],
    ["year 0", "0000-01-01"],
    ["hour 24", "2025-02-23T24:00:00Z"],
    ["minute 60", "2025-02-23T10:60:00Z"],
    ["second 60", "2025-02-23T23:59:60Z"],
    ["offset +24:00", "2025-02-23T10:00:00+24:00"],
    ["offset +01:60", "2025-02-23T10:00:00+01:60"],
    ["the wrong weekday", "Mon, 23 Feb 2025 18:30:00 GMT"],
    ["31 June by name", "31 Jun 2025"],
    ["30 February by name", "February 30, 2024"],
    ["a zone that no standard names", "2025-02-23 10:00 XYZ"],
  ])("%s: %s", (_, text) => {
    expect(read(text)).toBe("impossible");
    expect(read(text, kyiv)).toBe("impossible");
  });
});

describe("nothing is guessed: unreadable is", () => {
  test.each(
    [
      ["", "now", "yesterday", "5", "2025", "1740335400", "2025-02", "2025-W08-7", "20250223", "23/02/2025"],
      [
        "02-23-2025",
        "2025-02/23",
        "2025-02-23T",
        "2025-02-23T10",
        "2025-02-23T10:00:00.Z",
        "10:00",
        "23 Febr1 2025",
      ],
      [
        "8 Juli 2022 noon",
        "2022-07-08 5:00 PM",
        "5 Foo 2022",
        "Jul 8",
        "Feb 2025",
        "+002025-02-23",
        "-2025-02-23",
      ],
    ]
      .flat()
      .map((text) => [text]),
  )("%j", (text) => {
    expect(read(text)).toBe("unreadable");
  });
});

describe("a date without zone belongs to the site's zone:", () => {
  test.each([
    ["Europe/Kyiv", "in winter", "2025-02-23 18:30", "2025-02-23T16:30:00.000Z"],
    ["Europe/Kyiv", "in summer", "2025-07-01", "2025-06-30T21:00:00.000Z"],
    ["Europe/Kyiv", "in the gap", "2025-03-30 03:30", "2025-03-30T01:30:00.000Z"],
    ["Europe/Kyiv", "before the gap", "2025-03-30 02:59", "2025-03-30T00:59:00.000Z"],
    ["Europe/Kyiv", "behind the gap", "2025-03-30 04:00", "2025-03-30T01:00:00.000Z"],
    ["Europe/Kyiv", "twice, the first", "2025-10-26 03:30", "2025-10-26T00:30:00.000Z"],
    ["Europe/Kyiv", "after the second", "2025-10-26 04:00", "2025-10-26T02:00:00.000Z"],
    ["Europe/Kyiv", "under Moscow's time", "1965-06-01 12:00", "1965-06-01T09:00:00.000Z"],
    ["America/New_York", "in the gap", "2025-03-09 02:30", "2025-03-09T07:30:00.000Z"],
    ["America/New_York", "twice, the first", "2025-11-02 01:30", "2025-11-02T05:30:00.000Z"],
    ["America/New_York", "before 1970", "1969-07-20 20:17", "1969-07-21T00:17:00.000Z"],
    ["Australia/Lord_Howe", "in a gap of half an hour", "2025-10-05 02:15", "2025-10-04T15:45:00.000Z"],
    [
      "Australia/Lord_Howe",
      "twice in half an hour, the first",
      "2025-04-06 01:45",
      "2025-04-05T14:45:00.000Z",
    ],
    ["Europe/London", "in the years of one time", "1968-12-01 12:00", "1968-12-01T11:00:00.000Z"],
    ["Asia/Kathmandu", "with quarters of an hour", "2025-01-01", "2024-12-31T18:15:00.000Z"],
    ["Pacific/Apia", "on the day that was left out", "2011-12-30 12:00", "2011-12-30T22:00:00.000Z"],
  ])("%s %s: %s", async (zone, _, text, instant) => {
    expect(await readIn(zone, text)).toBe(instant);
  });

  test("one with a zone doesn't", async () => {
    expect(await readIn("America/New_York", "2025-02-23T18:30:00+02:00")).toBe("2025-02-23T16:30:00.000Z");
    expect(await readIn("America/New_York", "23 Feb 2025 18:30 PST")).toBe("2025-02-24T02:30:00.000Z");
  });

  test("UTC goes by several names", async () => {
    for (const name of ["UTC", "Etc/UTC", "GMT", "utc"])
      expect(await readIn(name, "2025-02-23 18:30")).toBe("2025-02-23T18:30:00.000Z");
  });
});

const minute = 60_000;
const moments = fc.integer({ min: Date.UTC(1000, 0, 1), max: Date.UTC(9990, 0, 1) });
const offsets = fc.integer({ min: -1439, max: 1439 });

/** RFC 3339 of an instant, on the clock of an offset. */
function written(instant: number, offset: number, blank: string): string {
  const local = new Date(instant + offset * minute).toISOString().slice(0, -1).replace("T", blank);
  const hours = String(Math.floor(Math.abs(offset) / 60)).padStart(2, "0");
  const minutes = String(Math.abs(offset) % 60).padStart(2, "0");
  return `${local}${offset < 0 ? "-" : "+"}${hours}:${minutes}`;
}

test("an instant written as RFC 3339 with any offset comes back", () => {
  fc.assert(
    fc.property(moments, offsets, fc.constantFrom("T", "t", " "), (instant, offset, blank) => {
      const date = readDate(written(instant, offset, blank), kyiv);
      expect(date).toMatchObject({ instant });
    }),
    { numRuns: 3000 },
  );
});

test("an instant written as RFC 5322 comes back, to the second", () => {
  fc.assert(
    fc.property(moments, (moment) => {
      const instant = Math.floor(moment / 1000) * 1000;
      expect(readDate(new Date(instant).toUTCString(), kyiv)).toMatchObject({ instant });
    }),
    { numRuns: 2000 },
  );
});

test("of all days that three numbers can name, those in the calendar are read and the others refused", () => {
  const numbers = fc.tuple(
    fc.integer({ min: 1, max: 9999 }),
    fc.integer({ min: 0, max: 14 }),
    fc.nat({ max: 33 }),
  );
  fc.assert(
    fc.property(numbers, ([year, month, day]) => {
      const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
      const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
      const text = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
      expect(read(text)).toBe(day >= 1 && day <= days ? `${text}T00:00:00.000Z` : "impossible");
    }),
    { numRuns: 5000 },
  );
});

test("no text whatever throws, and what is read is an instant", () => {
  const sign = fc.constantFrom(
    ..."0123456789-/.:, TZtz+()",
    "Jan",
    "Mon",
    "GMT",
    "2025",
    "-02-",
    "at ",
    "th",
    "٣",
    "é",
  );
  const text = fc.oneof(
    fc.array(sign, { maxLength: 30 }).map((signs) => signs.join("")),
    fc.string(),
  );
  fc.assert(
    fc.property(text, (any) => {
      const date: ReadDate | string = readDate(any, kyiv);
      if (typeof date !== "string") expect(Number.isSafeInteger(date.instant)).toBe(true);
    }),
    { numRuns: 10_000 },
  );
});

/** Zones whose clocks change often, seldom, by half an hour, by a day, or never. */
const restless = fc.constantFrom(
  ..."Europe/Kyiv America/New_York Africa/Casablanca Australia/Lord_Howe Pacific/Apia Asia/Kolkata".split(
    " ",
  ),
  ..."America/Sao_Paulo Antarctica/Troll Africa/Monrovia Asia/Tehran Pacific/Kwajalein Etc/GMT+5".split(" "),
);
/** Any time, or one within some days of a change of clocks. */
const walls = fc
  .tuple(
    fc.integer({ min: 1800, max: 2300 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 0, max: 24 * 60 - 1 }),
  )
  .map(([year, month, day, minutes]) => ({
    year,
    month,
    day,
    hour: Math.floor(minutes / 60),
    minute: minutes % 60,
  }));

test("in any zone, a time is the instant that Temporal tells, whatever was asked before", async () => {
  const asked = fc.array(fc.tuple(walls, fc.constantFrom(0, 0, -1, 1, -25, 25, -80, 80)), { minLength: 2 });
  const times = fc.asyncProperty(restless, asked, walls, async (name, around, last) => {
    const zone = await zoneOf(name);
    const year = Temporal.PlainDateTime.from(last).year;
    for (const [wall, hours] of around) {
      const plain = Temporal.PlainDateTime.from({ ...wall, year });
      const change = plain.toZonedDateTime(name).getTimeZoneTransition("next")?.toPlainDateTime();
      expectAsTemporal(zone, name, change?.add({ hours }) ?? plain);
      expectAsTemporal(zone, name, plain);
    }
  });
  await fc.assert(times, { numRuns: 1000 });
});

function expectAsTemporal(zone: Zone, name: string, time: Temporal.PlainDateTime): void {
  const wall = wallAt(time);
  expect(zone(wall)).toBe(Temporal.PlainDateTime.from(wall).toZonedDateTime(name).epochMilliseconds);
}

test.each([
  ["Africa/Cairo", "2024-04-26T00:00"],
  ["Europe/Kyiv", "2025-03-30T03:00"],
  ["Europe/Kyiv", "2025-10-26T03:00"],
])("in %s, asked first for the very change of clocks at %s, too", async (name, change) => {
  const zone = await zoneOf(name);
  const instant = (text: string) => zone(wallAt(Temporal.PlainDateTime.from(text)));
  const told = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime(name).epochMilliseconds;
  const month = (months: number) => Temporal.PlainDateTime.from(change).add({ months }).toString();
  for (const text of [change, change, month(-2), change, month(2), change])
    expect(instant(text)).toBe(told(text));
});

function wallAt({ year, month, day, hour, minute, second }: Temporal.PlainDateTime) {
  return { year, month, day, hour, minute, second, millisecond: 0 };
}

describe("the machine's own zone has no say:", () => {
  afterEach(() => vi.unstubAllEnvs());

  test.each([
    ["America/New_York", 300],
    ["Asia/Kolkata", -330],
    ["Pacific/Kiritimati", -840],
    ["UTC", 0],
  ])("%s", (zone, minutesWest) => {
    vi.stubEnv("TZ", zone);
    expect(new Date(2025, 0, 1).getTimezoneOffset()).toBe(minutesWest);
    expect(read("2025-03-30 03:30", kyiv)).toBe("2025-03-30T01:30:00.000Z");
    expect(read("2025-03-09 02:30")).toBe("2025-03-09T02:30:00.000Z");
    expect(read("Sun, 23 Feb 2025 18:30:00 GMT")).toBe("2025-02-23T18:30:00.000Z");
    expect(read("2024-02-29")).toBe("2024-02-29T00:00:00.000Z");
    expect(read("2024-02-30")).toBe("impossible");
  });
});
