import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const section = readFileSync("docs/security.md", "utf8").split("\n## Threats\n")[1]?.split("\n## ")[0] ?? "";
const rows = section
  .split("\n")
  .filter((line) => line.startsWith("| ") && !line.startsWith("| threat"))
  .map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

test("the threat model is a list of threats, each with its defence and its test", () => {
  expect(rows.length).toBeGreaterThan(30);
  for (const row of rows) {
    expect(row).toHaveLength(3);
    for (const cell of row) expect(cell).not.toBe("");
  }
});

test.each(rows)("%s: %s: %s is there", (_threat, _defence, tests) => {
  for (const each of tests.split("; ")) {
    const [, file = "", title = ""] = /^`([^`]+)`(?:: (.+))?$/.exec(each) ?? [];
    expect(existsSync(file)).toBe(true);
    if (file.startsWith("test/cases/")) continue;
    const titles =
      readFileSync(file, "utf8").match(
        /(?:test|it|describe)(?:\.each\([\s\S]*?\))?\(\s*[`"][^\n]*|^ {2}"[^\n]*",$/gm,
      ) ?? [];
    expect(titles.some((line) => line.includes(title))).toBe(true);
    expect(title.length).toBeGreaterThan(3);
  }
});
