import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { validateAction } from "@action-validator/core";
import { load } from "js-yaml";
import { expect, it } from "vitest";
import { z } from "zod";
import { folder, site, story } from "../cli/support.ts";

const text = readFileSync("action.yml", "utf8");

const { inputs: known, runs } = z
  .object({
    inputs: z.record(z.string(), z.object({ default: z.string() })),
    runs: z.object({
      steps: z.array(
        z.object({ run: z.string().optional(), env: z.record(z.string(), z.string()).default({}) }),
      ),
    }),
  })
  .parse(load(text));

/** Runs the action's own script as a runner does, with these inputs, in a site that has feedwright installed. */
function act(files: Readonly<Record<string, string>>, inputs: Readonly<Record<string, string>> = {}) {
  const cwd = folder({ "package.json": "{}", ...files });
  mkdirSync(join(cwd, "node_modules/.bin"), { recursive: true });
  const program = `#!/bin/sh\nexec node '${resolve("lib/cli/bin.js")}' "$@"\n`;
  writeFileSync(join(cwd, "node_modules/.bin/feedwright"), program, { mode: 0o755 });
  const [output, summary] = [join(cwd, ".output"), join(cwd, ".summary")];
  for (const file of [output, summary]) writeFileSync(file, "");
  const step = runs.steps.find(({ run }) => run !== undefined);
  const given = (value: string) =>
    value.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, name) => inputs[name] ?? known[name]?.default ?? "");
  const env = Object.fromEntries(
    Object.entries(step?.env ?? {}).map(([name, value]) => [name, given(value)]),
  );
  const run = () => {
    const { status, stdout } = spawnSync("bash", ["-e", "-c", step?.run ?? "exit 99"], {
      cwd,
      encoding: "utf8",
      env: {
        ...process.env,
        ...env,
        GITHUB_ACTION_PATH: resolve("."),
        GITHUB_OUTPUT: output,
        GITHUB_STEP_SUMMARY: summary,
        GITHUB_WORKSPACE: cwd,
      },
    });
    const outputs = readFileSync(output, "utf8").matchAll(/^(\w+)<<(.+)\n(.*)\n\2$/gm);
    const told = Object.fromEntries([...outputs].map(([, name, , value]) => [name, value]));
    return { status, stdout, told, summary: readFileSync(summary, "utf8") };
  };
  return { cwd, run };
}

const good = { "feedwright.yaml": site, "articles/a.md": story("A", "2025-01-01") };
const wrong = { ...good, "articles/<b>\n&.md": story("B", "2025-02-30") };

it("is an action as GitHub has it, and no input of it is code", () => {
  expect(validateAction(text).errors).toEqual([]);
  const scripts = runs.steps.flatMap(({ run }) => run ?? []);
  expect(scripts).toHaveLength(1);
  for (const script of scripts) expect(script).not.toContain("${{");
});

it("builds, tells the workflow how much, and says whether anything changed", () => {
  const { cwd, run } = act(good);
  const first = run();
  expect(first).toMatchObject({
    status: 0,
    stdout: "",
    told: { articles: "1", published: "1", rejected: "0", changed: "true", output: join(cwd, "dist") },
  });
  expect(first.summary).toContain("Articles: 1 read, 1 in the feeds, 0 left out.");
  expect(first.summary).toMatch(
    /<tr><td><code>rss\.xml<\/code><\/td><td>1<\/td><td>\d+<\/td><td>new<\/td><\/tr>/,
  );
  expect(run().told.changed).toBe("false");
});

it("annotates what is wrong, publishes the rest, and fails for it where it is told to", () => {
  const { run } = act(wrong);
  const { status, stdout, summary, told } = run();
  expect(status).toBe(0);
  expect(stdout).toMatch(/^::error file=articles\/.*,line=3,col=1,title=date-impossible::/);
  expect(told).toMatchObject({ published: "1", rejected: "1" });
  // Its name is no markup.
  expect(summary).toContain("<code>articles/&#60;b&#62; &#38;.md:3</code>");
  expect(act(wrong, { strict: "true" }).run()).toMatchObject({ status: 1, told: { published: "1" } });
});

it("fails where nothing can be written, and says why", () => {
  const { status, stdout, summary } = act({ "articles/a.md": story("A", "2025-01-01") }).run();
  expect(status).toBe(2);
  expect(stdout).toContain("title=config-missing::");
  expect(summary).toContain("Nothing was written.");
});

it("takes what an input says for a name, never for a command", () => {
  const { status, stdout } = act(good, { config: '"; touch pwned; "' }).run();
  expect(status).toBe(2);
  expect(stdout).toContain("touch pwned");
  expect(stdout).toMatch(/^::error /);
});
