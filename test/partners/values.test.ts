import { describe, expect, it, test } from "vitest";
import { pictured } from "../../src/partners/profile/dates.ts";
import { filters } from "../../src/partners/profile/filters.ts";
import { fieldsFrom, textOf, type Value } from "../../src/partners/profile/value.ts";

test("front matter is what templates may ask for: texts, numbers, truth values, dates, lists and records", () => {
  const date = new Date(5);
  const said = {
    text: "a",
    number: 7,
    yes: true,
    date,
    list: ["a", [1], null],
    record: { inner: "b", none: undefined },
    nothing: null,
    noDate: new Date("soon"),
    code: () => 1,
  };
  expect(fieldsFrom(said)).toEqual({
    text: "a",
    number: 7,
    yes: true,
    date,
    list: ["a", [1], undefined],
    record: { inner: "b", none: undefined },
    nothing: undefined,
    noDate: undefined,
    code: undefined,
  });
});

describe("a value as text", () => {
  it.each<[Value, string]>([
    [undefined, ""],
    ["a", "a"],
    [7, "7"],
    [true, "true"],
    [new Date(5), "at 5"],
    [["a", "", undefined, 2], "a, 2"],
    [{ name: "A", url: "u" }, "A"],
    [{}, ""],
    [[[new Date(6)], { name: "B" }], "at 6, B"],
  ])("%j", (value, text) => {
    expect(textOf(value, (instant) => `at ${instant}`)).toBe(text);
  });
});

test.each<[Value, number | undefined]>([
  ["12", 12],
  [" 1.5 ", 1.5],
  [7, 7],
  ["", undefined],
  ["twelve", undefined],
  ["1e999", undefined],
])("%j is the number %j", (value, number) => {
  const filter = filters.number;
  expect(filter?.apply(value, [], (each) => textOf(each, String))).toBe(number);
});

describe("a date by a pattern", () => {
  const instant = Date.UTC(2026, 4, 7, 3, 4, 5, 6);

  it.each([
    ["YYYY-MM-DD HH:mm:ss.SSS Z", "UTC", "2026-05-07 03:04:05.006 +00:00"],
    ["YY ZZ", "Asia/Kolkata", "26 +0530"],
    ["DD HH:mm Z", "America/St_Johns", "07 00:34 -02:30"],
    ["DD HH", "Pacific/Kiritimati", "07 17"],
    ["no letters of it: x", "UTC", "no letters of it: x"],
  ])("%s in %s", (pattern, zone, text) => {
    expect(pictured(instant, pattern, zone)).toBe(text);
  });
});
