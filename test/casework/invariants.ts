import { expect } from "vitest";
import { formats } from "../../src/formats/index.ts";
import { type Output, xmlFault } from "./output.ts";
import { readBack } from "./readBack.ts";
import type { Outcome } from "./run.ts";

/** What holds for every case, whatever it is about. */
export function expectInvariants(outcome: Outcome): void {
  expect(outcome.again, "a second build touches nothing").toEqual(outcome.outputs);
  for (const output of outcome.outputs) expectReadable(output);
  expectEveryArticle(outcome);
}

function expectReadable({ path, bytes }: Output): void {
  if (path.endsWith(".feedwright")) expect.fail(`${path} was left behind`);
  const text = Buffer.from(bytes, "latin1").toString("utf8");
  if (path.endsWith(".xml")) expect(xmlFault(text), `${path} is well-formed`).toBeUndefined();
  if (path.endsWith(".json")) expect(() => JSON.parse(text), `${path} is JSON`).not.toThrow();
}

/** Each article is in every feed, or held back, or named in a problem: none is lost. */
function expectEveryArticle({ result, outputs }: Outcome): void {
  if (result === undefined) return;
  expect(result.published + result.rejected + result.heldBack.length).toBeLessThanOrEqual(result.articles);
  for (const { name, fileName } of Object.values(formats)) {
    const output = outputs.find(({ path }) => path === fileName);
    if (output === undefined) continue;
    const { items } = readBack(name, Buffer.from(output.bytes, "latin1").toString("utf8"));
    expect(items, `${fileName} has every published article`).toHaveLength(result.published);
  }
  if (result.published < 50) expectNoneLost(result);
}

function expectNoneLost({ problems, articles, published, heldBack }: NonNullable<Outcome["result"]>): void {
  const bad = new Set(problems.flatMap(({ severity, place }) => (severity === "error" ? place?.file : [])));
  const missing = articles - published - heldBack.length;
  expect(missing, "a missing article is named in an error").toBeLessThanOrEqual(bad.size);
}
