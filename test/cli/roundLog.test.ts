import { expect, it } from "vitest";
import { RoundLog } from "../../src/cli/roundLog.ts";
import { loadConfig } from "../../src/config/index.ts";
import { problem } from "../../src/problems/index.ts";
import type { Round } from "../../src/watch/index.ts";
import { nothing } from "./support.ts";

const cwd = "/news";
const config = await loadConfig({ cwd, flags: { title: "T", url: "https://daily.example/" } });

function logged(...rounds: readonly Partial<Round>[]) {
  let [out, err] = ["", ""];
  const log = new RoundLog({
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
    cwd,
    env: {},
    now: () => new Date(2026, 0, 1, 9, 5, 7).getTime(),
  });
  const each = { changed: [], config, problems: [], base: cwd, result: nothing };
  rounds.forEach((round, at) => {
    log.say({ ...each, number: at + 1, ...round });
  });
  return { lines: out.split("Ctrl-C ends.\n\n")[1], out, err };
}

const file = (path: string, state: "changed" | "unchanged" = "changed") =>
  ({ path, state, bytes: 1 }) as const;
const wrong = problem("content-empty", { folder: "articles" });

it("says what brought a build about: a file, several, or the clock", () => {
  const result = { ...nothing, files: [file("rss.xml"), file("atom.xml", "unchanged")] };
  const changed = [`${cwd}/articles/a.md`, `${cwd}/articles/b\u001b[2J.md`];
  expect(logged({}, { result, changed: changed.slice(0, 1) }, { result, changed }, { result }).lines).toBe(
    [
      "  09:05:07  articles/a.md  rss.xml in 12 ms\n",
      "  09:05:07  articles/a.md and 1 more  rss.xml in 12 ms\n",
      "  09:05:07  the clock  rss.xml in 12 ms\n",
    ].join(""),
  );
});

it("counts what are too many files for a line", () => {
  const result = { ...nothing, files: ["1", "2", "3", "4", "5"].map((path) => file(path)) };
  expect(logged({}, { result }).lines).toBe("  09:05:07  the clock  5 files written in 12 ms\n");
});

it("says nothing where nothing came of it, and the same problems once", () => {
  const { lines, err } = logged({ problems: [wrong] }, {}, { problems: [wrong] }, { problems: [wrong] }, {});
  expect(lines).toBe(
    [
      "  09:05:07  the clock  no feed changed in 12 ms, all mended\n",
      "  09:05:07  the clock  no feed changed in 12 ms, 1 problem\n",
      "  09:05:07  the clock  no feed changed in 12 ms, all mended\n",
    ].join(""),
  );
  expect(err.match(/content-empty/g)).toHaveLength(2);
});

it("says where nothing was written, also of the first build", () => {
  const fatal = problem("content-missing", { folder: "articles" });
  const { out, err } = logged(
    { result: undefined, problems: [fatal] },
    { result: undefined, problems: [fatal, wrong] },
  );
  expect(out).toBe(
    "\n  Waiting for changes; Ctrl-C ends.\n\n  09:05:07  the clock  nothing was written, 2 problems\n",
  );
  expect(err).toContain("[content-missing]");
});
