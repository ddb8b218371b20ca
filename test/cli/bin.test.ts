import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { expect, it } from "vitest";
import { folder, site, story } from "./support.ts";

/** The compiled command, as `npm test` has just made it. */
const bin = resolve("lib/cli/bin.js");
const shell = (command: string, cwd: string) => spawnSync(command, { cwd, shell: true, encoding: "utf8" });

it("hands the exit status to the shell", () => {
  const cwd = folder({ "feedwright.yaml": site, "articles/a.md": story("A", "2025-02-30") });
  expect(shell(`node ${bin} --version`, cwd).status).toBe(0);
  expect(shell(`node ${bin} build`, cwd).status).toBe(1);
  expect(shell(`node ${bin} build --nonsense`, cwd).status).toBe(2);
});

it("bears a reader that has had enough", () => {
  const cwd = folder({ "feedwright.yaml": site });
  expect(shell(`node ${bin} build --help | true`, cwd).stderr).toBe("");
});

it("bears a module that fails, and names its line", () => {
  const cwd = folder({ "feedwright.mjs": 'const site = {};\nthrow new Error("no network");\n' });
  const { status, stderr } = shell(`node ${bin} build`, cwd);
  expect(status).toBe(2);
  expect(stderr).toContain("feedwright.mjs:2:7: error: the configuration module can't be loaded: no network");
});
