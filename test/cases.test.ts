/**
 * Runs every folder of `test/cases`: builds a copy of it and holds what came out against its
 * `expected.yaml`. How to add one is in `test/cases/README.md`.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type FormatName, formats } from "../src/formats/index.ts";
import { asked } from "./casework/asked.ts";
import { type Expected, readExpected } from "./casework/expected.ts";
import { expectInvariants } from "./casework/invariants.ts";
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
    expectInvariants(outcome);
  });
});

function expectOutcome(outcome: Outcome, expected: Expected): void {
  const held = outcome.result?.heldBack ?? [];
  expect.soft(outcome.problems, "problems").toEqual(expected.problems);
  expect.soft(outcome.exit, "exit").toBe(expected.exit);
  expect.soft(held.map(heldInOneLine), "held back").toEqual(expected.heldBack);
  if (expected.files)
    expect.soft(outcome.outputs.map(({ path }) => path).sort(), "files").toEqual([...expected.files].sort());
}

/** `articles/a.md future 2099-01-01T00:00:00Z` */
function heldInOneLine({
  file,
  reason,
  until,
}: {
  file: string;
  reason: string;
  until?: number | undefined;
}) {
  const moment = until === undefined ? [] : new Date(until).toISOString().replace(".000Z", "Z");
  return [file, reason].concat(moment).join(" ");
}

function expectFeed(outcome: Outcome, expected: Expected, { name, fileName }: FeedFile): void {
  const output = outcome.outputs.find(({ path }) => path === fileName);
  if (output === undefined) {
    expect.soft(expected[name], `${fileName} is not there`).toBeUndefined();
    return;
  }
  const source = Buffer.from(output.bytes, "latin1").toString("utf8");
  for (const each of expected[name]?.has ?? []) expect.soft(source, fileName).toContain(each);
  for (const each of expected[name]?.lacks ?? []) expect.soft(source, fileName).not.toContain(each);
  const read = readBack(name, source);
  if (expected.feed) expectSame(inFormat(expected.feed, name), read.feed, fileName);
  if (expected.items)
    expectSame(
      expected.items.map((item) => inFormat(item, name)),
      read.items,
      `the items of ${fileName}`,
    );
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
