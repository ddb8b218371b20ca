/**
 * Every folder of `test/cases` once more: its feeds are imported into an empty folder with the same
 * configuration, and built again. What feedwright wrote it reads back to the byte.
 *
 * Each case lends one of its three documents, in turn; FEEDWRIGHT_ALL_DOCUMENTS=1 takes all.
 */
import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { main } from "../../src/cli/main.ts";
import { readExpected } from "../casework/expected.ts";
import { folder } from "../cli/support.ts";

const cases = join(import.meta.dirname, "../cases");
const documents = ["rss.xml", "atom.xml", "feed.json"] as const;
const now = () => Date.UTC(2026, 5, 1);
const site = ["--title", "The case", "--url", "https://news.example/"];

/** What a feed can't tell: by case, in which documents. */
const exceptions: ReadonlyMap<string, readonly [documents: string, reason: string]> = new Map([
  [
    "a-withdrawn-article-is-gone",
    ["rss.xml atom.xml feed.json", "a withdrawal is no article, and it made the feed newer"],
  ],
  ["what-is-held-back-takes-no-ones-place", ["atom.xml", "a withdrawal is no article"]],
  [
    "frames-become-links",
    ["rss.xml atom.xml feed.json", "the words of a link that was a frame count from then on"],
  ],
  [
    "summaries-only-is-a-choice",
    ["feed.json", "the words of bodies that aren't in the feed can't be counted"],
  ],
]);

describe("a case's feeds, imported and built", () => {
  const names = readdirSync(cases, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? entry.name : [],
  );

  test.each(names.map((name, at) => [name, at] as const))("%s", async (name, at) => {
    const root = await built(join(cases, name));
    const all = process.env.FEEDWRIGHT_ALL_DOCUMENTS !== undefined || exceptions.has(name);
    for (const document of all ? documents : documents.slice(at % 3, (at % 3) + 1)) {
      const source = join(root.dist, document);
      if (!existsSync(source)) continue;
      const before = readFileSync(source, "utf8");
      if (!/<item>|<entry[ >]|"content_/.test(before)) continue;
      const [exempt = "", reason] = exceptions.get(name) ?? [];
      const after = await builtAgain(root, document);
      if (exempt.split(" ").includes(document)) expect.soft(after, `${document}: ${reason}`).not.toBe(before);
      else expect.soft(after, document).toBe(before);
    }
  });
});

interface Built {
  readonly root: string;
  readonly dist: string;
  readonly argv: readonly string[];
  readonly from: string;
}

async function built(path: string): Promise<Built> {
  const { flags, from } = readExpected(join(path, "expected.yaml"));
  const root = folder();
  cpSync(path, root, { recursive: true, verbatimSymlinks: true });
  const argv = (flags ?? (existsSync(join(path, "feedwright.yaml")) ? [] : site)).filter(
    (flag) => !flag.startsWith("--dry"),
  );
  await feedwright(["build", ...argv], join(root, from));
  return { root, dist: join(root, "dist"), argv, from };
}

/** Another folder with the same configuration, and what is imported. */
async function builtAgain({ root, dist, argv, from }: Built, document: string): Promise<string | undefined> {
  const other = folder();
  cpSync(root, other, { recursive: true, verbatimSymlinks: true });
  for (const name of readdirSync(other))
    if (/^(?:articles|content|posts|_posts|dist|\.feedwright|before)$/.test(name))
      rmSync(join(other, name), { recursive: true });
  cpSync(join(dist, document), join(other, "source"));
  const flags = argv.filter(
    (flag, at) =>
      !/^--(?:content|now|limit|force|strict|out)\b/.test(flag) &&
      !/^--(?:content|now|limit|out)$/.test(argv[at - 1] ?? ""),
  );
  await feedwright(
    ["import", join(other, "source"), "--into", join(other, "articles"), ...flags],
    join(other, from),
  );
  await feedwright(
    [
      "build",
      ...argv.filter((flag, at) => flag !== "--content" && argv[at - 1] !== "--content"),
      "--content",
      join(other, "articles"),
      "--force",
    ],
    join(other, from),
  );
  const file = join(other, "dist", document);
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

async function feedwright(argv: readonly string[], cwd: string): Promise<void> {
  const quiet = { write: () => {} };
  await main(argv, { stdout: quiet, stderr: quiet, cwd, env: {}, now });
}
