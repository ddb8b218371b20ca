import { cpSync, existsSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { build } from "../../src/build.ts";
import type { BuildResult } from "../../src/buildResult.ts";
import { loadConfig } from "../../src/config/index.ts";
import { type Problem, ProblemError } from "../../src/problems/index.ts";
import type { Expected } from "./expected.ts";
import { type Output, outputsOf } from "./output.ts";

/** What became of a case: two builds, one after the other, of a copy of its folder. */
export interface Outcome {
  readonly exit: number;
  readonly problems: readonly string[];
  /** Absent where nothing was built. */
  readonly result: BuildResult | undefined;
  readonly outputs: readonly Output[];
  /** What the second build left. */
  readonly again: readonly Output[];
}

const now = "2026-06-01T00:00:00Z";
const site = ["--title", "The case", "--url", "https://news.example/"];

/** Copies a case's folder and builds it, twice. */
export async function runCase(folder: string, { flags }: Expected): Promise<Outcome> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "feedwright-case-")));
  try {
    cpSync(folder, root, { recursive: true, verbatimSymlinks: true });
    const standing = existsSync(join(root, "feedwright.yaml")) ? [] : site;
    const argv = flags ?? standing;
    const first = await buildOnce(root, argv);
    const outputs = outputsOf(join(root, "dist"));
    await buildOnce(root, argv);
    return { ...first, outputs, again: outputsOf(join(root, "dist")) };
  } finally {
    rmSync(root, { recursive: true });
  }
}

async function buildOnce(root: string, argv: readonly string[]) {
  try {
    const { values } = parseArgs({ args: [...argv], options });
    const config = await loadConfig({ cwd: root, flags: values });
    const moment = Date.parse(values.now ?? now);
    const result = await build({ config, now: moment });
    const exit = result.problems.some(({ severity }) => severity === "error") ? 1 : 0;
    return { exit, problems: result.problems.map(inOneLine), result };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { exit: 2, problems: error.problems.map(inOneLine), result: undefined };
  }
}

const string = { type: "string" } as const;
const options = {
  root: string,
  config: string,
  content: string,
  out: string,
  title: string,
  url: string,
  now: string,
};

/** `error date-impossible articles/a.md:3:1` */
function inOneLine({ severity, code, place }: Problem): string {
  const where = [place?.file, place?.line, place?.column].filter((part) => part !== undefined);
  return [severity, code, where.join(":")].join(" ").trim();
}
