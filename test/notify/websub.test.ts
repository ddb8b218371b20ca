import { createReadStream, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folder, run, story } from "../cli/support.ts";
import { Hub } from "./hub.ts";
import { serve } from "./server.ts";
import { Subscriber } from "./subscriber.ts";
import { configuration, notified, notifiedAt, pace } from "./support.ts";

const mediaTypes: Readonly<Record<string, string>> = {
  xml: "application/rss+xml",
  json: "application/feed+json",
};

/** A site on the loopback that names a hub; what is in `live/` is what it serves. */
async function newsroom(hub: string, served = "dist") {
  const root = folder({ "articles/a.md": story("First story", "2025-01-01") });
  const url = await serve((request, response) => {
    const path = join(root, served, request.url ?? "");
    const isThere = existsSync(path) && request.url !== "/";
    const type = mediaTypes[path.split(".").at(-1) ?? ""] ?? "text/plain";
    response.writeHead(isThere ? 200 : 404, { "content-type": type });
    if (isThere) createReadStream(path).pipe(response);
    else response.end();
  });
  writeFileSync(join(root, "feedwright.yaml"), configuration(url, [hub], "feeds:\n  formats: [rss, json]\n"));
  const addStory = (title: string) =>
    writeFileSync(join(root, `articles/${title.replaceAll(" ", "-")}.md`), story(title, "2025-06-01"));
  return { root, url, addStory };
}

describe("a subscriber", () => {
  it("gets a new story by way of a hub, signed, from the feed that it asked for", async () => {
    const [hub, subscriber] = [await Hub.start(), await Subscriber.start()];
    const { root, url, addStory } = await newsroom(hub.url);
    await run(["build"], { cwd: root });
    expect(await subscriber.subscribe(hub.url, `${url}rss.xml`)).toBe(202);
    await hub.settled();

    addStory("Second story");
    await run(["build"], { cwd: root });
    const { exitCode, states } = await notified(root);
    await hub.settled();
    expect([exitCode, states]).toEqual([0, ["rss.xml told", "feed.json told"]]);
    expect(hub.pings).toEqual([`${url}rss.xml`, `${url}feed.json`]);
    expect(subscriber.deliveries).toEqual([
      {
        link: `<${hub.url}>; rel="hub", <${url}rss.xml>; rel="self"`,
        type: "application/rss+xml",
        body: readFileSync(join(root, "dist/rss.xml"), "utf8"),
        isSigned: true,
      },
    ]);
    expect(subscriber.deliveries[0]?.body).toContain("Second story");
  });

  it("that asks for another topic gets nothing", async () => {
    const [hub, subscriber] = [await Hub.start(), await Subscriber.start()];
    const { root, url } = await newsroom(hub.url);
    await subscriber.subscribe(hub.url, `${url}elsewhere.xml`);
    await hub.settled();
    await run(["build"], { cwd: root });
    await notified(root);
    await hub.settled();
    expect([hub.pings.length, subscriber.deliveries]).toEqual([2, []]);
  });

  it("is told by the build itself where that is asked for", async () => {
    const [hub, subscriber] = [await Hub.start(), await Subscriber.start()];
    const { root, url, addStory } = await newsroom(hub.url);
    await subscriber.subscribe(hub.url, `${url}feed.json`);
    await hub.settled();
    await run(["build", "--notify"], { cwd: root, pace });
    await hub.settled();
    addStory("Breaking story");
    const { exitCode, out, err } = await run(["build", "--notify"], { cwd: root, pace });
    await hub.settled();
    expect([exitCode, err]).toEqual([0, ""]);
    expect(out).toMatch(new RegExp(`in the feeds in .*\\n\\n {2}${hub.url} +told of 2 feeds\\n$`, "s"));
    expect(subscriber.deliveries.map(({ body }) => body.includes("Breaking story"))).toEqual([false, true]);
  });
});

describe("--check", () => {
  it("tells of no feed whose address still serves the old one, and of it once it doesn't", async () => {
    const hurried = { ...pace, total: 500 };
    const hub = await Hub.start();
    const { root, url } = await newsroom(hub.url, "live");
    await run(["build"], { cwd: root });
    const built = readFileSync(join(root, "dist/rss.xml"), "utf8");
    writeFileSync(join(folderOf(root, "live"), "rss.xml"), `${built}<!-- and what was there before -->`);
    const early = await notifiedAt(hurried, root, "--check");
    expect(early).toMatchObject({ exitCode: 1, states: ["rss.xml owed", "feed.json owed"] });
    expect(early.messages.sort()).toEqual([
      `feed-not-live: no hub was told of ${url}feed.json: it answered 404`,
      `feed-not-live: no hub was told of ${url}rss.xml: it doesn't serve the new feed yet`,
    ]);
    expect(hub.pings).toEqual([]);

    writeFileSync(join(root, "live/rss.xml"), readFileSync(join(root, "dist/rss.xml")));
    expect(await notifiedAt(hurried, root, "--check")).toMatchObject({
      exitCode: 1,
      states: ["rss.xml told", "feed.json owed"],
    });
    expect(hub.pings).toEqual([`${url}rss.xml`]);

    writeFileSync(join(root, "live/feed.json"), readFileSync(join(root, "dist/feed.json")));
    expect(await notifiedAt(hurried, root, "--check")).toMatchObject({
      exitCode: 0,
      states: ["feed.json told", "rss.xml known"],
    });
    await hub.settled();
  });

  it("waits a little for a deployment to come through", async () => {
    const hub = await Hub.start();
    const { root } = await newsroom(hub.url, "live");
    await run(["build"], { cwd: root });
    folderOf(root, "live");
    const deployed = setTimeout(() => {
      for (const name of ["rss.xml", "feed.json"])
        writeFileSync(join(root, "live", name), readFileSync(join(root, "dist", name)));
    }, 30);
    const { exitCode } = await run(["notify", "--check"], { cwd: root, pace });
    clearTimeout(deployed);
    await hub.settled();
    expect([exitCode, hub.pings.length]).toEqual([0, 2]);
  });
});

function folderOf(root: string, name: string): string {
  mkdirSync(join(root, name), { recursive: true });
  return join(root, name);
}
