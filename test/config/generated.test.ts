import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { keysTable, schemaText } from "../../src/config/reference.ts";
import { contentFolders } from "../../src/config/resolve.ts";
import { placeholders } from "../../src/config/values.ts";

const page = readFileSync("docs/configuration.md", "utf8");

it("feedwright.schema.json is what the schema says; else run `npm run schema`", () => {
  expect(readFileSync("feedwright.schema.json", "utf8")).toBe(schemaText());
});

it("the table in docs/configuration.md is what the schema says; else run `npm run schema`", () => {
  expect(page).toContain(`<!-- keys: generated -->\n\n${keysTable()}\n\n<!-- keys: end -->`);
});

it("every key has a meaning, and says what it takes", () => {
  const rows = keysTable().split("\n").slice(2);
  expect(rows.filter((row) => !/^\| `[$\w.]+` \| \S.* \| .*\| \S.* \|$/.test(row))).toEqual([]);
  expect(rows.length).toBeGreaterThan(20);
});

it("the page names every known folder and placeholder", () => {
  expect(contentFolders.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  expect(placeholders.filter((name) => !page.includes(`\`:${name}\``))).toEqual([]);
});
