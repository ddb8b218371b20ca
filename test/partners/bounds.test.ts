import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { build, loadConfig, type Problem } from "../../src/index.ts";
import { profileAt, profileFiles } from "./profiles.ts";
import { advice, type article, got, story } from "./stories.ts";

const builtIn = profileFiles.filter((file) => file.startsWith("profiles/"));
const now = Date.UTC(2026, 10, 25, 12);
const hour = 60 * 60 * 1000;

/** What each profile bounds, as its partner's rules say (`docs/partners.md` names the sources). */
const bounds: Readonly<Record<string, { most?: number; least?: number; window?: number; size?: number }>> = {
  "flipboard.yaml": { least: 30 },
  "google-news.yaml": { most: 1000, window: 48 * hour, size: 50 * 2 ** 20 },
  "msn.yaml": { window: 365 * 24 * hour },
  "smartnews.yaml": { size: 2 ** 20 },
  "wire-rss.yaml": { most: 100, window: 7 * 24 * hour },
  "wire.yaml": { most: 100, window: 7 * 24 * hour },
};

const boundsOf = (file: string) => bounds[basename(file)] ?? {};

test.each(builtIn)("%s bounds nothing else", (file) => {
  const { items = {}, window, size } = profileAt(file);
  const { most, least, window: age, size: bytes } = boundsOf(file);
  expect([items.maximum, items.minimum, window !== undefined, size !== undefined]).toEqual([
    most,
    least,
    age !== undefined,
    bytes !== undefined,
  ]);
});

/** Builds a site of articles of these moments for one partner; gives its document. */
async function documentFor(file: string, moments: readonly number[]): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), "feedwright-bounds-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, "articles"));
  for (const [index, moment] of moments.entries()) {
    const head = `title: A headline of some length, number ${index}\ndate: ${new Date(moment).toISOString()}\nsummary: What it says in short\nauthor: Ada Nwosu`;
    const text = "The ferry left at noon, for the first time since the storm. ".repeat(30);
    writeFileSync(join(root, "articles", `${index}.md`), `---\n${head}\n---\n${text}\n`);
  }
  const profile = basename(file, ".yaml");
  const site = 'site: { title: T, url: "https://news.example/", description: News, timezone: UTC }';
  const partner = `{ profile: ${profile}, name: one, path: one.xml }`;
  writeFileSync(join(root, "feedwright.yaml"), `${site}\nfeeds: { limit: 10 }\npartners: [${partner}]\n`);
  const told: Problem[] = [];
  const config = await loadConfig({ cwd: root });
  await build({ config, now, report: (each) => told.push(each) });
  expect(told.filter(({ severity }) => severity === "fatal")).toEqual([]);
  return readFileSync(join(root, "dist/one.xml"), "utf8");
}

const numbersIn = (document: string) =>
  [
    ...new Set([...document.matchAll(/of some length, number (\d+)/g)].map(([, number]) => Number(number))),
  ].sort((a, b) => a - b);

const with_ = (bound: "most" | "window" | "size" | "least") =>
  builtIn.filter((file) => boundsOf(file)[bound]);

describe("a build for a partner", () => {
  test.each(with_("most"))(
    "%s has the newest items, as many as its rules let, and not one more",
    async (file) => {
      const most = boundsOf(file).most ?? 0;
      // Number 0 is the oldest; a minute lies between two.
      const moments = Array.from({ length: most + 1 }, (_, index) => now - (most + 1 - index) * 60_000);
      const numbers = numbersIn(await documentFor(file, moments));
      expect([numbers.length, numbers[0]]).toEqual([most, 1]);
    },
  );

  test.each(with_("window"))(
    "%s has what is younger than its window, and nothing that is as old",
    async (file) => {
      const { window = 0 } = boundsOf(file);
      const moments = [now - window + 1000, now - window, now - window - 1000];
      expect(numbersIn(await documentFor(file, moments))).toEqual([0]);
    },
  );
});

describe("a document", () => {
  const many = (count: number, changes: Partial<typeof article>) =>
    Array.from({ length: count }, (_, index) => story({ ...changes, id: `https://news.example/${index}` }));

  test.each(with_("size"))("%s stays within its size, and the rule is named", (file) => {
    const { size = 0 } = boundsOf(file);
    const large = `The ferries run again ${"and again ".repeat(8000)}`;
    const content =
      profileAt(file).content === "none" ? { title: large } : { contentHtml: `<p>${large}</p>` };
    const stories = many(Math.ceil(size / large.length) + 5, content);
    const { text, ids, told } = got(file, { stories, limit: stories.length });
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(size);
    expect(Buffer.byteLength(text)).toBeGreaterThan(size - 2 * large.length - 10_000);
    expect([ids.length > 0, ids.length < stories.length]).toEqual([true, true]);
    expect(told.at(-1)?.message).toMatch(/ends early, to stay within \d+MB$/);
    expect(told.at(-1)?.hint).toContain("https://");
  });

  test.each(with_("least"))("%s with fewer items than it wants is told of, by the rule", (file) => {
    const { least = 0 } = boundsOf(file);
    expect(advice(file, { stories: many(least - 1, {}) })).toEqual(["partner-items"]);
    expect(advice(file, { stories: many(least, {}) })).toEqual([]);
  });
});

/** What a profile's own test is called. */
const testOf = (file: string) =>
  basename(file, ".yaml").replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

test.each(builtIn)("each rule of its own that %s has is broken once, in its test", (file) => {
  const tests = readFileSync(join(import.meta.dirname, `${testOf(file)}.test.ts`), "utf8");
  const { rules = {}, require = [], lengths = {}, images = {} } = profileAt(file);
  const own = Object.entries(rules).flatMap(([name, { check }]) => (check === undefined ? [] : [name]));
  const usual = [
    ...(require.length > 0 ? ["required"] : []),
    ...Object.entries(lengths).flatMap(([name, length]) =>
      length?.beyond === "cut" ? [] : [`${name}-length`],
    ),
    ...(images.required ? ["image-missing"] : []),
    ...(images.minimum || images.maximum ? ["image-size"] : []),
    ...(images.types ? ["image-type"] : []),
    ...(images.ratio ? ["image-ratio"] : []),
    ...(images.bytes ? ["image-bytes"] : []),
  ];
  expect([...own, ...usual].filter((name) => !new RegExp(`\\b${name}\\b`).test(tests))).toEqual([]);
});
