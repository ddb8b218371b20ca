import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { type Config, type Flags, loadConfig } from "../../src/config/index.ts";
import { type Problem, ProblemError } from "../../src/problems/index.ts";

/** A folder with these files, until the test ends. A name that ends in `/` makes a folder. */
export function folder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "feedwright-")));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    const path = join(root, name);
    mkdirSync(name.endsWith("/") ? path : dirname(path), { recursive: true });
    if (!name.endsWith("/")) writeFileSync(path, content);
  }
  return root;
}

export const site = "site:\n  title: The Daily\n  url: https://daily.example/\n";

/** The configuration that a `feedwright.yaml` of this text gives. */
export function load(yaml: string, flags: Flags = {}): Promise<Config> {
  return loadConfig({ cwd: folder({ "feedwright.yaml": yaml }), flags });
}

/** What is wrong with a configuration. */
export async function problemsOf(loading: Promise<Config>): Promise<readonly Problem[]> {
  try {
    await loading;
  } catch (error) {
    if (error instanceof ProblemError) return error.problems;
    throw error;
  }
  return [];
}

/** `file:line:column code: message (hint)`, as few of them as are known. */
export function said({ code, message, hint, place }: Problem): string {
  const where = [place?.file, place?.line, place?.column].filter((part) => part !== undefined).join(":");
  return `${where} ${code}: ${message}${hint === "" ? "" : ` (${hint})`}`.trim();
}

/** What is wrong with a `feedwright.yaml` of this text. */
export async function complaintsOn(yaml: string, flags: Flags = {}): Promise<string[]> {
  return (await problemsOf(load(yaml, flags))).map(said);
}
