/**
 * What nothing can be quicker than on this machine, as contestants like any other:
 *
 * - S: Node starts and does nothing;
 * - F: `find` looks at every file;
 * - W: Node lists every folder and looks at every file;
 * - H: Node reads the first 2 kB of every file and looks for the end of the front matter.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { articlesOf } from "../corpus.js";
import { node } from "../measure.js";

/** What they are called in results. */
export const startName = "S: node -e 0";
export const findName = "F: find";
export const headsName = "H: heads, 2 kB";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const findPrints = spawnSync("find", [here("."), "-maxdepth", "0", "-printf", ""]).status === 0;

/** S alone. */
export function start() {
  return node(startName, ["-e", "0"]);
}

/**
 * All of them; F only where `find` knows `-printf`.
 * @param {number} articles
 * @returns {import("../measure.js").Contestant[]}
 */
export function limitsOf(articles) {
  const content = articlesOf(articles);
  return [
    start(),
    ...(findPrints ? [find(content)] : []),
    node("W: walk, lstat", [here("walk.js"), content]),
    node(headsName, [here("heads.js"), content]),
  ];
}

function find(content) {
  const args = [content, "-printf", "%P %s %T@ %i\\n"];
  return { name: findName, command: "find", args, silent: true };
}
