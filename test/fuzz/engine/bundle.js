import { mkdirSync, writeFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "rolldown";
import { instrument } from "./instrument.js";

const folder = resolve("node_modules/.cache/feedwright-fuzz");
/** They find files of theirs by their own places. */
const left = /^(?:playwright-core|temporal-polyfill|fsevents)(?:\/|$)/;

/**
 * Makes one file of a module of this folder and of all that it uses: Node 20 runs no TypeScript, and
 * the branches that are counted are marked in it.
 * @returns its address
 */
export async function bundle(entry, { counting = true } = {}) {
  const { output } = await build({
    input: `test/fuzz/${entry}`,
    platform: "node",
    external: (id) => id.startsWith("node:") || builtinModules.includes(id) || left.test(id),
    output: { codeSplitting: false },
    write: false,
    logLevel: "silent",
  });
  mkdirSync(folder, { recursive: true });
  const file = `${folder}/${entry.replace(/^.*\/|\.ts$/g, "")}.mjs`;
  writeFileSync(file, counting ? instrument(output[0].code) : output[0].code);
  return pathToFileURL(file);
}
