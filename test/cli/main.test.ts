import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fakeBuild, folder, run, site } from "./support.ts";

describe("feedwright", () => {
  it.each([[[]], [["--help"]], [["-h"]]])("%j says what there is", async (argv) => {
    const { exitCode, out, err } = await run(argv);
    expect(out).toBe(`feedwright turns a folder of Markdown articles into RSS, Atom and JSON feeds.

Usage: feedwright <command> [flags]

Commands:
  init        Look at a folder, and write a configuration for it
  new         Write a new article
  build       Build the feeds
  next        Say when the feeds change next by the clock alone, and by what
  notify      Tell the WebSub hubs which feeds changed since they were last told
  serve       Build, show a preview of the feeds, and build again whenever something changes
  import      Write Markdown articles from a feed, another system's export, or a saved page
  completion  Print what has a shell complete feedwright's commands and flags

Flags:
  -h, --help     Say what a command does and takes
  -v, --version  Say the version

\`feedwright <command> --help\` says more about a command.
`);
    expect([exitCode, err]).toEqual([0, ""]);
  });

  it.each(["--version", "-v"])("%s says the package's version", async (flag) => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8"));
    expect(await run([flag])).toEqual({ exitCode: 0, out: `${version}\n`, err: "" });
  });

  it.each(["--help", "-h"])("build %s builds nothing, whatever else is said", async (flag) => {
    const { asked, build } = fakeBuild();
    const { exitCode, out, err } = await run(["build", "--nonsense", flag], { build });
    expect([exitCode, err, asked]).toEqual([0, "", []]);
    const flags = ["--root DIR", "--config FILE", "--content DIR", "--out DIR", "--title TEXT", "--url URL"];
    flags.push(
      "--limit N",
      "--now ISO",
      "--dry-run",
      "--force",
      "--strict",
      "--json",
      "--verbose",
      "-h, --help",
    );
    for (const each of flags) expect(out).toContain(`${each} `);
    expect(out).toContain("0 all published; 1 published, but articles were left out; 2 nothing written");
  });
});

describe("a command line that is wrong", () => {
  it.each([
    [["biuld"], "`biuld` is not a command of feedwright [command-unknown]\n  hint: did you mean `build`?"],
    [
      ["publish-all"],
      "`publish-all` is not a command of feedwright [command-unknown]\n  hint: see feedwright --help",
    ],
    [
      ["constructor"],
      "`constructor` is not a command of feedwright [command-unknown]\n  hint: see feedwright --help",
    ],
    [
      ["--vresion"],
      "`--vresion` is not a flag of this command [flag-unknown]\n  hint: did you mean `--version`?",
    ],
    [["--title", "A"], "`--title` is not a flag of this command [flag-unknown]\n  hint: see --help"],
    [
      ["build", "--dryrun"],
      "`--dryrun` is not a flag of this command [flag-unknown]\n  hint: did you mean `--dry-run`?",
    ],
    [
      ["build", "--titel", "A"],
      "`--titel` is not a flag of this command [flag-unknown]\n  hint: did you mean `--title`?",
    ],
    [["build", "--zzzzzz=3"], "`--zzzzzz` is not a flag of this command [flag-unknown]\n  hint: see --help"],
    [
      ["build", "--toString"],
      "`--toString` is not a flag of this command [flag-unknown]\n  hint: see --help",
    ],
    [["build", "-x"], "`-x` is not a flag of this command [flag-unknown]\n  hint: see --help"],
    [
      ["build", "-undefined"],
      "`-undefined` is not a flag of this command [flag-unknown]\n  hint: see --help",
    ],
    [["build", "--out"], "`--out` is without a value; expected DIR [flag-value]\n  hint: see --help"],
    [
      ["build", "--title", "--force"],
      "`--title` is without a value; expected TEXT [flag-value]\n  hint: see --help",
    ],
    [["build", "--force=yes"], "`--force` is `yes`; expected no value [flag-value]\n  hint: see --help"],
    [
      ["build", "articles"],
      "`articles` belongs to no flag [word-unexpected]\n  hint: quote values that hold blanks, as in --title 'The Daily'",
    ],
    [
      ["build", "--", "--force"],
      "`--force` belongs to no flag [word-unexpected]\n  hint: quote values that hold blanks, as in --title 'The Daily'",
    ],
  ])("%j", async (argv, expected) => {
    const { asked, build } = fakeBuild();
    const cwd = folder({ "feedwright.yaml": site });
    expect(await run(argv, { build, cwd })).toEqual({
      exitCode: 2,
      out: "",
      err: `error: ${expected}\n\n1 error\n`,
    });
    expect(asked).toEqual([]);
  });

  it.each([
    ["articles", "did you mean `--content articles`?"],
    ["my news", "did you mean `--content 'my news'`?"],
    ["feedwright.yaml", "quote values that hold blanks, as in --title 'The Daily'"],
  ])("%j is asked about as what it is", async (word, hint) => {
    const cwd = folder({ "feedwright.yaml": site, "articles/a.md": "", "my news/a.md": "" });
    const { exitCode, err } = await run(["build", word], { cwd });
    expect({ exitCode, err }).toEqual({
      exitCode: 2,
      err: `error: \`${word}\` belongs to no flag [word-unexpected]\n  hint: ${hint}\n\n1 error\n`,
    });
  });

  it("is told all of it at once", async () => {
    const { err } = await run(["build", "--otu", "x", "--url", "--json=1", "y"]);
    expect(err.match(/\[[a-z-]+\]|\d errors/g)).toEqual([
      "[flag-unknown]",
      "[flag-value]",
      "[flag-value]",
      "[word-unexpected]",
      "4 errors",
    ]);
  });

  it.each([
    "yesterday",
    "2026-12-01",
    "2026-12-01T09:00",
    "2026-12-01T09:00:00",
    "2026-12-01 09:00:00Z",
    "2026-02-30T09:00:00Z",
    "2025-02-29T09:00:00Z",
    "2026-13-01T09:00:00Z",
    "2026-12-01T24:00:00Z",
    "2026-12-01T09:60:00Z",
    "2026-12-01T09:00:00+2",
    "2026-12-01T09:00:00+24:00",
    "",
  ])("--now %j is no moment", async (now) => {
    const { exitCode, err } = await run(["build", `--now=${now}`]);
    expect(exitCode).toBe(2);
    expect(err).toContain(
      `\`--now\` is \`${now}\`; expected a moment with its zone, as in 2026-12-01T09:00:00Z`,
    );
  });
});

describe("flags of build", () => {
  it.each([
    ["2026-12-01T09:00:00Z", "2026-12-01T09:00:00.000Z"],
    ["2026-12-01t09:00:00.25z", "2026-12-01T09:00:00.250Z"],
    ["2024-02-29T23:59:59+02:00", "2024-02-29T21:59:59.000Z"],
  ])("--now %s", async (now, expected) => {
    const { asked, build } = fakeBuild();
    await run(["build", "--now", now], { build, cwd: folder({ "feedwright.yaml": site }) });
    expect(new Date(asked[0]?.now ?? 0).toISOString()).toBe(expected);
  });

  it("reach the library, and the clock is asked only without --now", async () => {
    const { asked, build } = fakeBuild();
    const cwd = folder({ "feedwright.yaml": site });
    await run(["build"], { build, cwd });
    await run(["build", "--dry-run", "--force", "--title=-30-", "--limit=7", "--out", "x"], { build, cwd });
    expect(asked[0]).toMatchObject({ now: Date.UTC(2026, 0, 1), dryRun: false, force: false });
    expect(asked[1]).toMatchObject({ dryRun: true, force: true });
    expect(asked[1]?.config).toMatchObject({
      site: { title: "-30-" },
      feeds: { limit: 7 },
      output: `${cwd}/x`,
    });
  });

  it("keep a title's digits as they are", async () => {
    const { asked, build } = fakeBuild();
    await run(["build", "--title", "007", "--url", "https://a.example"], { build });
    expect(asked[0]?.config.site.title).toBe("007");
  });
});

describe("a fault of feedwright's own", () => {
  const build = () => Promise.reject(new TypeError("x is not a function"));
  const cwd = () => folder({ "feedwright.yaml": site });

  it("is said without a stack trace", async () => {
    const { exitCode, out, err } = await run(["build"], { build, cwd: cwd() });
    expect([exitCode, out]).toEqual([2, ""]);
    expect(err).toBe(
      "error: feedwright failed: x is not a function [unexpected]\n  hint: please report it, with what --verbose says\n\n1 error\n",
    );
  });

  it("shows where with --verbose", async () => {
    const { err } = await run(["build", "--verbose"], { build, cwd: cwd() });
    expect(err).toMatch(/^TypeError: x is not a function\n +at /);
  });
});
