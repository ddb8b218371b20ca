/** Puts a run's figures into docs/performance.md, with what they were taken on. */
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { fileURLToPath } from "node:url";

const page = fileURLToPath(new URL("../docs/performance.md", import.meta.url));
const begin = "<!-- bench: begin -->";
const end = "<!-- bench: end -->";

/** @param {string} figures */
export function writeDocument(figures) {
  const text = readFileSync(page, "utf8");
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from === -1 || to < from) throw new Error(`${page} has lost its markers`);
  const filled = `${begin}\n\n${surroundings()}\n\n${figures}\n\n${end}`;
  writeFileSync(page, text.slice(0, from) + filled + text.slice(to + end.length));
}

/** The machine and the packages, in a line. */
export function surroundings() {
  const memory = Math.round(totalmem() / 2 ** 30);
  const packages = ["feed", "gray-matter", "marked"].map((name) => `${name} ${versionOf(name)}`);
  return `${cpus().length} cores, ${memory} GB, ${process.platform}, Node ${process.versions.node}; ${packages.join(", ")}.`;
}

function versionOf(name) {
  const manifest = new URL(`../node_modules/${name}/package.json`, import.meta.url);
  return JSON.parse(readFileSync(manifest, "utf8")).version;
}
