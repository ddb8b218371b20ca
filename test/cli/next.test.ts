import { execFileSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folder, run, site, story } from "./support.ts";

const articles = {
  "articles/now.md": story("Now", "2025-12-01T00:00:00Z"),
  "articles/soon.md": story("Soon", "2026-01-01T12:00:00.250+02:00"),
  "articles/short.md": story("Short", "2025-12-01T00:00:00Z", "expires: 2026-02-01T00:00:00Z\n"),
  "articles/secret.md": story("Secret", "2026-01-01T10:00:00Z", "embargo: 2026-01-01T10:00:00.250Z\n"),
  "articles/draft.md": story("Draft", "2026-01-01T01:00:00Z", "draft: true\n"),
  "articles/undated.md": "---\ntitle: Undated\n---\n",
};

function newsroom(files: Readonly<Record<string, string>> = articles) {
  return folder({ "feedwright.yaml": site, ...files });
}

describe("feedwright next", () => {
  it("says when the next articles fall due, and which, and writes nothing", async () => {
    const cwd = newsroom();
    expect(await run(["next"], { cwd })).toEqual({
      exitCode: 0,
      err: "",
      out: `2026-01-01T10:00:00.250Z  published  secret.md  Secret
2026-01-01T10:00:00.250Z  published  soon.md    Soon
`,
    });
    expect([existsSync(join(cwd, "dist")), existsSync(join(cwd, ".feedwright"))]).toEqual([false, false]);
  });

  it("says the same with the index of a build, from then on of what changed since", async () => {
    const cwd = newsroom();
    const before = await run(["next", "--all"], { cwd });
    await run(["build"], { cwd });
    expect(await run(["next", "--all"], { cwd })).toEqual(before);
  });

  it("--format seconds says how long to wait, in whole seconds that are enough", async () => {
    const cwd = newsroom();
    expect(await run(["next", "--format", "seconds"], { cwd })).toMatchObject({
      exitCode: 0,
      out: "36001\n",
    });
    const late = ["next", "--format", "seconds", "--now", "2026-01-31T23:59:59.999Z"];
    expect((await run(late, { cwd })).out).toBe("1\n");
  });

  it("--format systemd says what OnCalendar= takes, each moment once, never too early", async () => {
    const { out } = await run(["next", "--format", "systemd", "--all"], { cwd: newsroom() });
    expect(out).toBe("2026-01-01 10:00:01 UTC\n2026-02-01 00:00:00 UTC\n");
    for (const line of out.trim().split("\n")) expect(normalized(line)).toBe(line);
  });

  it("--format systemd has no word for years that systemd can't have", async () => {
    const cwd = newsroom({ "articles/far.md": story("Far", "2200-01-01T00:00:00Z") });
    expect((await run(["next", "--format", "systemd"], { cwd })).out).toBe("");
    expect((await run(["next"], { cwd })).out).toBe("2200-01-01T00:00:00Z  published  far.md  Far\n");
  });

  it("--json says it to machines", async () => {
    const { out } = await run(["next", "--json", "--all", "--now", "2026-01-02T00:00:00Z"], {
      cwd: newsroom(),
    });
    expect(JSON.parse(out)).toEqual({
      exitCode: 0,
      now: "2026-01-02T00:00:00.000Z",
      next: "2026-02-01T00:00:00.000Z",
      moments: [
        { at: "2026-02-01T00:00:00.000Z", event: "expired", file: "short.md", title: "Short", partner: null },
      ],
      problems: [],
    });
  });

  it("prints nothing where nothing comes, with exit status 0", async () => {
    const cwd = newsroom({ "articles/now.md": story("Now", "2025-12-01T00:00:00Z") });
    for (const format of ["iso", "seconds", "systemd"])
      expect(await run(["next", "--format", format], { cwd })).toEqual({ exitCode: 0, out: "", err: "" });
    expect(JSON.parse((await run(["next", "--json"], { cwd })).out)).toMatchObject({
      next: null,
      moments: [],
    });
  });

  it("knows corrections, and how long withdrawals are told of", async () => {
    const cwd = newsroom({
      "articles/back.md": story("Back", "2025-12-01T00:00:00Z", "withdrawn: 2026-01-05T00:00:00Z\n"),
      "articles/wrong.md": story(
        "Wrong",
        "2026-01-03T00:00:00Z",
        "corrections:\n  - {date: 2026-01-04T00:00:00Z, note: It was two.}\n  - {date: 2026-01-06T00:00:00Z, note: Three.}\n",
      ),
    });
    expect(
      (await run(["next", "--all"], { cwd })).out.split("\n").map((line) => line.split(/ +/).slice(0, 3)),
    ).toEqual([
      ["2026-01-03T00:00:00Z", "published", "wrong.md"],
      ["2026-01-04T00:00:00Z", "updated", "wrong.md"],
      ["2026-01-05T00:00:00Z", "withdrawn", "back.md"],
      ["2026-01-06T00:00:00Z", "updated", "wrong.md"],
      ["2026-02-04T00:00:00Z", "forgotten", "back.md"],
      [""],
    ]);
  });

  it("knows when a partner's time with an article ends, and names the partner", async () => {
    const cwd = newsroom({
      "feedwright.yaml": `${site}partners:\n  - {profile: standard, name: wire, window: 3d}\n`,
      "articles/now.md": story("Now", "2025-12-31T00:00:00Z"),
    });
    expect((await run(["next"], { cwd })).out).toBe("2026-01-03T00:00:00Z  ended (wire)  now.md  Now\n");
  });

  it("knows how long feeds tell of an article whose file is gone", async () => {
    const cwd = newsroom({
      "articles/one.md": story("One", "2025-12-31T00:00:00Z"),
      "articles/two.md": story("Two", "2025-12-31T00:00:00Z"),
    });
    await run(["build"], { cwd });
    rmSync(join(cwd, "articles/two.md"));
    await run(["build"], { cwd });
    expect((await run(["next"], { cwd })).out).toBe(
      "2026-01-31T00:00:00Z  forgotten    https://daily.example/two/\n",
    );
  });

  it("takes no other format", async () => {
    const { exitCode, err } = await run(["next", "--format", "sec"], { cwd: newsroom() });
    expect([exitCode, err]).toEqual([
      2,
      expect.stringContaining("`--format` is `sec`; expected iso, seconds or systemd [flag-value]"),
    ]);
  });

  it("exits 2 where it can't be told", async () => {
    expect(await run(["next"], { cwd: folder() })).toMatchObject({ exitCode: 2, out: "" });
  });
});

/** As systemd writes it; as it is where it isn't installed. */
function normalized(expression: string): string {
  try {
    const out = execFileSync("systemd-analyze", ["calendar", expression], {
      encoding: "utf8",
      stdio: "pipe",
    });
    return /Normalized form: (.*)/.exec(out)?.[1] ?? "";
  } catch (error) {
    const lacking = error instanceof Error && "code" in error && error.code === "ENOENT";
    if (!lacking || process.env.FEEDWRIGHT_REQUIRE_TOOLS === "1") throw error;
    console.warn("Moments aren't held against systemd's grammar: systemd-analyze isn't installed (systemd).");
    return expression;
  }
}
