import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { writeManifest } from "../../src/publish/index.ts";
import { folder, run, site, story } from "../cli/support.ts";
import { builtSite, configuration, keptNotices, notified, pace, scriptedHub } from "./support.ts";

const rss = "https://daily.example/rss.xml";
const json = "https://daily.example/feed.json";
const digestOf = (path: string) => createHash("sha256").update(readFileSync(path)).digest("base64");
const topics = (asked: readonly { readonly form: Record<string, string> }[]) =>
  asked.map(({ form }) => form["hub.url"]);

describe("what a hub was told", () => {
  it("is kept by hub and feed", async () => {
    const { url } = await scriptedHub({ status: 202 });
    const root = await builtSite([url]);
    await notified(root);
    const digests = {
      [rss]: digestOf(join(root, "dist/rss.xml")),
      [json]: digestOf(join(root, "dist/feed.json")),
    };
    expect(keptNotices(root)).toEqual({ version: 1, hubs: { [url]: digests } });
  });

  it("it isn't told again, though the feeds were built again", async () => {
    const { url, asked } = await scriptedHub({ status: 202 });
    const root = await builtSite([url]);
    await notified(root);
    rmSync(join(root, "dist"), { recursive: true });
    await run(["build"], { cwd: root });
    expect(await notified(root)).toMatchObject({ exitCode: 0, states: ["rss.xml known", "feed.json known"] });
    expect(asked).toHaveLength(2);
  });

  it("is told again only where a feed's bytes changed", async () => {
    const { url, asked } = await scriptedHub({ status: 202 });
    const root = await builtSite([url]);
    await notified(root);
    writeFileSync(join(root, "dist/feed.json"), "{}");
    expect((await notified(root)).states).toEqual(["feed.json told", "rss.xml known"]);
    expect(topics(asked)).toEqual([rss, json, json]);
  });

  it("counts for that hub alone", async () => {
    const [one, other] = [await scriptedHub({ status: 202 }), await scriptedHub({ status: 202 })];
    const root = await builtSite([one.url]);
    await notified(root);
    expect((await notified(root, "--hub", other.url)).states).toEqual(["rss.xml told", "feed.json told"]);
    expect((await notified(root)).states).toEqual(["rss.xml known", "feed.json known"]);
    expect([one.asked.length, other.asked.length]).toEqual([2, 2]);
  });

  it("is another thing where the site has another address", async () => {
    const { url, asked } = await scriptedHub({ status: 202 });
    const root = await builtSite([url]);
    await notified(root);
    await notified(root, "--url", "https://new.example/news");
    expect(topics(asked).slice(2)).toEqual([
      "https://new.example/news/rss.xml",
      "https://new.example/news/feed.json",
    ]);
  });

  it("is owed where a hub is down, and to that one alone", async () => {
    const good = await scriptedHub({ status: 202 });
    const bad = await scriptedHub({ status: 500 }, { status: 500 }, { status: 500 }, { status: 202 });
    const root = await builtSite([bad.url, good.url]);
    const first = await notified(root);
    expect(first.notices.filter(({ state }) => state === "owed").map(({ hub }) => hub)).toEqual([
      bad.url,
      bad.url,
    ]);
    expect(first).toMatchObject({
      exitCode: 1,
      messages: [`hub-owed: ${bad.url} was not told of 2 feeds: it answered 500`],
    });
    const second = await notified(root);
    expect(second.notices.filter(({ state }) => state === "told").map(({ hub }) => hub)).toEqual([
      bad.url,
      bad.url,
    ]);
    expect(second.exitCode).toBe(0);
    expect(good.asked).toHaveLength(2);
  });

  it("goes to a hub named twice only once", async () => {
    const { url, asked } = await scriptedHub({ status: 202 });
    await notified(await builtSite([url, url, url.slice(0, -1)]));
    expect(asked).toHaveLength(2);
  });

  it.each([
    ["gone", undefined],
    ["half a file", '{"version":1,"hubs":{"http'],
    ["another version's", '{"version":2,"hubs":{}}'],
    ["of another shape", '{"version":1,"hubs":{"h":null}}'],
    ["null", "null"],
  ])("is told once more where the notices are %s", async (_, text) => {
    const { url, asked } = await scriptedHub({ status: 202 });
    const root = await builtSite([url]);
    await notified(root);
    const path = join(root, ".feedwright/notices.json");
    const kept = readFileSync(path, "utf8");
    if (text === undefined) rmSync(path);
    else writeFileSync(path, text);
    expect(await notified(root)).toMatchObject({ exitCode: 0, states: ["rss.xml told", "feed.json told"] });
    expect([asked.length, readFileSync(path, "utf8")]).toEqual([4, kept]);
  });

  it("is warned of where it can't be kept", async () => {
    const { url } = await scriptedHub({ status: 202 });
    const root = await builtSite([url]);
    mkdirSync(join(root, ".feedwright/notices.json"));
    const { exitCode, states, messages } = await notified(root);
    expect([exitCode, states]).toEqual([1, ["rss.xml told", "feed.json told"]]);
    expect(messages).toEqual([
      "notices-unwritable: what the hubs were told can't be kept: it is not a regular file",
    ]);
  });
});

describe("a feed", () => {
  it("that is private is told to nobody, nor named", async () => {
    const { url, asked } = await scriptedHub({ status: 202 });
    const root = await builtSite([url]);
    const feeds = { "rss.xml": ["a"], "partners/5e1f/feed.json": ["a"] };
    mkdirSync(join(root, "dist/partners/5e1f"), { recursive: true });
    writeFileSync(join(root, "dist/partners/5e1f/feed.json"), "{}");
    const hidden = { "partners/5e1f/feed.json": "partners/•••/feed.json" };
    writeManifest(
      root,
      join(root, "dist"),
      { ids: feeds, missing: [], stories: {}, others: [], media: [], placing: [], hidden },
      (each) => expect.fail(each.message),
    );
    const { out, states, exitCode } = await notified(root);
    expect([exitCode, states, topics(asked)]).toEqual([0, ["rss.xml told"], [rss]]);
    expect(out + JSON.stringify(keptNotices(root))).not.toContain("5e1f");
  });

  it("is told of by the address that it has itself; an archive, which names no hub, isn't", async () => {
    const { url, asked } = await scriptedHub({ status: 202 });
    const more = "feeds: { limit: 1, formats: [json] }\nscopes: [topic]\narchive: month\n";
    const articles = Object.fromEntries(
      [1, 2, 3, 4, 5].map((month) => [
        `articles/${month}.md`,
        story(`In month ${month}`, `2025-0${month}-01`, "topic: Європейський Союз\n"),
      ]),
    );
    const root = folder({
      "feedwright.yaml": configuration("https://daily.example/", [url], more),
      ...articles,
    });
    await run(["build", "--notify"], { cwd: root, pace });
    const files = readdirSync(join(root, "dist"), { recursive: true, encoding: "utf8" });
    const feeds = files
      .filter((path) => path.endsWith("feed.json"))
      .map((path) =>
        z
          .looseObject({ feed_url: z.string() })
          .parse(JSON.parse(readFileSync(join(root, "dist", path), "utf8"))),
      );
    const ofHub = feeds.filter(({ hubs }) => hubs !== undefined).map((feed) => feed.feed_url);
    expect(topics(asked).sort()).toEqual(ofHub.sort());
    expect([ofHub.length, feeds.length > 3]).toEqual([2, true]);
  });

  it("that isn't there is warned of, and the others are told", async () => {
    const { url } = await scriptedHub({ status: 202 });
    const root = await builtSite([url]);
    rmSync(join(root, "dist/rss.xml"));
    const { exitCode, states, messages } = await notified(root);
    expect([exitCode, states]).toEqual([1, ["feed.json told"]]);
    expect(messages).toEqual(["feed-unreadable: this feed can't be read: ENOENT: no such file or directory"]);
  });

  it("in whose place a FIFO stands holds nothing up", async () => {
    const { url } = await scriptedHub({ status: 202 });
    const root = await builtSite([url]);
    rmSync(join(root, "dist/rss.xml"));
    execFileSync("mkfifo", [join(root, "dist/rss.xml")]);
    expect((await notified(root)).messages).toEqual([
      "feed-unreadable: this feed can't be read: it is not a regular file",
    ]);
  });
});

describe("nobody is told", () => {
  it("where no hub is configured", async () => {
    const root = await builtSite([]);
    const { exitCode, err } = await run(["notify"], { cwd: root, pace });
    expect(exitCode).toBe(2);
    expect(err).toMatch(/^error: no WebSub hub is configured \[hub-missing\]\n {2}hint: name one/);
  });

  it("where nothing was built", async () => {
    const root = folder({
      "feedwright.yaml": configuration("https://daily.example/", ["https://hub.example/"]),
    });
    const { exitCode, err } = await run(["notify"], { cwd: root, pace });
    expect(exitCode).toBe(2);
    expect(err).toContain(`error: no build's feeds are known in ${join(root, "dist")} [feeds-unknown]`);
  });

  it("of another folder's feeds", async () => {
    const root = await builtSite(["https://hub.example/"]);
    expect((await run(["notify", "--out", "preview"], { cwd: root, pace })).err).toContain("[feeds-unknown]");
  });

  it("by a dry run, which writes nothing either", async () => {
    const { url, asked } = await scriptedHub({ status: 202 });
    const root = await builtSite([url]);
    const dry = await notified(root, "--dry-run", "--check");
    expect(dry).toMatchObject({ exitCode: 0, states: ["rss.xml owed", "feed.json owed"], messages: [] });
    expect([asked, keptNotices(root)]).toEqual([[], undefined]);
  });

  it.each(["hub.example", "ftp://hub.example/", "https://me:secret@hub.example/", "http://"])(
    "by way of %s, which is no hub",
    async (hub) => {
      const { exitCode, err } = await run(["notify", "--hub", hub], {
        cwd: folder({ "feedwright.yaml": site }),
        pace,
      });
      expect(exitCode).toBe(2);
      expect(err).toContain(`\`--hub\` is \`${hub}\`; expected an http or https address [flag-value]`);
    },
  );
});
