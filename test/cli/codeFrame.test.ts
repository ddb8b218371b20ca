import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codeFrame } from "../../src/cli/codeFrame.ts";
import { widthOf } from "../../src/cli/plain.ts";

const frame = (source: string, line: number, column?: number, width?: number) =>
  codeFrame(source, { line, column }, width).join("\n");

describe("codeFrame", () => {
  it("shows the line, its neighbours and a caret", () => {
    expect(frame("one\ntwo\nthree\nfour", 2, 3)).toBe("  1 | one\n> 2 | two\n    |   ^\n  3 | three");
  });

  it("stops at the ends, and passes over the last line break", () => {
    expect(frame("one\n", 1, 1)).toBe("> 1 | one\n    | ^");
    expect(frame("one\n\n", 2)).toBe("  1 | one\n> 2 |");
  });

  it("may point just behind a line", () => {
    expect(frame("a: [", 1, 5)).toBe("> 1 | a: [\n    |     ^");
  });

  it("never cuts a sign in two", () => {
    const [line = "", caret = ""] = codeFrame("😀".repeat(60), { line: 1, column: 61 }, 40);
    expect(line).toMatch(/^> 1 \| …😀+…$/u);
    expect(codeFrame("😀".repeat(60), { line: 1, column: 62 }, 40)[0]).toMatch(/^> 1 \| …😀+…$/u);
    expect(caret).toMatch(/\^$/);
  });

  it("is nothing for a line that isn't there", () => {
    expect(frame("one", 4, 1)).toBe("");
  });

  it("keeps numbers in a column", () => {
    expect(frame(`${"\n".repeat(8)}nine\nten\n`, 9, 1)).toBe("   8 |\n>  9 | nine\n     | ^\n  10 | ten");
  });

  it("puts the caret where tabs, wide and joined signs have it", () => {
    expect(frame("\t新聞e\u0301x", 1, 6)).toBe("> 1 |  新聞e\u0301x\n    |       ^");
    expect(frame("a😀b", 1, 4)).toBe("> 1 | a😀b\n    |    ^");
  });

  it("cuts long lines around the column", () => {
    const source = `${"a".repeat(200)}X${"b".repeat(200)}`;
    expect(frame(source, 1, 201, 40)).toBe(
      `> 1 | …${"a".repeat(8)}X${"b".repeat(23)}…\n    | ${" ".repeat(9)}^`,
    );
    expect(frame(source, 1, 1, 40)).toBe(`> 1 | ${"a".repeat(33)}…\n    | ^`);
  });

  it("never lets a control character through, and never is wider than it may be", () => {
    const sign = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("\x1b[31m", "\x9b", "\u202e", "新", "😀"),
    );
    const text = fc.array(sign, { maxLength: 80 }).map((signs) => signs.join(""));
    fc.assert(
      fc.property(
        text,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 200 }),
        (source, line, column) => {
          for (const shown of codeFrame(source, { line, column }, 60)) {
            expect(shown).not.toMatch(/[\0-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
            if (!shown.endsWith("^")) expect(widthOf(shown)).toBeLessThanOrEqual(60);
          }
        },
      ),
    );
  });
});
