/**
 * Runs commands as whole processes, each run a fresh one, and tells what they took.
 *
 * @typedef {{
 *   name: string, command: string, args: string[], cwd?: string, env?: Record<string, string>,
 *   prepare?: () => void, peer?: boolean, silent?: boolean, enough?: number,
 * }} Contestant
 *   `prepare` is done before each run and not timed; of a `peer` a failure is no failure of the
 *   bench; a `silent` one's output goes nowhere, as it would weigh on the bench itself; and one run more than
 *   `enough` would only take time
 * @typedef {{ wall: number, cpu?: number, peak?: number, output: string }} Run
 *   seconds, seconds of both modes, MB at the peak, and what it printed
 * @typedef {Map<string, Run[]>} Results runs by the contestant's name
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const preload = fileURLToPath(new URL("./usage.cjs", import.meta.url));
const gnuTime = "/usr/bin/time";
const patience = 20 * 60 * 1000;

/**
 * A program of ours or a peer's, run by this very Node.
 * @param {string} name
 * @param {string[]} args
 * @param {Partial<Contestant>} [rest]
 * @returns {Contestant}
 */
export function node(name, args, rest) {
  return { name, command: process.execPath, args: ["--require", preload, ...args], ...rest };
}

/**
 * Any other program; GNU time, where there is one, tells what it and its children took.
 * @param {string} name
 * @param {string[]} command
 * @param {Partial<Contestant>} [rest]
 * @returns {Contestant}
 */
export function program(name, [command, ...args], rest) {
  if (!existsSync(gnuTime)) return { name, command, args, ...rest };
  const format = '{"user":%U,"system":%S,"kilobytes":%M}';
  return { name, command: gnuTime, args: ["--quiet", `--format=${format}`, command, ...args], ...rest };
}

/**
 * Runs the contestants A B A B …, so that a machine which slows down slows all of them.
 * @param {Contestant[]} contestants
 * @param {number} runs counted ones; one more of each warms the disk's cache up
 * @returns {Results} without the peers that failed
 */
export function inTurn(contestants, runs) {
  const results = new Map(contestants.map(({ name }) => [name, []]));
  for (let round = 0; round <= runs; round++)
    for (const contestant of contestants) {
      if (!isAsked(contestant, results)) continue;
      const run = attempt(contestant);
      if (!run) results.delete(contestant.name);
      else if (round > 0) results.get(contestant.name).push(run);
    }
  return results;
}

/** Not, if it has failed or has done enough. */
function isAsked({ name, enough = Number.POSITIVE_INFINITY }, results) {
  return results.has(name) && results.get(name).length < enough;
}

function attempt(contestant) {
  try {
    return once(contestant);
  } catch (error) {
    if (!contestant.peer) throw error;
    console.error(`left out: ${error.message}`);
    return undefined;
  }
}

/** @param {Contestant} contestant @returns {Run} */
function once({ name, command, args, cwd, env, prepare, silent }) {
  prepare?.();
  const started = performance.now();
  const child = spawnSync(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", silent ? "ignore" : "pipe", "pipe", "pipe"],
    maxBuffer: 2 ** 26,
    timeout: patience,
  });
  const wall = (performance.now() - started) / 1000;
  if (child.status !== 0) throw new Error(`${name} failed: ${child.error ?? lastLines(child.stderr)}`);
  return { wall, ...usage(child), output: child.stdout?.toString() ?? "" };
}

/** Node tells it on a channel of its own, GNU time in the last line of all. */
function usage({ output: [, , errors, channel] }) {
  const told = channel.toString() || errors.toString().trim().split("\n").at(-1);
  if (!told.startsWith('{"user"')) return {};
  const { user, system, kilobytes } = JSON.parse(told);
  return { cpu: user + system, peak: kilobytes / 1024 };
}

function lastLines(output) {
  return output.toString().trim().split("\n").slice(-12).join("\n");
}
