import { describe, expect, it } from "vitest";
import { rfc822, rfc3339 } from "../../src/formats/dates.ts";

describe("a date", () => {
  it("has milliseconds in RFC 3339 only where there are some", () => {
    expect([rfc3339(0), rfc3339(1500)]).toEqual(["1970-01-01T00:00:00Z", "1970-01-01T00:00:01.500Z"]);
  });

  it.each([
    [8.64e15, "Fri, 31 Dec 9999 23:59:59 GMT", "9999-12-31T23:59:59.999Z"],
    [-8.64e15, "Mon, 01 Jan 0001 00:00:00 GMT", "0001-01-01T00:00:00Z"],
  ])("never has a year that the formats can't write: %d", (instant, mail, internet) => {
    expect([rfc822(instant), rfc3339(instant)]).toEqual([mail, internet]);
  });
});
