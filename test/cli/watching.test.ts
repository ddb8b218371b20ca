import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { type Io, main } from "../../src/cli/main.ts";
import { folder, site, story } from "./support.ts";

/** The command in this process, as far as it has come. */
function running(argv: readonly string[], files: Readonly<Record<string, string>> = {}) {
  const cwd = folder({ "feedwright.yaml": site, "articles/a.md": story("A", "2025-01-01"), ...files });
  let [out, err] = ["", ""];
  const io: Io = {
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
    cwd,
    env: {},
    now: Date.now,
  };
  const ended = main(argv, io);
  return {
    cwd,
    err: () => err,
    said: async (words: RegExp) => {
      await expect.poll(() => out, { timeout: 20_000 }).toMatch(words);
      return words.exec(out) ?? expect.fail();
    },
    end: async () => {
      process.emit("SIGINT");
      return await ended;
    },
  };
}

it("watches until it is interrupted, with or without a moment of its own", async () => {
  for (const flags of [[], ["--now", "2026-01-01T00:00:00Z", "--verbose"]]) {
    const watch = running(["build", "--watch", ...flags]);
    await watch.said(/Waiting for changes/);
    writeFileSync(join(watch.cwd, "articles/a.md"), story("B", "2025-01-01"));
    await watch.said(/articles\/a\.md {2}rss\.xml, atom\.xml, feed\.json in/);
    expect(await watch.end()).toBe(0);
  }
});

it("serves until it is interrupted, and says at which port", async () => {
  const other = createServer(() => {});
  await new Promise<void>((listening) => other.listen(0, "127.0.0.1", listening));
  onTestFinished(() => void other.close());
  const address = other.address();
  const taken = typeof address === "object" && address !== null ? address.port : expect.fail();
  const serve = running(["serve", "--port", String(taken), "--verbose"], {
    "articles/b.md": story("B", "2025-02-30"),
  });
  const [, root = ""] = await serve.said(/(http:\/\/127\.0\.0\.1:\d+)\/_feedwright\//);
  await serve.said(/Waiting for changes/);
  const problems = await (await fetch(`${root}/_feedwright/problems`)).text();
  expect(problems).toContain('<code class="place">articles/b.md:3:1</code>');
  expect(problems).toContain("date: 2025-02-30");
  expect(serve.err()).toContain("[date-impossible]");
  expect(await serve.end()).toBe(0);
  await expect(fetch(root)).rejects.toThrow("fetch failed");
});

it.each([
  ["0.0.0.0", /http:\/\/0\.0\.0\.0:\d+\/[\s\S]*Whoever reaches this address can read what is served\./],
  ["::1", /http:\/\/\[::1\]:\d+\//],
  ["localhost", /http:\/\/localhost:\d+\//],
])("listens where it is told to: %s", async (host, words) => {
  const serve = running(["serve", "--host", host, "--port", "0"]);
  await serve.said(words);
  await serve.said(/Waiting for changes/);
  expect(await serve.end()).toBe(0);
});

it("shows a problem that has no place", async () => {
  const serve = running(["serve", "--port", "0"], {
    "articles/a.md": story("A", "2025-01-01"),
    "articles/a.txt": "",
  });
  const [, root = ""] = await serve.said(/(http:\/\/127\.0\.0\.1:\d+)\/_feedwright\//);
  await serve.said(/Waiting for changes/);
  writeFileSync(join(serve.cwd, "articles/a.md"), story("A", "2099-01-01"));
  await serve.said(/nothing was written/);
  await expect
    .poll(async () => await (await fetch(`${root}/_feedwright/problems`)).text())
    .toContain("feed-emptied");
  expect(await serve.end()).toBe(0);
});
