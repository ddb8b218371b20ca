import { type FSWatcher, readdirSync, watch } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { end, Newsroom, rounds } from "./newsroom.ts";
import { Poller } from "./poller.ts";

const articles = 60;
const signals = ["SIGKILL", "SIGKILL", "SIGKILL", "SIGTERM", "SIGINT"] as const;

/** Waits until a file is put in place, and then a moment. */
async function firstChange(output: string): Promise<void> {
  const folders = readdirSync(output, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ parentPath, name }) => join(parentPath, name));
  const watchers: FSWatcher[] = [];
  await new Promise<void>((seen) => {
    for (const folder of [output, ...folders])
      watchers.push(watch(folder, (_, name) => name?.endsWith(".feedwright") || seen()));
  });
  for (const watcher of watchers) watcher.close();
  const until = performance.now() + Math.random() * 4;
  while (performance.now() < until);
}

test("builds that are killed at any moment leave whole files, and the next one makes all right", {
  timeout: 60_000 + rounds * 5_000,
}, async () => {
  const newsroom = new Newsroom(articles);
  const started = performance.now();
  expect(await newsroom.build()).toMatchObject({ status: 0 });
  const usual = performance.now() - started;

  const poller = new Poller(newsroom.output);
  onTestFinished(() => poller.stop());
  const polling = poller.poll();
  const ends: Record<string, number> = {};
  for (let round = 1; round <= rounds; round++) {
    for (let each = 0; each < 5; each++) newsroom.write((round * 7 + each * 11) % articles, round);
    const build = newsroom.start();
    const ending = end(build);
    const signal = signals[round % signals.length] ?? "SIGKILL";
    // Half of them at any moment, half of them while files are put in place.
    const moment = round % 2 ? firstChange(newsroom.output) : setTimeout(Math.random() * usual);
    await Promise.race([ending, moment]);
    build.kill(signal);
    const ended = await ending;
    const how = ended.signal ?? `status ${ended.status}`;
    ends[how] = (ends[how] ?? 0) + 1;
    // A lock that was left holds nobody up, and one that is told to stop clears up itself.
    expect(ended.said).not.toContain("build-running");
    if (ended.status === 143 || ended.status === 130) expect(newsroom.leftovers()).toEqual([]);
  }
  const last = await newsroom.build();
  poller.stop();
  await polling;

  const left = newsroom.leftovers();
  console.info(
    `killed: ${rounds} rounds (${Object.entries(ends)
      .map(([how, times]) => `${times} × ${how}`)
      .join(", ")}); ${poller.read} files read meanwhile, ${poller.torn.length} torn, ${
      poller.missing.length
    } missing; ${left.length} temporary files left`,
  );
  expect(last).toMatchObject({ status: 0, said: "" });
  expect([poller.torn, poller.missing, left]).toEqual([[], [], []]);
  expect(newsroom.bytes()).toEqual(await newsroom.anew());
});
