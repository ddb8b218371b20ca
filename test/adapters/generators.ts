import { execFile, spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { onTestFinished } from "vitest";
import { folder } from "../cli/support.ts";

const peers = resolve("bench/peers/node_modules");

/** Why these tests can't be run here; nothing where they can, or have to. */
export const lacking =
  existsSync(join(peers, "astro")) || process.env.FEEDWRIGHT_REQUIRE_TOOLS === "1"
    ? undefined
    : "the generators aren't installed: npm ci --prefix bench/peers";

/** A generator's site, with the generator and this package as they would be installed. */
export function generatedSite(files: Readonly<Record<string, string>>): string {
  const root = folder({ "package.json": '{ "type": "module" }', ...files });
  mkdirSync(join(root, "node_modules"));
  for (const name of readdirSync(peers).filter((each) => !each.startsWith(".")))
    symlinkSync(join(peers, name), join(root, "node_modules", name));
  symlinkSync(resolve("."), join(root, "node_modules/feedwright"));
  return root;
}

const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: "1", NO_COLOR: "1", FORCE_COLOR: undefined };

function argvOf([program = "", ...words]: readonly string[]): string[] {
  return [join(peers, program), ...words];
}

/** Starts a generator that runs until the test is over; what it has said so far. */
export function startedGenerator(root: string, command: readonly string[]) {
  const child = spawn(process.execPath, argvOf(command), { cwd: root, env });
  onTestFinished(() => void child.kill("SIGKILL"));
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (said += text));
  return { said: () => stripVTControlCharacters(said) };
}

/** Runs a generator; what it said, and whether it failed. */
export async function generating(root: string, command: readonly string[]) {
  return await new Promise<{ readonly failed: boolean; readonly said: string }>((done) => {
    execFile(process.execPath, argvOf(command), { cwd: root, env }, (error, stdout, stderr) =>
      done({ failed: error !== null, said: stripVTControlCharacters(stdout + stderr) }),
    );
  });
}

/** The addresses that a feed's items have, in their order. */
export function linksIn(root: string, feed: string): readonly string[] {
  const { items } = JSON.parse(readFileSync(join(root, feed), "utf8"));
  return items.map(({ url }: { readonly url: string }) => url);
}
