import { expect } from "vitest";
import { formats } from "../../src/formats/index.ts";
import type { Expected } from "./expected.ts";
import { type Output, textOf, xmlFault } from "./output.ts";
import { readBack } from "./readBack.ts";
import type { Outcome } from "./run.ts";

/** What holds for every case, whatever it is about. */
export function expectInvariants(outcome: Outcome, { limited }: Expected): void {
  const { outputs, again, exit, built } = outcome;
  expect.soft(again, "a second build touches nothing").toEqual(outputs);
  expect.soft(built.exitCode, "a second build ends as the first").toBe(exit);
  for (const output of outputs) expectReadable(output);
  if (exit !== 2) expectEveryArticle(outcome, limited);
}

function expectReadable(output: Output): void {
  const { path } = output;
  expect.soft(path, "nothing staged is left").not.toMatch(/\.feedwright$/);
  if (path.endsWith(".xml")) expect.soft(xmlFault(textOf(output)), `${path} is well-formed`).toBeUndefined();
  if (path.endsWith(".json")) expect.soft(() => JSON.parse(textOf(output)), `${path} is JSON`).not.toThrow();
}

/** Each article is in every feed, or held back, or named in an error: none is lost. */
function expectEveryArticle({ built, outputs }: Outcome, limited: boolean): void {
  const { articles, published, rejected, heldBack, bad } = built;
  for (const { name, fileName } of Object.values(formats)) {
    const output = outputs.find(({ path }) => path === fileName);
    if (output === undefined) continue;
    const { items } = readBack(name, textOf(output));
    expect.soft(items, `${fileName} has every published article`).toHaveLength(published);
  }
  expect.soft(bad.size, "an article that is left out is named in an error").toBe(rejected);
  if (!limited)
    expect.soft(published, "all others are published").toBe(articles - rejected - heldBack.length);
}
