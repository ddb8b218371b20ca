import { randomBytes } from "node:crypto";
import { lstatSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

const pattern = /^\.[0-9a-f]{24}\.feedwright$/;
const oneHour = 60 * 60 * 1000;

/**
 * A staging file's name: short, as a target's own name made longer could be too long for the disk,
 * and random, as builds in two containers may have the same process id.
 */
export function stagingName(): string {
  return `.${randomBytes(12).toString("hex")}.feedwright`;
}

/** Removes what builds that were killed left in a folder; younger files may be another build's. */
export function removeLeftovers(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (pattern.test(name)) removeIfOld(join(folder, name));
  }
}

function removeIfOld(path: string): void {
  try {
    const stats = lstatSync(path);
    if (stats.isFile() && Date.now() - stats.mtimeMs > oneHour) rmSync(path, { force: true });
  } catch {
    // another build was quicker
  }
}
