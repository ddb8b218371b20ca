import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { expect, it } from "vitest";
import { loadConfig } from "../../src/index.ts";
import { notify } from "../../src/notify/index.ts";
import { serve } from "./server.ts";
import { builtSite, keptNotices, notified, pace, scriptedHub } from "./support.ts";

const bin = resolve("lib/cli/bin.js");

/** A hub that takes the first feed, and says nothing to the second until it is awake. */
async function drowsyHub() {
  const hub = { url: "", asked: 0, isAwake: false };
  hub.url = await serve((request, response) => {
    request.resume();
    if (hub.isAwake || hub.asked === 0) response.writeHead(202).end();
    hub.asked++;
  });
  return hub;
}

it.each([
  ["SIGHUP", 129],
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)("%s stops it, and what a hub took until then is kept", async (signal, expected) => {
  const hub = await drowsyHub();
  const root = await builtSite([hub.url]);
  const command = spawn(process.execPath, [bin, "notify"], { cwd: root });
  let said = "";
  command.stderr.on("data", (text) => (said += text));
  const ended = once(command, "exit");
  await expect.poll(() => hub.asked).toBe(2);
  command.kill(signal);
  expect((await ended)[0]).toBe(expected);
  expect(said).toBe(`feedwright: stopped by ${signal}; what the hubs were not told is still owed\n`);
  hub.isAwake = true;
  expect((await notified(root)).states).toEqual(["feed.json told", "rss.xml known"]);
});

it("where it is killed, all that it was about is owed", async () => {
  const hub = await drowsyHub();
  const root = await builtSite([hub.url]);
  const command = spawn(process.execPath, [bin, "notify"], { cwd: root });
  const ended = once(command, "exit");
  await expect.poll(() => hub.asked).toBe(2);
  command.kill("SIGKILL");
  await ended;
  expect(keptNotices(root)).toBeUndefined();
  hub.isAwake = true;
  expect((await notified(root)).states).toEqual(["rss.xml told", "feed.json told"]);
});

it("a build that is stopped while it tells has published its feeds, and says so", async () => {
  const hub = await drowsyHub();
  const root = await builtSite([hub.url]);
  const command = spawn(process.execPath, [bin, "build", "--notify"], { cwd: root });
  let [said, reported] = ["", ""];
  command.stderr.on("data", (text) => (said += text));
  command.stdout.on("data", (text) => (reported += text));
  const ended = once(command, "exit");
  await expect.poll(() => hub.asked).toBe(2);
  command.kill("SIGTERM");
  expect((await ended)[0]).toBe(143);
  expect(said).toBe(
    "feedwright: stopped by SIGTERM; the feeds are published, and what the hubs were not told is still owed\n",
  );
  expect(reported).toContain("1 in the feeds");
});

it("stops in the midst of a wait, for all hubs at once", async () => {
  const busy = { status: 503, headers: { "retry-after": "5" } };
  const hubs = [await scriptedHub(busy), await scriptedHub(busy)];
  const root = await builtSite(hubs.map(({ url }) => url));
  const config = await loadConfig({ cwd: root });
  const controller = new AbortController();
  const telling = notify({ config, pace, signal: controller.signal });
  const outcome = expect(telling).rejects.toThrow("enough");
  await expect.poll(() => hubs.every(({ asked }) => asked.length === 1)).toBe(true);
  controller.abort(new Error("enough"));
  await outcome;
  await expect(notify({ config, pace, signal: controller.signal })).rejects.toThrow("enough");
  expect(hubs.map(({ asked }) => asked.length)).toEqual([1, 1]);
});
