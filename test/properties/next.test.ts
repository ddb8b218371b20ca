import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { folder, run, site } from "../cli/support.ts";

/** All times lie on few days, so that many fall together. */
const day = fc.integer({ min: 1, max: 9 }).map((number) => `2026-03-0${number}T00:00:00Z`);
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined, freq: 2 });
const seldom = <Value>(value: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });

const timeline = fc.record({
  date: day,
  embargo: maybe(day),
  expires: maybe(day),
  updated: maybe(day),
  corrections: fc.array(day, { maxLength: 2 }),
  withdrawn: seldom(fc.oneof(day, fc.constant("true"))),
  draft: seldom(fc.constant("true")),
});

type Timeline = typeof timeline extends fc.Arbitrary<infer Value> ? Value : never;

const configuration = `${site}feeds: {limit: all}\ntombstones: 2\npartners:\n  - {profile: standard, name: one, window: 2d}\n`;

function fileOf({ corrections, ...dates }: Timeline, at: number): string {
  const lines = Object.entries(dates).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}: ${value}`],
  );
  const notes = corrections.map((date) => `  - {date: ${date}, note: It was two.}`);
  const told = notes.length === 0 ? [] : ["corrections:", ...notes];
  return `${["---", `title: Story ${at}`, ...lines, ...told, "---"].join("\n")}\n\nText.\n`;
}

/** The feeds that a build at a moment writes. */
async function feedsAt(moment: number, cwd: string): Promise<readonly string[]> {
  const now = new Date(moment).toISOString();
  const { exitCode } = await run(["build", "--force", "--now", now], { cwd });
  expect(exitCode).toBe(0);
  const files = readdirSync(join(cwd, "dist"), { recursive: true, withFileTypes: true });
  const documents = files.filter((each) => each.isFile() && /\.(?:xml|json)$/.test(each.name));
  return documents.map((each) => readFileSync(join(each.parentPath, each.name), "utf8")).sort();
}

it("feeds change at the moments that `feedwright next` says, and at no other", async () => {
  const articles = fc.array(timeline, { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(articles, day, async (timelines, start) => {
      const files = timelines.map((each, at) => [`articles/${at}.md`, fileOf(each, at)] as const);
      const cwd = folder({ "feedwright.yaml": configuration, ...Object.fromEntries(files) });
      let feeds = await feedsAt(Date.parse(start), cwd);
      for (const moment of await momentsAfter(start, cwd)) {
        expect(await feedsAt(moment - 1, cwd)).toEqual(feeds);
        const then = await feedsAt(moment, cwd);
        expect(then).not.toEqual(feeds);
        feeds = then;
      }
      expect(await feedsAt(Date.UTC(2027, 0, 1), cwd)).toEqual(feeds);
    }),
    { numRuns: 30 },
  );
}, 60_000);

/** Each once; the first is what is said without `--all`, too. */
async function momentsAfter(start: string, cwd: string): Promise<readonly number[]> {
  const argv = ["next", "--json", "--now", start];
  const [{ moments }, { next }] = [
    JSON.parse((await run([...argv, "--all"], { cwd })).out),
    JSON.parse((await run(argv, { cwd })).out),
  ];
  const all: readonly string[] = moments.map(({ at }: { readonly at: string }) => at);
  expect(next).toBe(all[0] ?? null);
  return [...new Set(all)].map((at) => Date.parse(at));
}
