import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { siteOf } from "../corpus.js";
import { inTurn, node } from "../measure.js";
import { median, ratio } from "../statistics.js";
import { table } from "../table.js";

const script = fileURLToPath(new URL("../script.js", import.meta.url));
const bin = fileURLToPath(new URL("../../lib/cli/bin.js", import.meta.url));

/**
 * Whole commands on folders that no build has seen: nothing kept, nothing written yet.
 * @param {{ runs: number, builds: { articles: number, limit: 50 | "all" }[] }} options
 */
export function cold({ runs, builds }) {
  const rows = builds.flatMap((build) => rowsOf(build, runs));
  return table(["cold build", "wall", "ratio", "CPU", "peak"], rows);
}

function rowsOf({ articles, limit }, runs) {
  const results = inTurn(contestants(siteOf(articles), limit), runs);
  const theirs = results.get("script").map(({ wall }) => wall);
  const name = `${articles.toLocaleString("en")}, ${limit === "all" ? "all" : `newest ${limit}`}`;
  return [...results].map(([who, all]) => [
    `${name}: ${who}`,
    `${median(all.map(({ wall }) => wall)).toFixed(2)} s`,
    ratio(
      all.map(({ wall }) => wall),
      theirs,
    ).toFixed(2),
    `${median(all.map(({ cpu }) => cpu)).toFixed(2)} s`,
    `${median(all.map(({ peak }) => peak)).toFixed(0)} MB`,
  ]);
}

function contestants(site, limit) {
  const config = join(site, limit === "all" ? "all.yaml" : "feedwright.yaml");
  const output = join(site, "script-output");
  return [
    node("feedwright", [bin, "build", "--config", config], () =>
      clear(join(site, "dist"), join(site, ".feedwright")),
    ),
    node("script", [script, join(site, "articles"), output, String(limit)], () => clear(output)),
  ];
}

function clear(...folders) {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}
