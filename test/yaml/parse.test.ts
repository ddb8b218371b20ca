import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseYaml, YamlError } from "../../src/yaml/index.ts";

/** Where a source is refused: `line:column`. */
function refusal(source: string): string {
  try {
    parseYaml(source);
  } catch (error) {
    if (error instanceof YamlError) return `${error.line}:${error.column}`;
    throw error;
  }
  return "it is read";
}

/** What one value means in YAML 1.2's core schema. */
function meaningOf(text: string): unknown {
  return parseYaml(`[${text}]`);
}

describe("YAML 1.2 has", () => {
  test.each([
    ["true", true],
    ["True", true],
    ["TRUE", true],
    ["false", false],
    ["yes", "yes"],
    ["no", "no"],
    ["on", "on"],
    ["off", "off"],
    ["y", "y"],
    ["N", "N"],
    ["null", null],
    ["~", null],
    ["Null", null],
    ["nUll", "nUll"],
    ["007", 7],
    ["0o17", 15],
    ["0x1F", 31],
    ["1e3", 1000],
    [".5", 0.5],
    ["-1.5", -1.5],
    ["+12", 12],
    ["1_000", "1_000"],
    ["0b11", "0b11"],
    ["12:30:45", "12:30:45"],
    [".inf", Number.POSITIVE_INFINITY],
    ["-.INF", Number.NEGATIVE_INFINITY],
    [".nan", Number.NaN],
    ["9007199254740991", Number.MAX_SAFE_INTEGER],
  ])("%s as %j", (text, value) => {
    expect(meaningOf(text)).toEqual([value]);
  });

  test.each(["2025-02-23", "2025-02-30", "2025-02-23T18:30:00+02:00", "2025-02-23 18:30:00"])(
    "%s as the text that was written",
    (text) => {
      expect(meaningOf(text)).toEqual([text]);
      expect(meaningOf(`"${text}"`)).toEqual([text]);
    },
  );

  test("numbers, or the texts that they were written as", () => {
    expect(parseYaml("[007, 1.50, 0x1F, 9007199254740993]", "texts")).toEqual([
      "007",
      "1.50",
      "0x1F",
      "9007199254740993",
    ]);
    expect(parseYaml("[7, 1.5, 0x1F]")).toEqual([7, 1.5, 31]);
    expect(parseYaml("[true, null, ~]", "texts")).toEqual([true, null, null]);
  });

  test("merge keys, which give way to the map's own", () => {
    const source = "base: &base {a: 1, b: 2}\nmap:\n  <<: *base\n  b: 3\n";
    expect(parseYaml(source)).toEqual({ base: { a: 1, b: 2 }, map: { a: 1, b: 3 } });
  });

  test("block texts, kept or folded", () => {
    const source = "a: |\n  one\n  two\nb: >-\n  one\n  two\n\n  three\n";
    expect(parseYaml(source)).toEqual({ a: "one\ntwo\n", b: "one two\nthree" });
  });

  test("JSON in it", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ minLength: 1 }), fc.oneof(fc.string(), fc.integer(), fc.boolean())),
        (data) => {
          expect(parseYaml(JSON.stringify(data))).toEqual({ ...data });
        },
      ),
    );
  });

  test("nothing in an empty document", () => {
    for (const source of ["", "\n", " ", "# said\n", "---\n", "\uFEFF"])
      expect(parseYaml(source) ?? null).toBeNull();
  });
});

describe("refused, with its place, is", () => {
  test.each([
    ["a key twice", "a: 1\nb: 2\na: 3\n", "3:1"],
    ["a key twice in a map below", "x:\n  a: 1\n  a: 2\n", "3:3"],
    ["a key twice, once in quotes", 'a: 1\n"a": 2\n', "2:1"],
    ["a tab for an indent", "a:\n\tb: 1\n", "2:1"],
    ["an open bracket", "a: [1\n", "2:1"],
    ["an open quote", 'a: "b\n', "2:1"],
    ["a colon in a plain text", "a: b: c\n", "1:5"],
    ["an alias of nothing", "a: *b\n", "1:4"],
    ["a control character", "a: \u0007\n", "1:4"],
    ["an unknown tag", "a: !!js/function 'x'\n", "1:4"],
  ])("%s", (_, source, place) => {
    expect(refusal(source)).not.toBe("it is read");
    expect(refusal(source).split(":")[0]).toBe(place.split(":")[0]);
  });

  test("a billion laughs, before anyone laughs", () => {
    const levels = Array.from({ length: 12 }, (_, index) => {
      const before = `*l${index - 1}`;
      return `l${index}: &l${index} [${index === 0 ? "ha" : Array(9).fill(before).join(", ")}]`;
    });
    expect(refusal(levels.join("\n"))).not.toBe("it is read");
  });

  test("what holds itself", () => {
    expect(refusal("a: &a [*a]\n")).toBe("1:8");
    expect(refusal("a: &a\n  b: {c: *a}\n")).toBe("2:10");
  });

  test("a second document", () => {
    expect(refusal("a: 1\n---\nb: 2\n")).not.toBe("it is read");
  });

  test("more than a hundred aliases, and not a hundred", () => {
    const source = (count: number) => `a: &a x\nb: [${Array(count).fill("*a").join(", ")}]\n`;
    expect(refusal(source(100))).toBe("it is read");
    expect(refusal(source(101))).not.toBe("it is read");
  });

  test("what is nested deeper than anyone writes", () => {
    expect(refusal(`${"[".repeat(40)}${"]".repeat(40)}`)).toBe("it is read");
    for (const depth of [60, 10_000, 100_000]) expect(refusal("[".repeat(depth))).not.toBe("it is read");
    expect(refusal("- ".repeat(5000))).not.toBe("it is read");
    expect(refusal("a: {".repeat(5000))).not.toBe("it is read");
  });

  test("nothing else than by a YamlError, whatever the text", () => {
    const sign = fc.constantFrom(
      ..."abc:-#&*!|>{}[],'\"%@`?~ \n\t\\",
      "\n  ",
      ": ",
      "- ",
      "<<: ",
      "&a ",
      "*a",
      "!!",
      "---",
      "...",
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 40 }), (signs) => {
        expect(refusal(signs.join(""))).toMatch(/^(?:\d+:\d+|it is read)$/);
      }),
      { numRuns: 5000 },
    );
  });
});

test("a key called __proto__ is a key and no more", () => {
  for (const source of [
    "__proto__: {polluted: true}",
    '"__proto__":\n  polluted: true',
    "<<: {__proto__: {polluted: true}}",
  ]) {
    const data = parseYaml(source);
    expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
    expect("polluted" in {}).toBe(false);
  }
});
