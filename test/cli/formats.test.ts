import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { problem } from "../../src/problems/index.ts";
import { folder, nothing, run, site, story } from "./support.ts";

const schemaPath = createRequire(import.meta.url).resolve(
  "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json",
);
const ajv = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false });
// Its words mean the same in the drafts that Ajv knows.
const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(schemaPath, "utf8"));
const isSarif = ajv.compile(schema);

const bad = { "news/feedwright.yaml": site, "news/articles/a b.md": story("A", "2025-02-30") };

/** A newsroom in a folder of a repository. */
function inRepository(files: Readonly<Record<string, string>>): string {
  const root = folder(files);
  mkdirSync(join(root, ".git"));
  return join(root, "news");
}

describe("build --format sarif", () => {
  it("is a log after the schema, each problem at its place in the repository", async () => {
    const { exitCode, out, err } = await run(["build", "--format", "sarif"], { cwd: inRepository(bad) });
    expect([exitCode, err]).toEqual([1, ""]);
    const log = JSON.parse(out);
    isSarif(log);
    expect(isSarif.errors).toBeNull();
    const [{ tool, results, invocations }] = log.runs;
    const { version } = JSON.parse(readFileSync("package.json", "utf8"));
    expect(tool.driver).toMatchObject({ name: "feedwright", semanticVersion: version });
    expect(tool.driver.rules).toEqual([
      expect.objectContaining({ id: "date-impossible", defaultConfiguration: { level: "error" } }),
    ]);
    expect(invocations).toEqual([{ executionSuccessful: true, exitCode: 1 }]);
    expect(results).toEqual([
      {
        ruleId: "date-impossible",
        ruleIndex: 0,
        level: "error",
        message: { text: expect.stringMatching(/^`date` is `2025-02-30`, .*\nhint: check day/) },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: "news/articles/a%20b.md", uriBaseId: "%SRCROOT%" },
              region: { startLine: 3, startColumn: 1 },
            },
          },
        ],
      },
    ]);
  });

  it("has no results where nothing is wrong", async () => {
    const cwd = inRepository({
      "news/feedwright.yaml": site,
      "news/articles/a.md": story("A", "2025-02-03"),
    });
    const log = JSON.parse((await run(["build", "--format=sarif"], { cwd })).out);
    expect(isSarif(log)).toBe(true);
    expect(log.runs[0].results).toEqual([]);
  });

  it("shows what has no place at the configuration, and what is elsewhere by its whole address", async () => {
    const problems = [
      problem("feed-emptied", { feed: "rss.xml", before: 3 }),
      problem("file-unreadable", { error: "gone" }, { file: "/elsewhere/a b.md", line: 4 }),
    ];
    const cwd = inRepository(bad);
    const { out } = await run(["build", "--format", "sarif"], {
      cwd,
      build: async () => ({ ...nothing, problems }),
    });
    const log = JSON.parse(out);
    expect(isSarif(log)).toBe(true);
    const places = log.runs[0].results.map(
      ({ locations }: { locations: { physicalLocation: object }[] }) => locations[0]?.physicalLocation,
    );
    expect(places).toEqual([
      { artifactLocation: { uri: "news/feedwright.yaml", uriBaseId: "%SRCROOT%" }, region: { startLine: 1 } },
      { artifactLocation: { uri: "file:///elsewhere/a%20b.md" }, region: { startLine: 4 } },
    ]);
  });

  it("tells of a command line and a configuration that are wrong, too", async () => {
    const wrong = await run(["build", "--format", "sarif", "--nonsense"], { cwd: folder() });
    const log = JSON.parse(wrong.out);
    expect([wrong.exitCode, wrong.err, isSarif(log)]).toEqual([2, "", true]);
    expect(log.runs[0]).toMatchObject({
      invocations: [{ executionSuccessful: false, exitCode: 2 }],
      results: [{ ruleId: "flag-unknown", level: "error" }],
    });
    const cwd = folder({ "feedwright.yaml": "sit: {}\n" });
    const missing = JSON.parse((await run(["build", "--format=sarif"], { cwd })).out);
    expect(missing.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri).toBe(
      "feedwright.yaml",
    );
  });
});

/** What GitHub's runner makes of a line (actions/runner, ActionCommand): nothing where it is no command. */
function commandOf(line: string) {
  const text = line.trimStart();
  if (!text.startsWith("::")) return undefined;
  const end = text.indexOf("::", 2);
  if (end < 0) return undefined;
  const [name = "", ...rest] = text.slice(2, end).split(" ");
  const unescaped = (value: string) =>
    value.replace(/%(25|0D|0A|3A|2C)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  const properties = rest
    .join(" ")
    .split(",")
    .map((each) => each.split("=").map(unescaped));
  return { name, properties: Object.fromEntries(properties), message: unescaped(text.slice(end + 2)) };
}

describe("build --format github", () => {
  it("is a command for each problem, at its place in the repository, and the numbers", async () => {
    const { exitCode, out, err } = await run(["build", "--format", "github"], { cwd: inRepository(bad) });
    expect([exitCode, err]).toEqual([1, ""]);
    expect(out).toBe(
      "::error file=news/articles/a b.md,line=3,col=1,title=date-impossible::`date` is `2025-02-30`, which is not in the calendar or on the clock%0Ahint: check day, month, hour, offset and weekday\n1 article read, 0 in the feeds, 1 left out\n",
    );
  });

  it("tells warnings from errors, and has no file where there is none", async () => {
    const problems = [
      problem("field-unknown", { key: "titel", meant: "title" }, { file: "a.md" }),
      problem("feed-emptied", { feed: "rss.xml", before: 3 }),
      problem("file-unreadable", { error: "gone" }, { file: "/elsewhere/a.md", line: 4 }),
    ];
    const build = async () => ({ ...nothing, articles: 2000, published: 2000, problems });
    const { out } = await run(["build", "--format", "github"], { cwd: inRepository(bad), build });
    expect(out.match(/^::.*?::/gm)).toEqual([
      "::warning file=news/articles/a.md,title=field-unknown::",
      "::error title=feed-emptied::",
      "::error title=file-unreadable::",
    ]);
    expect(out).toContain("\n2,000 articles read, 2,000 in the feeds\n");
  });

  it("lets no article, name or message be a command", async () => {
    const cwd = inRepository(bad);
    const nasty = fc.stringMatching(
      /^(?:[a-z %:,=\r\n]|::|::error::|##\[add-mask\]|%0A|\u001b\[31m|\u2028)*$/,
    );
    await fc.assert(
      fc.asyncProperty(nasty, nasty, nasty, async (file, key, seen) => {
        const problems = [
          problem("field-type", { key, seen, expected: seen }, { file: `x${file}`, line: 1 }),
        ];
        const build = async () => ({ ...nothing, problems });
        const { out } = await run(["build", "--format", "github"], { cwd, build });
        const lines = out.split(/\r\n|[\r\n\u2028]/).filter((line) => line !== "");
        expect(lines.map(commandOf)).toEqual([
          expect.objectContaining({
            name: "error",
            properties: expect.objectContaining({ line: "1", title: "field-type" }),
          }),
          undefined,
        ]);
        expect(Object.keys(commandOf(lines[0] ?? "")?.properties ?? {}).sort()).toEqual([
          "file",
          "line",
          "title",
        ]);
      }),
      { numRuns: 200 },
    );
  });
});

describe("--format", () => {
  const cwd = () => folder({ "feedwright.yaml": site, "articles/a.md": story("A", "2025-02-03") });

  it("json is what --json is", async () => {
    const around = { cwd: cwd(), build: async () => nothing };
    const long = await run(["build", "--format", "json"], around);
    expect(long).toEqual(await run(["build", "--json"], around));
    expect(await run(["build", "--format", "json", "--json"], around)).toEqual(long);
    expect(JSON.parse((await run(["build", "--format", "json", "--x"], { cwd: cwd() })).out)).toMatchObject({
      exitCode: 2,
    });
  });

  it("text is what people read", async () => {
    expect((await run(["build", "--format", "text"], { cwd: cwd() })).out).toContain(
      "1 article read, 1 in the feeds",
    );
  });

  it.each([
    [["--format", "xml"], "`--format` is `xml`; expected text, json, sarif or github"],
    [["--format="], "`--format` is ``; expected text, json, sarif or github"],
  ])("%j is none", async (flags, expected) => {
    const { exitCode, err } = await run(["build", ...flags], { cwd: cwd() });
    expect([exitCode, err]).toEqual([2, expect.stringContaining(expected)]);
  });

  it("is one", async () => {
    const { out } = await run(["build", "--json", "--format", "sarif"], { cwd: cwd() });
    expect(JSON.parse(out).problems[0].message).toBe(
      "`--format` is `sarif`; expected json, where --json stands too",
    );
  });
});
