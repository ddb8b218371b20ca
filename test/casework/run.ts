import { cpSync, existsSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { main } from "../../src/cli/main.ts";
import { type Built, readBuilt } from "./built.ts";
import type { Expected } from "./expected.ts";
import { type Output, outputsOf } from "./output.ts";

/** What became of a case: the command run twice, one after the other, in a copy of its folder. */
export interface Outcome {
  readonly exit: number;
  /** What was printed, to both streams. */
  readonly report: string;
  /** What the second build told machines. */
  readonly built: Built;
  readonly outputs: readonly Output[];
  /** What the second build left. */
  readonly again: readonly Output[];
}

const site = ["--title", "The case", "--url", "https://news.example/"];

/** Copies a case's folder and builds it, twice: once for people, once for machines. */
export async function runCase(folder: string, { flags, from }: Expected): Promise<Outcome> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "feedwright-case-")));
  try {
    const argv = flags ?? (existsSync(join(folder, "feedwright.yaml")) ? [] : site);
    if (existsSync(join(folder, "before"))) await buildBefore(folder, root, argv);
    copy(folder, root);
    const { exit, stdout, stderr } = await feedwright(join(root, from), argv);
    const outputs = outputsOf(join(root, "dist"));
    const machines = await feedwright(join(root, from), [...argv, "--json"]);
    const again = outputsOf(join(root, "dist"));
    return { exit, report: stderr + stdout, built: readBuilt(machines.stdout), outputs, again };
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** An earlier build, of the articles that stand in `before/`. */
async function buildBefore(folder: string, root: string, argv: readonly string[]): Promise<void> {
  copy(folder, root);
  rmSync(join(root, "articles"), { recursive: true, force: true });
  copy(join(folder, "before"), join(root, "articles"));
  await feedwright(root, argv);
  rmSync(join(root, "articles"), { recursive: true });
}

function copy(from: string, to: string): void {
  const filter = (path: string) => path !== join(from, "before");
  cpSync(from, to, { recursive: true, verbatimSymlinks: true, filter });
}

async function feedwright(cwd: string, argv: readonly string[]) {
  const printed = { stdout: "", stderr: "" };
  const exit = await main(["build", ...argv], {
    stdout: { write: (text) => (printed.stdout += text) },
    stderr: { write: (text) => (printed.stderr += text) },
    cwd,
    env: {},
    now: () => Date.UTC(2026, 5, 1),
  });
  return { exit, ...printed };
}
