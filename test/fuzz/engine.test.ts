import { afterEach, describe, expect, test } from "vitest";
import { Coverage } from "./engine/coverage.ts";
import { fuzz, type Run } from "./engine/fuzzer.ts";
import { instrument } from "./engine/instrument.js";
import { minimise } from "./engine/minimise.ts";
import { mutate } from "./engine/mutate.ts";
import { Random } from "./engine/random.ts";
import type { Target } from "./engine/target.ts";

const source = `export function weigh(text) {
  let weight = 0;
  for (const sign of text) {
    if (sign === "a") weight += 1;
    else if (sign === "b") { weight += 2; } else weight -= sign === "c" && weight > 1 ? 3 : 0;
  }
  for (let i = 0; i < 2; i++) for (;;) { weight++; if (weight > -9) break; }
  const twice = (x) => x * 2, object = (x) => ({ x }), kept = function (x) { return x; };
  switch (weight) { case 1: case 2: return "few"; default: }
  try { if (!text) throw new Error("none"); } catch { return "none"; }
  if (text) for (const k in { a: 1 }) if (k) do { weight++; } while (weight < 0);
  return twice(object(kept(weight)).x) ?? "never";
}`;

const load = (code: string) => import(`data:text/javascript,${encodeURIComponent(code)}`);

afterEach(() => {
  globalThis.$branches = undefined;
});

test("a program that counts its branches does what it did", async () => {
  const [plain, counting] = [await load(source), await load(instrument(source))];
  for (const text of ["", "a", "aab", "abcabc", "ccbba", "z".repeat(50)])
    expect(counting.weigh(text)).toBe(plain.weigh(text));
  expect(globalThis.$branches?.filter((count) => count > 0).length).toBeGreaterThan(15);
});

test("an input is new where it takes a branch that none took, or takes one more often", async () => {
  const { weigh } = await load(instrument(`${source}\n// its own`));
  const coverage = new Coverage();
  const isNew = (text: string) => {
    coverage.begin();
    weigh(text);
    return coverage.end();
  };
  expect(["a", "a", "b", "ab", "aaaaaaaa", "aaaaaaaa", "ba"].map(isNew)).toEqual([
    ...[true, false, true, true, true, false, false],
  ]);
  expect(coverage.extent[0]).toBeLessThan(coverage.extent[1]);
});

describe("a run", () => {
  const lock = `export function open(text) {
    if (text[0] !== "k") return;
    if (text[1] !== "e") return;
    if (text[2] !== "y") return;
    if (text[3] !== "!") return;
    throw new Error("open: " + text);
  }`;
  const target = (open: (text: string) => void): Target => ({
    name: "lock",
    words: ["k", "e", "y", "!", ...Array.from({ length: 60 }, (_, at) => `w${at}`)],
    seeds: () => ["some text"],
    attempt: (input) => open(input.toString("latin1")),
  });
  const budget = { seed: 3, goesOn: (inputs: number) => inputs < 30_000 };

  test("gets behind conditions that stand in each other, as it keeps what takes new branches", async () => {
    const run: Run = await fuzz(target((await load(instrument(lock))).open), budget);
    expect(run.findings.map(({ input }) => input.toString())).toEqual(["key!"]);
    expect(run.findings[0]?.reason).toContain("open: key!");
  });

  test("doesn't where nothing tells it how far it got", async () => {
    expect((await fuzz(target((await load(lock)).open), budget)).findings).toEqual([]);
  });

  test("of the same seed is the same", async () => {
    const inputs = async () => {
      const tried: string[] = [];
      const open = (text: string) => void tried.push(text);
      await fuzz(target(open), { seed: 5, goesOn: (count) => count < 50 });
      return tried;
    };
    expect(await inputs()).toEqual(await inputs());
    expect(new Set(await inputs()).size).toBeGreaterThan(40);
  });
});

test("what fails is cut down to what makes it fail", async () => {
  const fails = (input: Buffer) => Promise.resolve(/a.*b.*c/s.test(input.toString()));
  expect((await minimise(Buffer.from("xxa123\nxxbxxxx4567xxcyy"), fails)).toString()).toBe("abc");
});

test("changes are of each kind, and no longer than 16 kB", () => {
  const random = new Random(1);
  const words = [Buffer.from("word")];
  const input = Buffer.from("one\ntwo\n".repeat(500));
  const changed = Array.from({ length: 500 }, () => mutate(input, { random, words, others: [input] }));
  expect(Math.max(...changed.map(({ length }) => length))).toBeLessThanOrEqual(16_384);
  expect(changed.some((each) => each.includes("word"))).toBe(true);
  expect(changed.some(({ length }) => length < input.length)).toBe(true);
  expect(changed.some(({ length }) => length > input.length + 1000)).toBe(true);
});
