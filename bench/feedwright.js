/** feedwright itself, as a contestant on a corpus. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { siteOf } from "./corpus.js";
import { inTurn, node } from "./measure.js";

const bin = fileURLToPath(new URL("../lib/cli/bin.js", import.meta.url));

/** What it is called in results. */
export const us = "feedwright";

/**
 * @param {number} articles
 * @param {{ name?: string, limit?: 50 | "all" | "scopes", prepare?: () => void }} [options]
 */
export function feedwright(articles, { name = us, limit = 50, prepare } = {}) {
  const config = join(siteOf(articles), limit === 50 ? "feedwright.yaml" : `${limit}.yaml`);
  return node(name, [bin, "build", "--config", config], { prepare });
}

/** No output, nothing kept: as if no build had been. */
export function forget(articles) {
  for (const folder of ["dist", ".feedwright"])
    rmSync(join(siteOf(articles), folder), { recursive: true, force: true });
}

/** A first build that isn't counted, for the next one to stand on. */
export function build(articles) {
  forget(articles);
  inTurn([feedwright(articles)], 0);
}
