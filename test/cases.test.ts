/**
 * Runs every folder of `test/cases`: builds a copy of it and holds what came out against its
 * `expected.yaml`. How to add one is in `test/cases/README.md`.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type FormatName, formats } from "../src/formats/index.ts";
import { asked } from "./casework/asked.ts";
import { type Expected, type Fragments, readExpected } from "./casework/expected.ts";
import { expectInvariants } from "./casework/invariants.ts";
import { textOf } from "./casework/output.ts";
import { readBack } from "./casework/readBack.ts";
import { type Outcome, runCase } from "./casework/run.ts";

const folder = join(import.meta.dirname, "cases");
const names = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? entry.name : [],
);

describe("the cases", () => {
  test.each(names)("%s", async (name) => {
    const path = join(folder, name);
    const expected = readExpected(join(path, "expected.yaml"));
    const outcome = await runCase(path, expected);
    expectOutcome(outcome, expected);
    for (const format of Object.values(formats)) expectFeed(outcome, expected, format);
    expectInvariants(outcome, expected);
  });
});

function expectOutcome({ exit, report, built, outputs }: Outcome, expected: Expected): void {
  expect.soft(built.problems, "problems").toEqual(expected.problems);
  expect.soft(exit, "exit").toBe(expected.exit);
  expect.soft(built.heldBack, "held back").toEqual(expected.heldBack);
  expectFragments(report, expected.report, "the report");
  const files = outputs.map(({ path }) => path).sort();
  if (expected.files) expect.soft(files, "files").toEqual([...expected.files].sort());
}

function expectFeed(outcome: Outcome, expected: Expected, { name, fileName }: FeedFile): void {
  const output = outcome.outputs.find(({ path }) => path === fileName);
  if (output === undefined) {
    expect.soft(expected[name], `${fileName} is not there`).toBeUndefined();
    return;
  }
  const source = textOf(output);
  expectFragments(source, expected[name], fileName);
  if (expected.feed === undefined && expected.items === undefined) return;
  const read = readBack(name, source);
  if (expected.feed) expectSame(inFormat(expected.feed, name), read.feed, fileName);
  if (expected.items)
    expectSame(
      expected.items.map((item) => inFormat(item, name)),
      read.items,
      `the items of ${fileName}`,
    );
}

function expectFragments(source: string, expected: Fragments | undefined, what: string): void {
  for (const each of expected?.has ?? []) expect.soft(source, what).toContain(each);
  for (const each of expected?.lacks ?? []) expect.soft(source, what).not.toContain(each);
}

interface FeedFile {
  readonly name: FormatName;
  readonly fileName: string;
}

/** What is expected of all formats, with what differs in this one. */
function inFormat(expected: PerFormat, name: FormatName): object {
  const { rss, atom, json, ...common } = expected;
  return { ...common, ...{ rss, atom, json }[name] };
}

type PerFormat = { readonly title?: string | null | undefined } & {
  readonly [Name in FormatName]?: object | undefined;
};

function expectSame(expected: unknown, read: unknown, what: string): void {
  const pair = asked(expected, read);
  expect.soft(pair.read, what).toEqual(pair.expected);
}
