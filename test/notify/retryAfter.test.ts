import { expect, it } from "vitest";
import { retryAfter } from "../../src/notify/retryAfter.ts";

const now = Date.UTC(2026, 10, 25, 12, 0, 0);

it.each([
  ["0", 0],
  ["120", 120_000],
  ["Wed, 25 Nov 2026 12:01:30 GMT", 90_000],
  ["Wed, 25 Nov 2026 11:00:00 GMT", 0],
  [null, undefined],
  ["", undefined],
  ["-1", undefined],
  ["1.5", undefined],
  ["1e3", undefined],
  ["99999999999", undefined],
  ["soon", undefined],
  ["2026-11-25T12:01:30Z", undefined],
  ["Wed, 99 Nov 2026 12:01:30 GMT", undefined],
])("Retry-After: %s", (header, expected) => {
  expect(retryAfter(header, now)).toBe(expected);
});
