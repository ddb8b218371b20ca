import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { builtSite, pace, scriptedHub } from "../notify/support.ts";
import { fakeBuild, folder, nothing, run, site } from "./support.ts";

describe("feedwright notify", () => {
  it("--help says what it takes, and tells nobody", async () => {
    const { url, asked } = await scriptedHub({ status: 202 });
    const { exitCode, out } = await run(["notify", "--help"], { cwd: await builtSite([url]), pace });
    expect([exitCode, asked]).toEqual([0, []]);
    expect(out).toMatch(
      /^Tell the WebSub hubs which feeds changed .*\n\nUsage: feedwright notify \[flags\]\n/,
    );
    for (const flag of [
      "--root DIR",
      "--out DIR",
      "--hub URL",
      "--check",
      "--dry-run",
      "--json",
      "--verbose",
    ])
      expect(out).toContain(`  ${flag} `);
    expect(out).not.toContain("--content");
    expect(out).toContain("0 every hub knows of every feed; 1 something is still owed; 2 no hub was told.");
  });

  it("says for people which hub was told of how many feeds, and which weren't", async () => {
    const [good, bad] = [await scriptedHub({ status: 202 }), await scriptedHub({ status: 404 })];
    const root = await builtSite([good.url, bad.url]);
    const first = await run(["notify"], { cwd: root, pace });
    expect(first).toEqual({
      exitCode: 1,
      out: `  ${good.url}  told of 2 feeds\n  ${bad.url}  2 owed\n`,
      err: `warning: ${bad.url} was not told of 2 feeds: it answered 404 [hub-owed]
  hint: check the hub's address, and what it asks of publishers

1 warning
`,
    });
    writeFileSync(join(root, "dist/rss.xml"), "another");
    const second = await run(["notify", "--hub", good.url, "--verbose"], { cwd: root, pace });
    expect(second).toEqual({
      exitCode: 0,
      out: `  ${good.url}            told of 1 feed, 1 unchanged
    https://daily.example/rss.xml    told
    https://daily.example/feed.json  unchanged
`,
      err: "",
    });
  });

  it("--dry-run says what would be told", async () => {
    const root = await builtSite(["https://hub.example/"]);
    expect(await run(["notify", "--dry-run"], { cwd: root })).toEqual({
      exitCode: 0,
      out: "  https://hub.example/  2 to tell\n\n  A dry run: no hub was told.\n",
      err: "",
    });
  });

  it("--json is one document; a failure's has all of its members", async () => {
    const { url } = await scriptedHub({ status: 202 });
    const root = await builtSite([url]);
    const { out, err } = await run(["notify", "--json"], { cwd: root, pace });
    const document = JSON.parse(out);
    expect(document).toEqual({
      exitCode: 0,
      dryRun: false,
      problems: [],
      notices: [
        { hub: url, path: "rss.xml", topic: "https://daily.example/rss.xml", state: "told" },
        { hub: url, path: "feed.json", topic: "https://daily.example/feed.json", state: "told" },
      ],
    });
    expect(err).toBe("");
    const failed = await run(["notify", "--json"], { cwd: folder({ "feedwright.yaml": site }) });
    expect([failed.exitCode, failed.err]).toEqual([2, ""]);
    expect(Object.keys(JSON.parse(failed.out))).toEqual(expect.arrayContaining(Object.keys(document)));
    expect(JSON.parse(failed.out)).toMatchObject({
      exitCode: 2,
      problems: [{ code: "hub-missing" }],
      notices: [],
    });
  });
});

describe("feedwright build --notify", () => {
  it("succeeds though a hub is down: that is a warning, and the next build tells it", async () => {
    const { url } = await scriptedHub({ status: 503 }, { status: 503 }, { status: 503 }, { status: 202 });
    const root = await builtSite([url]);
    const first = await run(["build", "--notify"], { cwd: root, pace });
    expect(first.exitCode).toBe(0);
    expect(first.err).toMatch(/^warning: .* was not told of 2 feeds: it answered 503 \[hub-owed\]\n/);
    expect(first.out).toMatch(/2 owed\n$/);
    const second = await run(["build", "--notify", "--strict"], { cwd: root, pace });
    expect([second.exitCode, second.err]).toEqual([0, ""]);
    expect(second.out).toMatch(/told of 2 feeds\n$/);
  });

  it("--strict fails where something is owed", async () => {
    const { url } = await scriptedHub({ status: 404 });
    const root = await builtSite([url]);
    expect((await run(["build", "--notify", "--strict"], { cwd: root, pace })).exitCode).toBe(1);
  });

  it("--json has the notices and their problems in the build's document", async () => {
    const { url } = await scriptedHub({ status: 202 }, { status: 404 });
    const root = await builtSite([url]);
    const { out, err, exitCode } = await run(["build", "--notify", "--json"], { cwd: root, pace });
    expect([exitCode, err]).toEqual([0, ""]);
    expect(JSON.parse(out)).toMatchObject({
      published: 1,
      problems: [{ code: "hub-owed", severity: "warning", file: null }],
      notices: [
        { path: "rss.xml", state: "told" },
        { path: "feed.json", state: "owed" },
      ],
    });
  });

  it("tells nobody on a dry run", async () => {
    const { url, asked } = await scriptedHub({ status: 202 });
    const root = await builtSite([url]);
    expect((await run(["build", "--notify", "--dry-run"], { cwd: root, pace })).exitCode).toBe(0);
    expect(asked).toEqual([]);
  });

  it("builds nothing where there is no hub to tell", async () => {
    const { asked, build } = fakeBuild();
    const { exitCode, err } = await run(["build", "--notify"], {
      cwd: folder({ "feedwright.yaml": site }),
      build,
    });
    expect([exitCode, asked]).toEqual([2, []]);
    expect(err).toContain("[hub-missing]");
  });

  it("warns where the build's own notes couldn't be kept", async () => {
    const root = await builtSite(["https://hub.example/"]);
    rmSync(join(root, ".feedwright"), { recursive: true });
    const { exitCode, err } = await run(["build", "--notify"], {
      cwd: root,
      pace,
      build: async () => nothing,
    });
    expect(exitCode).toBe(0);
    expect(err).toContain("warning: no build's feeds are known in");
  });
});
