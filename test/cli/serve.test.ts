import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { resolve } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { folder, run, site, story } from "./support.ts";

const bin = resolve("lib/cli/bin.js");

/** The command, running, with all that it says. */
function serving(flags: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const cwd = folder({ "feedwright.yaml": site, "articles/a.md": story("A", "2025-01-01") });
  const serve = spawn(process.execPath, [bin, "serve", ...flags], { cwd, env: { ...process.env, ...env } });
  onTestFinished(() => void serve.kill("SIGKILL"));
  let [out, err] = ["", ""];
  serve.stdout.on("data", (text) => (out += text));
  serve.stderr.on("data", (text) => (err += text));
  const ended = once(serve, "exit");
  return {
    out: () => out,
    err: () => err,
    said: async (words: RegExp) => {
      await expect.poll(() => out, { timeout: 20_000 }).toMatch(words);
      return words.exec(out) ?? expect.fail();
    },
    end: async () => {
      serve.kill("SIGINT");
      return (await ended)[0];
    },
  };
}

it("says where the preview is, builds, and ends at Ctrl-C with whatever pages are open", async () => {
  const serve = serving(["--port", "0"]);
  const [, address = ""] = await serve.said(/Preview {2}(http:\/\/127\.0\.0\.1:\d+\/_feedwright\/)\n/);
  await serve.said(/Waiting for changes; Ctrl-C ends\./);
  expect(await (await fetch(address)).text()).toContain("The Daily");
  const listening = await fetch(new URL("events?page=/_feedwright/&version=", address));
  expect(listening.status).toBe(200);
  expect(await serve.end()).toBe(0);
  expect(serve.err()).toBe("");
  await listening.body?.cancel().catch(() => {});
});

it("takes the next port where one is taken, and says so", async () => {
  const other = createServer(() => {});
  await new Promise<void>((listening) => other.listen(0, "127.0.0.1", listening));
  onTestFinished(() => void other.close());
  const address = other.address();
  const taken = typeof address === "object" && address !== null ? address.port : expect.fail();
  const serve = serving(["--port", String(taken)]);
  const [, port] = await serve.said(/http:\/\/127\.0\.0\.1:(\d+)\//);
  expect(Number(port)).toBeGreaterThan(taken);
  await serve.said(new RegExp(`Port ${taken} is taken; this is the next one\\.`));
  expect(await serve.end()).toBe(0);
});

it("leaves this machine only where it is told to, and warns of it", async () => {
  const serve = serving(["--port", "0", "--host", "0.0.0.0"]);
  await serve.said(/Whoever reaches this address can read what is served\./);
  expect(await serve.end()).toBe(0);
  const own = serving(["--port", "0", "--host", "::1"]);
  await own.said(/http:\/\/\[::1\]:\d+\//);
  expect(own.out()).not.toContain("Whoever");
  expect(await own.end()).toBe(0);
});

it.each([
  [["--port", "http"], "flag-value", "a number from 0 to 65535"],
  [["--port", "70000"], "flag-value", "a number from 0 to 65535"],
  [["--host", "192.0.2.1", "--port", "0"], "serve-unavailable", "nothing can be served at 192.0.2.1"],
])("doesn't begin with %j", async (flags, code, words) => {
  const cwd = folder({ "feedwright.yaml": site, "articles/a.md": story("A", "2025-01-01") });
  const { exitCode, err } = await run(["serve", ...flags], { cwd });
  expect(exitCode).toBe(2);
  expect(err).toContain(`[${code}]`);
  expect(err).toContain(words);
});

it("doesn't begin without a configuration, and leaves nothing listening", async () => {
  const { exitCode, out, err } = await run(["serve", "--port", "0"]);
  expect([exitCode, out]).toEqual([2, ""]);
  expect(err).toContain("[config-missing]");
});

it("goes on where the system has no way to open a browser", async () => {
  const serve = serving(["--port", "0", "--open"], { PATH: "/nowhere" });
  await serve.said(/Waiting for changes/);
  expect(await serve.end()).toBe(0);
  expect(serve.err()).toBe("");
});
