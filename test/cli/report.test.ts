import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { BuildResult } from "../../src/buildResult.ts";
import { problem } from "../../src/problems/index.ts";
import { fakeBuild, folder, run, site, story } from "./support.ts";

const cwd = () => folder({ "feedwright.yaml": site, "articles/a.md": story("A", "2025-01-01") });

async function shown(result: Parameters<typeof fakeBuild>[0], ...flags: string[]) {
  return run(["build", ...flags], { cwd: cwd(), build: fakeBuild(result).build });
}

describe("problems", () => {
  const missing = (n: number) => problem("field-missing", { key: "date" }, { file: `${n}.md`, line: 1 });
  const many = Array.from({ length: 42 }, (_, n) => missing(n));
  const warning = problem("field-unknown", { key: "titel", meant: "title" }, { file: "x.md" });

  it("of a kind that comes often are shown five times", async () => {
    const { err } = await shown({ problems: [...many, warning] });
    expect(err.match(/error: .*\[field-missing\]/g)).toHaveLength(5);
    expect(err).toContain("\n\nand 37 more of field-missing (--verbose shows all)\n\n42 errors, 1 warning\n");
    expect(err.indexOf("warning:")).toBeLessThan(err.indexOf("error:"));
  });

  it("of each partner are shown five times", async () => {
    const broken = (partner: string, count: number) =>
      Array.from({ length: count }, (_, n) => {
        const details = { partner, rule: "category", seen: "x", expected: "y", source: undefined };
        return problem("partner-rule", details, { file: `${n}.md` });
      });
    const { err } = await shown({ problems: [...broken("msn", 7), ...broken("city", 3)] });
    expect(err.match(/msn doesn't get it/g)).toHaveLength(5);
    expect(err.match(/city doesn't get it/g)).toHaveLength(3);
    expect(err).toContain("\n\nand 2 more of partner-rule for msn (--verbose shows all)\n\n");
  });

  it("are many without taking long", async () => {
    const problems = Array.from({ length: 60_000 }, (_, n) => missing(n));
    const started = performance.now();
    await shown({ problems });
    expect(performance.now() - started).toBeLessThan(1500);
  });

  it("far from the working directory are named by their whole path", async () => {
    const far = problem("file-unreadable", { error: "gone" }, { file: "/far/from/here/a.md" });
    const root = join(folder({ "feedwright.yaml": site, "articles/a.md": "", "in/a": "" }), "in");
    const { err } = await run(["build"], { cwd: root, build: fakeBuild({ problems: [far] }).build });
    expect(err).toMatch(/^\/far\/from\/here\/a\.md: error/);
  });

  it("are all shown with --verbose", async () => {
    const { err } = await shown({ problems: many }, "--verbose");
    expect(err.match(/\[field-missing\]/g)).toHaveLength(42);
  });

  it("are all shown where they stop the build", async () => {
    const yaml = `${site}${Array.from({ length: 9 }, (_, n) => `unknown${n}: 1`).join("\n")}\n`;
    const { err } = await run(["build"], { cwd: folder({ "feedwright.yaml": yaml }) });
    expect(err.match(/\[config-key-unknown\]/g)).toHaveLength(9);
    expect(err).toMatch(/9 errors\n$/);
  });

  it("let no escape sequence through", async () => {
    const evil = "\x1b]0;owned\x07\x1b[31m\u202e\x9b";
    const root = folder({ "feedwright.yaml": site, "articles/a.md": story(evil, "2025-02-30") });
    const real = await run(["build"], { cwd: root });
    const faked = await shown(
      {
        problems: [problem("field-unknown", { key: evil, meant: evil }, { file: `${evil}.md` })],
        heldBack: [{ file: "b.md", title: `Soon\n${evil}`, reason: "future", until: 0 }],
        skipped: [{ path: `${evil}.md`, reason: "hidden" }],
      },
      "--verbose",
    );
    for (const text of [real.err, real.out, faked.err, faked.out])
      expect(text).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u202e]/);
    expect(real.err).toContain("title: ␛]0;owned␇␛[31m··");
    expect(faked.out).toContain("Soon␊␛");
  });
});

describe("the result", () => {
  it("counts files that are no feeds in one line", async () => {
    const pictures = Array.from({ length: 3 }, (_, n) => {
      return {
        path: `media/${n}.png`,
        state: n === 0 ? ("new" as const) : ("unchanged" as const),
        bytes: 1_400_000,
      };
    });
    expect((await shown({ files: pictures })).out).toContain(
      "beside them 3 other files, 4.2 MB, 1 new or changed\n",
    );
    expect((await shown({ files: pictures }, "--verbose")).out).toContain(`${join("dist", "media/2.png")}`);
  });

  it("accounts for every article", async () => {
    const heldBack = [{ file: "a.md", title: "A", reason: "draft" as const }];
    const { out } = await shown({ articles: 1204, published: 1, rejected: 1, heldBack });
    expect(out).toContain(
      "  1,204 articles read, 1 in the feeds, 1,201 beyond the limit, 1 held back, 1 left out in ",
    );
    const root = folder({
      "feedwright.yaml": site,
      "articles/a.md": story("A", "2025-01-01"),
      "articles/b.md": story("B", "2025-01-02"),
      "articles/draft.md": story("C", "2025-01-03", "draft: true\n"),
      "articles/bad.md": story("D", "2025-02-30"),
    });
    expect((await run(["build", "--limit", "1"], { cwd: root })).out).toContain(
      "  4 articles read, 1 in the feeds, 1 beyond the limit, 1 held back, 1 left out in ",
    );
    expect((await run(["build"], { cwd: root })).out).toContain(
      "2 in the feeds, 1 held back, 1 left out in ",
    );
  });

  it("shows the next five that are due, soonest first", async () => {
    const heldBack = [7, 3, 5, 1, 6, 2, 4].map((day) => {
      const reason = day === 3 ? ("embargo" as const) : ("future" as const);
      return { file: `${day}.md`, title: `Day ${day}`, reason, until: Date.UTC(2026, 1, day, 9) };
    });
    const { out } = await shown({ heldBack, articles: 20_007, published: 20_000, milliseconds: 4120 });
    expect(out).toBe(`  20,007 articles read, 20,000 in the feeds, 7 held back in 4.1 s

  Next due (UTC):
    2026-02-01 09:00  Day 1  future
    2026-02-02 09:00  Day 2  future
    2026-02-03 09:00  Day 3  embargo
    2026-02-04 09:00  Day 4  future
    2026-02-05 09:00  Day 5  future
    and 2 more (--verbose shows all)
`);
  });

  it("shows where the time went, where that is asked for", async () => {
    const rooms = [
      { room: "discover", milliseconds: 400.4 },
      { room: "render", milliseconds: 2100 },
    ] as const;
    const timed = { rooms, milliseconds: 2600 };
    for (const flag of ["--profile", "--verbose"])
      expect((await shown(timed, flag)).out).toMatch(
        /\n {2}Where the time went:\n {4}start .*\n {4}discover +400 ms\n {4}render +2\.1 s\n {4}the rest +100 ms\n$/,
      );
    expect((await shown(timed)).out).not.toContain("Where the time went");
  });

  it("counts what waits for nothing", async () => {
    const reasons = ["draft", "draft", "expired", "withdrawn"] as const;
    const heldBack = reasons.map((reason, n) => ({ file: `${n}.md`, title: "A", reason }));
    expect((await shown({ heldBack })).out).toContain(
      "\n\n  Not in the feeds: 2 drafts, 1 expired, 1 withdrawn\n",
    );
  });

  it("names what waits for nothing, when asked", async () => {
    const heldBack = (["expired", "draft", "future", "withdrawn"] as const).map((reason, n) => {
      const until = reason === "future" ? Date.UTC(2026, 1, 1) : undefined;
      return { file: `in/${n}.md`, title: n === 1 ? "" : `Title ${n}`, reason, until };
    });
    expect((await shown({ heldBack }, "--verbose")).out).toContain(`
  Not in the feeds: 1 draft, 1 expired, 1 withdrawn
    in/1.md           draft
    in/0.md  Title 0  expired
    in/3.md  Title 3  withdrawn
`);
    expect((await shown({ heldBack })).out).not.toContain("in/1.md");
  });

  it("lines up titles in wide scripts", async () => {
    const heldBack = ["新聞", "news"].map((title, day) => {
      return { file: title, title, reason: "future" as const, until: Date.UTC(2026, 1, day + 1) };
    });
    expect((await shown({ heldBack })).out).toContain(
      "00:00  新聞  future\n    2026-02-02 00:00  news  future\n",
    );
  });

  it("says what was skipped, when asked", async () => {
    const skipped: BuildResult["skipped"] = [
      { path: "_draft.md", reason: "partial" },
      { path: ".x.md", reason: "hidden" },
    ];
    const { out } = await shown({ skipped });
    expect(out).not.toContain("_draft");
    expect(out).toContain("  1 file skipped (--verbose names them)\n");
    expect((await shown({ skipped: skipped.slice(1) })).out).not.toContain("skipped");
    expect((await shown({ skipped }, "--verbose")).out).toContain("  Skipped:\n    _draft.md  partial\n");
  });
});
