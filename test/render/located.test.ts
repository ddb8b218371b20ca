import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { problem } from "../../src/problems/index.ts";
import { located } from "../../src/render/located.ts";

const path = join(mkdtempSync(join(tmpdir(), "feedwright-located-")), "a.md");
writeFileSync(path, "\uFEFF---\ntitle: A\n---\n\nOne ![x](../out.png) two.\n![y](<фото 100%.png>)\n");

const about = (text: string) => problem("asset-outside", { reference: text }, { file: "a.md", text });

test("a problem in a body stands where its text does, counted without the byte order mark", () => {
  expect(located(about("../out.png"), path).place).toEqual({ file: "a.md", line: 5, column: 10 });
  expect(located(about("---"), path).place).toEqual({ file: "a.md", line: 1, column: 1 });
});

test("lines end as any system ends them", () => {
  const mixed = path.replace("a.md", "mixed.md");
  writeFileSync(mixed, "---\rtitle: A\r\n---\n\rOne ![x](../out.png) two.\r");
  expect(located(about("../out.png"), mixed).place).toEqual({ file: "a.md", line: 5, column: 10 });
});

test("an address that a body's HTML has percent-encoded stands where its author wrote it plainly", () => {
  expect(located(about(encodeURI("фото ")), path).place).toEqual({ file: "a.md", line: 6, column: 7 });
  expect(located(about("100%.png"), path).place).toEqual({ file: "a.md", line: 6, column: 12 });
});

test("a text that isn't there as it is, or a file that is gone, leaves the file's name", () => {
  expect(located(about("..%2Fout.png"), path).place).toEqual({ file: "a.md" });
  expect(located(about("../out.png"), `${path}x`).place).toEqual({ file: "a.md" });
});

test("a place that is known stays as it is", () => {
  const known = problem("field-missing", { key: "date" }, { file: "a.md", line: 2, column: 1 });
  expect(located(known, path)).toBe(known);
});
