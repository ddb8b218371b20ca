import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";
import { folder, site, story } from "./support.ts";

const keys = { down: "\x1b[B", enter: "\r", stop: "\x03" };

/** Runs a command at a terminal of its own, and presses keys when what they answer to is shown. */
async function atTerminal(
  argv: readonly string[],
  cwd: string,
  presses: readonly (readonly [string, string])[],
) {
  const line = [process.execPath, resolve("lib/cli/bin.js"), ...argv].map((word) => `'${word}'`).join(" ");
  // A terminal that nobody looks at has no columns.
  const child = spawn("script", ["-qfec", `stty cols 80 rows 24; ${line}`, "/dev/null"], {
    cwd,
    env: { ...process.env, CI: "", TERM: "xterm" },
  });
  const waiting = [...presses];
  let shown = "";
  child.stdout.on("data", (chunk: Buffer) => {
    shown += chunk.toString();
    const [next] = waiting;
    if (next === undefined || !shown.includes(next[0])) return;
    waiting.shift();
    shown = "";
    child.stdin.write(next[1]);
  });
  const exitCode = await new Promise((done) => child.on("exit", done));
  return { exitCode, shown, waiting };
}

it("asks for headline and topic, with arrow keys, at a terminal", async () => {
  const cwd = folder({
    "feedwright.yaml": site,
    "articles/a.md": story("A", "2025-01-01", "topic: Sport\n"),
  });
  const presses = [
    ["Headline", `Old news${keys.enter}`],
    ["Topic", `${keys.down}${keys.enter}`],
    ["New topic", `Weather${keys.enter}`],
  ] as const;
  expect(await atTerminal(["new"], cwd, presses)).toMatchObject({ exitCode: 0, waiting: [] });
  expect(readFileSync(join(cwd, "articles/old-news.md"), "utf8")).toContain("topic: Weather\n");
});

it("writes nothing where the person leaves, and exits as an interruption does", async () => {
  const cwd = folder({ "feedwright.yaml": site });
  const { exitCode, shown } = await atTerminal(["new", "One"], cwd, [["Topic", keys.stop]]);
  expect([exitCode, existsSync(join(cwd, "articles"))]).toEqual([130, false]);
  expect(shown).toContain("feedwright: stopped by SIGINT; nothing was written");
});
