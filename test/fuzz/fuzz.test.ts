import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { failureOf, fuzz } from "./engine/fuzzer.ts";
import { targets } from "./targets/index.ts";

const corpus = "test/fuzz/corpus";
const found = readdirSync(corpus, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name !== ".gitkeep")
  .map((entry) => join(entry.parentPath, entry.name));

test("whatever was found once is tried with what it was found in", () => {
  expect(found.length).toBeGreaterThan(3);
  expect(new Set(readdirSync(corpus))).toEqual(new Set(targets.map(({ name }) => name)));
});

describe.each(targets)("$name", (target) => {
  const inputs = found.filter((path) => path.startsWith(join(corpus, target.name, "/")));
  test.skipIf(inputs.length === 0).each(inputs)("%s", async (path) => {
    expect(await failureOf(target, readFileSync(path))).toBeUndefined();
  });

  test("holds for its seeds, and for some changes of them", async () => {
    const seeds = [...target.seeds()].length;
    const { inputs, findings } = await fuzz(target, { seed: 1, goesOn: (tried) => tried < seeds + 200 });
    expect(findings).toEqual([]);
    expect(inputs).toBe(seeds + 200);
  }, 60_000);
});
