/** A peer's own site on a corpus, made from its folder beside this file. */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { siteOf } from "../corpus.js";
import { modules } from "./install.js";

/**
 * @param {string} name
 * @param {number} articles
 * @param {(site: string) => void} [fill] for what can't take the corpus as it is; done once
 * @returns {string} its folder
 */
export function peerSite(name, articles, fill) {
  const site = join(siteOf(articles), "peers", name);
  const filled = join(site, "filled");
  const template = fileURLToPath(new URL(name, import.meta.url));
  if (!existsSync(filled)) rmSync(site, { recursive: true, force: true });
  cpSync(template, site, { recursive: true });
  if (!existsSync(filled)) fill?.(site);
  writeFileSync(filled, "");
  return site;
}

/** A `prepare` that removes these, if the build is to be a fresh one. */
export function clearing(fresh, site, ...paths) {
  if (!fresh) return undefined;
  return () => {
    for (const path of paths) rmSync(join(site, path), { recursive: true, force: true });
  };
}

/** The first version number that a command tells, if it is there at all. */
export function versionFrom(command, ...args) {
  const { stdout } = spawnSync(command, args, { encoding: "utf8" });
  return stdout?.match(/\d+\.\d+[.\d]*/)?.[0];
}

/** The version of a package that the peers brought along. */
export function npmVersion(name) {
  const manifest = join(modules, name, "package.json");
  return existsSync(manifest) ? JSON.parse(readFileSync(manifest, "utf8")).version : undefined;
}
