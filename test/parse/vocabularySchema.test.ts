import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { namesOf, wordNames } from "../../src/parse/vocabulary.ts";
import { frontMatterSchemaText } from "../../src/parse/vocabularySchema.ts";
import { parseYaml } from "../../src/yaml/index.ts";
import { readPaths } from "./support.ts";

const file = readFileSync("frontmatter.schema.json", "utf8");
const schema = JSON.parse(file);
const accepts = new Ajv({ strict: false, allowUnionTypes: true }).compile(schema);

function articlesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.flatMap((entry) =>
    entry.isFile() && /\.mdx?$/.test(entry.name) ? [join(entry.parentPath, entry.name)] : [],
  );
}

/** The front matter of an article that the reader finds nothing wrong with. */
function soundHead(path: string): unknown {
  const head = /^(?:\uFEFF)?---\r?\n(.*?)\r?\n---\s/s.exec(readFileSync(path, "utf8"))?.[1];
  if (head === undefined || readPaths(dirname(path), [basename(path)]).codes.length > 0) return undefined;
  try {
    return parseYaml(head);
  } catch {
    // Read at a second try, which editors don't make.
    return undefined;
  }
}

describe("frontmatter.schema.json", () => {
  it("is what the vocabulary says; else run `npm run schema`", () => {
    expect(file).toBe(frontMatterSchemaText());
  });

  it("has every word and every other name for it, each with its meaning", () => {
    const names = wordNames().flatMap(namesOf);
    expect(Object.keys(schema.properties).sort()).toEqual([...new Set(names)].sort());
    const described = Object.values<{ description: string }>(schema.properties);
    expect(described.every(({ description }) => description.length > 5)).toBe(true);
  });

  it("takes every article that the reader takes", () => {
    const paths = ["articles", "test/cases"].flatMap(articlesBelow);
    const heads = paths.flatMap((path) => {
      const head = soundHead(path);
      return typeof head === "object" && head !== null ? [{ path, head }] : [];
    });
    expect(heads.length).toBeGreaterThan(200);
    const refused = heads.flatMap(({ path, head }) =>
      accepts(head)
        ? []
        : [`${path}: ${accepts.errors?.map(({ instancePath, message }) => `${instancePath} ${message}`)}`],
    );
    expect(refused).toEqual([]);
  });

  it.each([
    ["title: [a, b]"],
    ["title: { a: b }"],
    ["date: [2026]"],
    ["draft: maybe"],
    ["status: withdrwan"],
    ["authors: { name: [a] }"],
    ["tags: { a: b }"],
    ["image: { width: [1] }"],
    ["corrections: [{ date: {} }]"],
    ["enclosures: [[a]]"],
    ["partners: everyone"],
    ["partners: { allow: { a: b } }"],
    ["just text"],
  ])("refuses %s", (text) => {
    expect(accepts(parseYaml(text))).toBe(false);
  });
});
