import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import type { BuildOptions, BuildResult } from "../../src/buildResult.ts";
import { type Io, main, type Output } from "../../src/cli/main.ts";

/** A folder with these files, until the test ends. */
export function folder(files: Readonly<Record<string, string>> = {}): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "feedwright-")));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), content);
  }
  return root;
}

export const site = "site:\n  title: The Daily\n  url: https://daily.example/\n";

/** An article's file. */
export function story(title: string, date: string, more = ""): string {
  return `---\ntitle: ${title}\ndate: ${date}\n${more}---\n\nSome words.\n`;
}

/** A stream that remembers. */
class Memory implements Output {
  text = "";
  constructor(readonly isTTY = false) {}
  write(text: string): void {
    this.text += text;
  }
}

/** What a result has where a test says nothing else. */
export const nothing: BuildResult = {
  files: [],
  articles: 0,
  rejected: 0,
  published: 0,
  heldBack: [],
  problems: [],
  skipped: [],
  until: "never",
  milliseconds: 12,
  rooms: [{ room: "discover", milliseconds: 4 }],
};

/** A library that does nothing but say what it was asked, and give a result. */
export function fakeBuild(result: Partial<BuildResult> = {}) {
  const asked: BuildOptions[] = [];
  const build = async (options: BuildOptions): Promise<BuildResult> => {
    asked.push(options);
    return { ...nothing, ...result };
  };
  return { asked, build };
}

interface Around extends Partial<Omit<Io, "stdout" | "stderr">> {
  readonly tty?: boolean;
}

/** Runs the command as a shell would. */
export async function run(argv: readonly string[], around: Around = {}) {
  const { tty = false, ...more } = around;
  const [stdout, stderr] = [new Memory(tty), new Memory(tty)];
  const now = () => Date.UTC(2026, 0, 1);
  const io: Io = { stdout, stderr, cwd: around.cwd ?? folder(), env: {}, now, ...more };
  const exitCode = await main(argv, io);
  return { exitCode, out: stdout.text, err: stderr.text };
}
