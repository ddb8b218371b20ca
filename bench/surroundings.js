/** What figures were taken on. */
import { readFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";

/**
 * The machine and all that ran on it, in two sentences.
 * @param {import("./peers/index.js").Peer[]} peers
 */
export function surroundings(peers) {
  const memory = Math.round(totalmem() / 2 ** 30);
  const machine = [`${cpus().length} × ${cpus()[0].model.trim()}`, `${memory} GB`, process.platform];
  const packages = ["feed", "gray-matter", "marked"].map(
    (name) => `${name} ${versionOf(`node_modules/${name}/`)}`,
  );
  const others = peers.filter(({ name }) => name !== "script").map(({ name, found }) => `${name} ${found}`);
  const versions = [`feedwright ${versionOf("")}`, `Node ${process.versions.node}`, ...packages, ...others];
  return `${machine.join(", ")}. ${versions.join(", ")}.`;
}

/** A word of warning where others keep the machine busy. */
export function busy() {
  const [load] = loadavg();
  return load > cpus().length / 2
    ? `The machine is busy (load ${load.toFixed(1)}): trust ratios, not seconds.\n`
    : "";
}

function versionOf(folder) {
  const manifest = new URL(`../${folder}package.json`, import.meta.url);
  return JSON.parse(readFileSync(manifest, "utf8")).version;
}
