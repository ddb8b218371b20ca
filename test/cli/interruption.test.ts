import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, it } from "vitest";
import { folder, site, story } from "./support.ts";

const bin = resolve("lib/cli/bin.js");
const body = "A paragraph of *news* that [leads](https://a.example/) on.\n\n".repeat(500);

it.each([
  ["SIGHUP", 129],
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)("%s stops a build, and what stood there stands as it was", async (signal, expected) => {
  const days = Array.from({ length: 300 }, (_, n) => [`articles/${n}.md`, story("T", "2025-01-01") + body]);
  const files = { "feedwright.yaml": `${site}feeds:\n  limit: all\n`, "dist/rss.xml": "old" };
  const cwd = folder({ ...files, ...Object.fromEntries(days) });
  const build = spawn(process.execPath, [bin, "build"], { cwd });
  let said = "";
  build.stderr.on("data", (text) => (said += text));
  const ended = once(build, "exit");
  while (readdirSync(join(cwd, "dist")).length < 2) await setTimeout(5);
  build.kill(signal);
  expect((await ended)[0]).toBe(expected);
  expect(said).toBe(`feedwright: stopped by ${signal}; nothing was changed\n`);
  expect(readdirSync(join(cwd, "dist"))).toEqual(["rss.xml"]);
  expect(readFileSync(join(cwd, "dist/rss.xml"), "utf8")).toBe("old");
  expect(existsSync(join(cwd, ".feedwright/manifest.json"))).toBe(false);
});
