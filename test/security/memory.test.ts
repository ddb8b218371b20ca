import { spawnSync } from "node:child_process";
import { truncateSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { folder, site, story } from "../cli/support.ts";
import { hostile } from "./hostile.ts";

/** In MB: what the whole process may take for one article, whatever that is. */
const most = 256;

const files = { "feedwright.yaml": site, "articles/good.md": story("Good", "2025-01-01") };

/** Builds with the compiled command, as `npm test` has just made it. */
function build(cwd: string): { peak: number; published: number; codes: string[] } {
  const [bin, preload] = [resolve("lib/cli/bin.js"), resolve("test/security/peak.cjs")];
  const { output, stderr } = spawnSync(process.execPath, ["--require", preload, bin, "build", "--json"], {
    cwd,
    stdio: ["ignore", "pipe", "pipe", "pipe"],
    maxBuffer: 2 ** 28,
    encoding: "utf8",
  });
  if (!output[3]) throw new Error(`it didn't end well: ${stderr.slice(-1000)}`);
  const { published, problems } = JSON.parse(output[1] ?? "");
  return { peak: Number(output[3]), published, codes: problems.map(({ code }: { code: string }) => code) };
}

describe("one hostile article stays within its limits, and stops no other", () => {
  test.each(hostile)("%s", (_, text) => {
    const { peak, published, codes } = build(folder({ ...files, "articles/hostile.md": text }));
    expect(peak).toBeLessThan(most);
    expect(published).toBeGreaterThanOrEqual(1);
    expect(codes).not.toContain("unexpected");
  });
});

test("a file of a gigabyte costs itself alone, and no more memory than none", () => {
  const cwd = folder(files);
  const quiet = build(cwd).peak;
  const large = join(cwd, "articles/large.md");
  writeFileSync(large, story("Large", "2025-01-02"));
  truncateSync(large, 2 ** 30);
  const { peak, published, codes } = build(cwd);
  expect([published, codes]).toEqual([1, ["body-too-large"]]);
  expect(peak).toBeLessThan(quiet + 32);
});

test("what is refused is told with its limit, which the configuration may raise", () => {
  const text = `${story("Long", "2025-01-02")}${"*a* ".repeat(45_000)}`;
  const cwd = folder({ ...files, "articles/long.md": text });
  expect(build(cwd)).toMatchObject({ published: 1, codes: ["content-too-large"] });
  writeFileSync(join(cwd, "feedwright.yaml"), `${site}limits: { markup: 100000, seconds: 60 }\n`);
  expect(build(cwd)).toMatchObject({ published: 2, codes: [] });
});
