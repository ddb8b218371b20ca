import { type ExecFileOptions, execFile, spawnSync } from "node:child_process";

/** Debian's own interpreter, which sees Debian's python3-feedparser. */
export const python = "/usr/bin/python3";

/** Set where the tools have to be there, as in CI: then a missing one fails instead of being passed over. */
const required = process.env.FEEDWRIGHT_REQUIRE_TOOLS === "1";

/** Whether a reader can be run; says so once where it can't. */
export function missing(name: string, command: string, args: readonly string[]): boolean {
  const found = spawnSync(command, args, { stdio: "ignore" });
  if (found.error === undefined && found.status === 0) return false;
  if (required) throw new Error(`${name} is required here, and can't be run`);
  console.warn(`not tried: ${name} is not installed (Debian has it)`);
  return true;
}

/** Runs a reader and gives what it printed. */
export function run(
  command: string,
  args: readonly string[],
  input = "",
  options: ExecFileOptions = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      command,
      [...args],
      { timeout: 20_000, maxBuffer: 1 << 26, ...options },
      (error, stdout) => {
        if (error === null) resolve(String(stdout));
        else reject(error);
      },
    );
    child.stdin?.end(input);
  });
}
