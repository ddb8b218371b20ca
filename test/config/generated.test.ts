import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { contentFolders } from "../../src/config/contentFolders.ts";
import { keysTable, profileTable, schemaText } from "../../src/config/reference.ts";
import { placeholders } from "../../src/config/values.ts";
import { fieldsTable, filtersTable, rulesTable } from "../../src/partners/profile/reference.ts";

const page = readFileSync("docs/configuration.md", "utf8");

it("feedwright.schema.json is what the schema says; else run `npm run schema`", () => {
  expect(readFileSync("feedwright.schema.json", "utf8")).toBe(schemaText());
});

it("the table in docs/configuration.md is what the schema says; else run `npm run schema`", () => {
  expect(page).toContain(`<!-- keys: generated -->\n\n${keysTable()}\n\n<!-- keys: end -->`);
});

it("every key has a meaning, and says what it takes", () => {
  const rows = keysTable().split("\n").slice(2);
  expect(rows.filter((row) => !/^\| `[$\w.*[\]]+` \| \S.* \| .*\| \S.* \|$/.test(row))).toEqual([]);
  expect(rows.length).toBeGreaterThan(20);
});

it("the page names every known folder and placeholder", () => {
  expect(contentFolders.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  expect(placeholders.filter((name) => !page.includes(`\`:${name}\``))).toEqual([]);
});

it("profiles/profile.schema.json is what the schema says; else run `npm run schema`", () => {
  expect(readFileSync("profiles/profile.schema.json", "utf8")).toBe(schemaText("profile"));
});

it("the tables in docs/partners.md are what the code says; else run `npm run schema`", () => {
  const partners = readFileSync("docs/partners.md", "utf8");
  const tables = {
    keys: profileTable("profile"),
    elements: profileTable("element"),
    fields: fieldsTable(),
    filters: filtersTable(),
    rules: rulesTable(),
  };
  for (const [name, table] of Object.entries(tables))
    expect(partners).toContain(`<!-- ${name}: generated -->\n\n${table}\n\n<!-- ${name}: end -->`);
});
