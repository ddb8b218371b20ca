/**
 * Runs commands as whole processes, each run a fresh one, and tells what they took.
 *
 * @typedef {{ name: string, command: string, args: string[], prepare?: () => void }} Contestant
 * @typedef {{ wall: number, cpu?: number, peak?: number, output: string }} Run
 *   seconds, seconds of both modes, MB at the peak, and what it printed
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const preload = fileURLToPath(new URL("./usage.cjs", import.meta.url));

/**
 * A program of ours or a peer's, run by this very Node.
 * @param {string} name
 * @param {string[]} args
 * @param {() => void} [prepare] done before each run, and not timed
 * @returns {Contestant}
 */
export function node(name, args, prepare) {
  return { name, command: process.execPath, args: ["--require", preload, ...args], prepare };
}

/**
 * Runs the contestants A B A B …, so that a machine which slows down slows all of them.
 * @param {Contestant[]} contestants
 * @param {number} runs counted ones; one more of each warms the disk's cache up
 * @returns {Map<string, Run[]>} runs by the contestant's name
 */
export function inTurn(contestants, runs) {
  const results = new Map(contestants.map(({ name }) => [name, []]));
  for (let round = 0; round <= runs; round++)
    for (const contestant of contestants) {
      const run = once(contestant);
      if (round > 0) results.get(contestant.name).push(run);
    }
  return results;
}

/** @param {Contestant} contestant @returns {Run} */
function once({ name, command, args, prepare }) {
  prepare?.();
  const started = performance.now();
  const child = spawnSync(command, args, {
    stdio: ["ignore", "pipe", "pipe", "pipe"],
    maxBuffer: 2 ** 30,
  });
  const wall = (performance.now() - started) / 1000;
  if (child.status !== 0) throw new Error(`${name} failed: ${child.error ?? child.stderr}`);
  const usage = child.output[3]?.toString() || "{}";
  return { wall, ...JSON.parse(usage), output: child.stdout.toString() };
}
