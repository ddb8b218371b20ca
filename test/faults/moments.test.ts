import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { end, Newsroom, rounds } from "./newsroom.ts";
import { isWhole } from "./poller.ts";
import { restorer } from "./restorer.ts";

const articles = 8;
const preload = pathToFileURL(resolve("test/faults/killAt.js")).href;
/** In CI, some of the moments; each time others would make a red run hard to repeat. */
const step = rounds < 100 ? 37 : 1;

/** A build that gets a signal when it has changed something on the disk for the so many-th time. */
async function signalled(newsroom: Newsroom, signal: NodeJS.Signals, at: number) {
  const kill = JSON.stringify({ signal, at, below: newsroom.root });
  return await end(newsroom.start([], { env: { ...process.env, FEEDWRIGHT_KILL: kill }, preload }));
}

/** A site that was built and changed since; perhaps a build of the change was killed, too. */
async function changedSite(killedAt?: number): Promise<Newsroom> {
  const newsroom = new Newsroom(articles);
  expect(await newsroom.build()).toMatchObject({ status: 0 });
  for (const number of [1, 3, articles]) newsroom.write(number, 1);
  if (killedAt === undefined) return newsroom;
  expect(await signalled(newsroom, "SIGKILL", killedAt)).toMatchObject({ signal: "SIGKILL" });
  return newsroom;
}

test.each([
  { signal: "SIGKILL", killedAt: undefined, after: "a build that ended well" },
  { signal: "SIGKILL", killedAt: 60, after: "a build that was killed" },
  { signal: "SIGTERM", killedAt: undefined, after: "a build that ended well" },
  { signal: "SIGTERM", killedAt: 60, after: "a build that was killed" },
] as const)(
  "after $after, $signal at any change on the disk leaves whole files, and the next build makes all right",
  { timeout: 60_000 + rounds * 5_000 },
  async ({ signal, killedAt }) => {
    const newsroom = await changedSite(killedAt);
    const restore = restorer(newsroom.root);
    const before = [...newsroom.bytes().keys()].filter((path) => !path.endsWith(".feedwright"));
    const right = await newsroom.anew();
    const ends: Record<string, number> = {};
    for (let at = 1; ends["status 0"] === undefined; at += step) {
      restore();
      const ended = await signalled(newsroom, signal, at);
      const how = ended.signal ?? `status ${ended.status}`;
      ends[how] = (ends[how] ?? 0) + 1;
      if (ended.status !== null) expect([at, newsroom.leftovers()]).toEqual([at, []]);
      const stands = newsroom.bytes();
      const torn = [...stands].filter(
        ([path, bytes]) => !(path.endsWith(".feedwright") || isWhole(path, Buffer.from(bytes, "base64"))),
      );
      expect([at, torn, before.filter((path) => !stands.has(path))]).toEqual([at, [], []]);
      newsroom.ageUnfilled();
      const next = await newsroom.build();
      const left = [...newsroom.leftovers(), ...newsroom.unfilled()];
      expect([at, next, left]).toEqual([at, { status: 0, signal: null, said: "" }, []]);
      expect(newsroom.bytes(), String(at)).toEqual(right);
    }
    console.info(
      `${signal} after ${killedAt === undefined ? "a whole" : "a killed"} build: ${JSON.stringify(ends)}`,
    );
    expect(ends[signal === "SIGKILL" ? signal : "status 143"]).toBeGreaterThan(0);
  },
);
