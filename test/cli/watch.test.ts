import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { folder, run, site, story } from "./support.ts";

const bin = resolve("lib/cli/bin.js");

/** As editors do: nobody reads the half of it. */
function save(path: string, text: string): void {
  const beside = join(dirname(path), ".saving");
  writeFileSync(beside, text);
  renameSync(beside, path);
}

it("says in a line what changed, what is wrong at its place, and when it is mended; Ctrl-C is its end", async () => {
  const cwd = folder({ "feedwright.yaml": site, "articles/a.md": story("A", "2025-01-01") });
  const watch = spawn(process.execPath, [bin, "build", "--watch"], { cwd });
  onTestFinished(() => void watch.kill("SIGKILL"));
  let [out, err] = ["", ""];
  watch.stdout.on("data", (text) => (out += text));
  watch.stderr.on("data", (text) => (err += text));
  const ended = once(watch, "exit");
  const said = (words: RegExp) => expect.poll(() => out, { timeout: 20_000 }).toMatch(words);
  await said(/1 article read, 1 in the feeds in .+\n\n {2}Waiting for changes; Ctrl-C ends\.\n\n$/);
  save(join(cwd, "articles/a.md"), story("B", "2025-01-01"));
  // Until it watches, nobody tells it of what: it looks once more then, and may do so in the midst of the change.
  await said(
    /\n {2}\d\d:\d\d:\d\d {2}(?:articles\/a\.md|the clock) {2}rss\.xml, atom\.xml, feed\.json in \d+ ms(?:, all mended)?\n$/,
  );
  err = "";
  save(join(cwd, "articles/b.md"), story("B", "2025-02-30"));
  await said(/ {2}articles\/b\.md {2}no feed changed in \d+ ms, 1 problem\n$/);
  expect(err).toMatch(/^articles\/b\.md:3:1: error: .*\[date-impossible\]\n/);
  save(join(cwd, "articles/b.md"), story("B", "2025-02-20"));
  await said(/ {2}articles\/b\.md {2}rss\.xml, atom\.xml, feed\.json in \d+ ms, all mended\n$/);
  watch.kill("SIGINT");
  expect((await ended)[0]).toBe(0);
  expect(err.match(/^feedwright:/m)).toBeNull();
  expect(existsSync(join(cwd, ".feedwright/lock"))).toBe(false);
});

it.each([["json"], ["dry-run"], ["notify"], ["format", "github"]])(
  "doesn't watch with --%s",
  async (flag, ...value) => {
    const { exitCode, out, err } = await run(["build", "--watch", `--${flag}`, ...value], {
      cwd: folder({ "feedwright.yaml": site }),
    });
    expect(exitCode).toBe(2);
    expect(out + err).toContain(`\`--watch\` and \`--${flag}\` don't go together`);
  },
);

it("doesn't begin without a configuration", async () => {
  const { exitCode, err } = await run(["build", "--watch"]);
  expect(exitCode).toBe(2);
  expect(err).toContain("[config-missing]");
});
