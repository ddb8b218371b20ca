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

it("bears a reader of problems that has had enough", () => {
  const cwd = folder();
  expect(shell(`(node ${bin} build; echo $? >&3) 3>&1 2>&1 >/dev/null | true; true`, cwd).stderr).toBe("");
});

it.each([["--help"], ["build"]])("%s says in a line that its output can't be written", (flags) => {
  const cwd = folder({ "feedwright.yaml": site, "articles/a.md": story("A", "2025-01-01") });
  const { status, stderr } = shell(`node ${bin} ${flags} > /dev/full`, cwd);
  expect([status, stderr]).toEqual([2, "feedwright: the report can't be written: ENOSPC\n"]);
});

it("keeps quiet where problems can't be written either", () => {
  expect(shell(`node ${bin} build > /dev/full 2> /dev/full`, folder())).toMatchObject({ status: 2 });
});

it("says that the working directory was deleted", () => {
  const cwd = folder({ "in/a": "" });
  const { status, stderr } = shell(`cd in && rm -r ../in && node ${bin} build`, cwd);
  expect(status).toBe(2);
  expect(stderr).toContain("error: the working directory is not there any more [folder-gone]");
  expect(stderr).not.toContain("    at ");
});

it("bears a module that fails, and names its line", () => {
  const cwd = folder({ "feedwright.mjs": 'const site = {};\nthrow new Error("no network");\n' });
  const { status, stderr } = shell(`node ${bin} build`, cwd);
  expect(status).toBe(2);
  expect(stderr).toContain("feedwright.mjs:2:7: error: the configuration module can't be loaded: no network");
});
