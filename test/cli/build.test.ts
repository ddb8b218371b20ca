import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { ProblemError, problem } from "../../src/problems/index.ts";
import { folder, nothing, run, site, story } from "./support.ts";

const good = { "feedwright.yaml": site, "articles/a.md": story("A", "2025-01-01T10:00:00Z") };
const filesIn = (folder: string) => {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => relative(folder, join(entry.parentPath, entry.name))).sort();
};
const withoutTime = (text: string) => text.replace(/in \d+ ms/, "in 9 ms");

describe("exit status", () => {
  it("0: all is published", async () => {
    const cwd = folder(good);
    const { exitCode, err } = await run(["build"], { cwd });
    expect([exitCode, err]).toEqual([0, ""]);
    expect(readdirSync(join(cwd, "dist")).sort()).toEqual(["atom.xml", "feed.json", "rss.xml"]);
  });

  it("1: an article was left out, and the others are published", async () => {
    const cwd = folder({ ...good, "articles/b.md": story("B", "2025-02-30") });
    const { exitCode, out, err } = await run(["build"], { cwd });
    expect(exitCode).toBe(1);
    expect(out).toContain("2 articles read, 1 in the feeds, 1 left out");
    expect(
      err,
    ).toBe(`articles/b.md:3:1: error: \`date\` is \`2025-02-30\`, which is not in the calendar or on the clock [date-impossible]
    2 | title: B
  > 3 | date: 2025-02-30
      | ^
    4 | ---
  hint: check day, month, hour, offset and weekday

1 error
`);
  });

  it("2: nothing is written", async () => {
    const cwd = folder({ "feedwright.yaml": `${site}content: nowhere\n` });
    const { exitCode, out, err } = await run(["build"], { cwd });
    expect([exitCode, out]).toEqual([2, ""]);
    expect(err).toContain(
      `the content folder ${join(cwd, "nowhere")} is not there, or is not a folder [content-missing]`,
    );
    expect(existsSync(join(cwd, "dist"))).toBe(false);
  });

  it("2: and what was found before is said as well", async () => {
    const build = async ({
      report,
    }: {
      report?: ((each: ReturnType<typeof problem>) => void) | undefined;
    }) => {
      report?.(problem("file-unreadable", { error: "gone" }, { file: "a.md" }));
      throw new ProblemError(problem("feed-emptied", { feed: "rss.xml", before: 3 }));
    };
    const { exitCode, err } = await run(["build"], { cwd: folder(good), build });
    expect(exitCode).toBe(2);
    expect(err.match(/^.*error: .*$/gm)).toEqual([
      "articles/a.md: error: this file can't be read: gone [file-unreadable]",
      "error: rss.xml would become empty; the last build gave it 3 items [feed-emptied]",
    ]);
  });

  const warnings = [problem("field-unknown", { key: "titel", meant: "title" }, { file: "a.md" })];
  const build = async () => ({ ...nothing, problems: warnings });

  it.each([
    [[], 0],
    [["--strict"], 1],
  ])("warnings %j: %i", async (flags, expected) => {
    expect((await run(["build", ...flags], { cwd: folder(good), build })).exitCode).toBe(expected);
  });

  it("1: a folder can't be read, although no article is known to be lost", async () => {
    const problems = [problem("folder-unreadable", { error: "locked" }, { file: "b" })];
    expect(
      (await run(["build"], { cwd: folder(good), build: async () => ({ ...nothing, problems }) })).exitCode,
    ).toBe(1);
  });
});

describe("a build on the terminal", () => {
  it("says what was written, what was read and what comes next", async () => {
    const cwd = folder({
      "feedwright.yaml": `${site}  timezone: Europe/Kyiv\n`,
      "articles/a.md": story("A", "2025-01-01T10:00:00Z"),
      "articles/soon.md": story("Soon", "2026-03-01T10:00:00Z"),
      "articles/draft.md": story("Draft", "2025-01-01", "draft: true\n"),
    });
    const first = await run(["build"], { cwd });
    expect(
      withoutTime(first.out)
        .replace(/\d\.\d kB/g, "0.0 kB")
        .replace(/\d{3} B/g, " 000 B"),
    ).toMatch(
      /^ {2}dist\/rss\.xml +1 item +\S+ k?B +new\n {2}dist\/atom\.xml +1 item +\S+ k?B +new\n {2}dist\/feed\.json +1 item +\S+ k?B +new\n\n/,
    );
    expect(withoutTime(first.out)).toContain(`
  3 articles read, 1 in the feeds, 2 held back in 9 ms

  Next due (Europe/Kyiv):
    2026-03-01 12:00  Soon  future
  Not in the feeds: 1 draft
`);
    const second = await run(["build"], { cwd });
    expect(second.out.match(/unchanged/g)).toHaveLength(3);
  });

  it("writes nothing on a dry run, and says so", async () => {
    const cwd = folder(good);
    const { exitCode, out } = await run(["build", "--dry-run"], { cwd });
    expect(exitCode).toBe(0);
    expect(out).toMatch(/rss\.xml .* new\n/);
    expect(out).toMatch(/\n\n {2}A dry run: nothing was written\.\n$/);
    expect(filesIn(cwd)).toEqual(Object.keys(good).sort());
  });

  it("needs no configuration", async () => {
    const cwd = folder({ "_posts/2025-01-01-hello.md": story("Hello", "2025-01-01") });
    const { exitCode, out } = await run(["build", "--title", "A", "--url", "https://a.example"], { cwd });
    expect(exitCode).toBe(0);
    expect(out).toContain("1 article read, 1 in the feeds");
  });

  it("names files from where one stands", async () => {
    const cwd = folder({ ...good, "articles/b.md": "nothing\n" });
    mkdirSync(join(cwd, "in"));
    const { out, err } = await run(["build"], { cwd: join(cwd, "in") });
    expect(out).toContain("../dist/rss.xml");
    expect(err).toMatch(/^\.\.\/articles\/b\.md:1:?\d*: error: /);
  });
});

describe("progress", () => {
  const build: NonNullable<Parameters<typeof run>[1]>["build"] = async ({ progress }) => {
    progress?.({ room: "parse", done: 1000, total: 20000 });
    return nothing;
  };

  it("stands on a terminal while the build runs, and is cleared", async () => {
    const { out, err } = await run(["build"], {
      cwd: folder(good),
      build,
      tty: true,
      env: { NO_COLOR: "1" },
    });
    expect(err).toBe("\r\x1b[2Kreading 1,000 of 20,000\r\x1b[2K");
    expect(out).not.toContain("\x1b");
  });

  it("is nowhere else", async () => {
    expect((await run(["build"], { cwd: folder(good), build })).err).toBe("");
  });
});

describe("colour", () => {
  const coloured = async (tty: boolean, env: Record<string, string>) =>
    (await run(["build"], { cwd: folder(good), tty, env })).out.includes("\x1b[");

  it.each([
    [true, {}, true],
    [false, {}, false],
    [true, { NO_COLOR: "1" }, false],
    [true, { NO_COLOR: "" }, true],
    [true, { TERM: "dumb" }, false],
    [false, { FORCE_COLOR: "1" }, true],
    [true, { FORCE_COLOR: "0" }, false],
    [false, { FORCE_COLOR: "1", NO_COLOR: "1" }, false],
  ])("terminal %j, %j: %j", async (tty, env, expected) => {
    expect(await coloured(tty, env)).toBe(expected);
  });
});

describe("--json", () => {
  it("is one document with everything, on stdout alone", async () => {
    const cwd = folder({
      ...good,
      "articles/b.md": story("B", "2025-02-30"),
      "articles/c.md": story("C", "2099-01-01"),
    });
    const { exitCode, out, err } = await run(["build", "--json"], { cwd, tty: true });
    expect([exitCode, err]).toEqual([1, ""]);
    const document = JSON.parse(out);
    expect(Object.keys(document)).toEqual([
      "exitCode",
      "dryRun",
      "output",
      "articles",
      "published",
      "rejected",
      "files",
      "heldBack",
      "skipped",
      "problems",
      "milliseconds",
      "rooms",
      "notices",
    ]);
    expect(document).toMatchObject({
      exitCode: 1,
      dryRun: false,
      output: join(cwd, "dist"),
      articles: 3,
      published: 1,
      rejected: 1,
    });
    const size = readFileSync(join(cwd, "dist/rss.xml")).length;
    expect(document.files[0]).toEqual({
      path: "rss.xml",
      state: "new",
      bytes: size,
      format: "rss",
      items: 1,
    });
    expect(document.heldBack).toEqual([
      { file: "c.md", title: "C", reason: "future", until: "2099-01-01T00:00:00.000Z" },
    ]);
    expect(document.problems).toEqual([
      {
        code: "date-impossible",
        severity: "error",
        message: "`date` is `2025-02-30`, which is not in the calendar or on the clock",
        hint: "check day, month, hour, offset and weekday",
        file: "articles/b.md",
        line: 3,
        column: 1,
      },
    ]);
  });

  it.each([
    [["--json", "--nonsense"], "flag-unknown"],
    [["--json"], "config-missing"],
    [["--json", "--root", "nowhere"], "flag-value"],
  ])("%j: a failure has the same members", async (flags, code) => {
    const { exitCode, out, err } = await run(["build", ...flags]);
    expect([exitCode, err]).toEqual([2, ""]);
    const document = JSON.parse(out);
    expect(document).toMatchObject({ exitCode: 2, output: null, files: [], milliseconds: 0 });
    expect(document.problems).toMatchObject([{ code, file: null, line: null, column: null }]);
  });

  it("names the file of a wrong configuration", async () => {
    const { out } = await run(["build", "--json"], { cwd: folder({ "feedwright.yaml": `${site}x: 1` }) });
    expect(JSON.parse(out).problems).toMatchObject([{ file: "feedwright.yaml", line: 4, column: 1 }]);
  });
});
