import { lstatSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

const pattern = /^\.[0-9a-f]{24}\.feedwright$/;
const oneHour = 60 * 60 * 1000;

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
