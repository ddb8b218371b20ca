import { lstatSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { entriesBelow } from "./below.ts";

const pattern = /^\.[0-9a-f]{24}\.feedwright$/;
const oneHour = 60 * 60 * 1000;

/** Whether a name is that of a file in the making. */
export function isStaging(name: string): boolean {
  return pattern.test(name);
}

/** Removes what builds that were killed left in a folder; younger files may be another build's. */
export function removeLeftovers(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (isStaging(name)) removeIfOld(join(folder, name));
  }
}

/**
 * Removes the staging files of processes that are known to be dead, wherever below a folder they are. One that can't be
 * removed is in nobody's way.
 * @param marks of their names
 */
export function removeLeftoversOf(marks: ReadonlySet<string>, folder: string): void {
  try {
    for (const entry of entriesBelow(folder))
      if (entry.isFile() && isStaging(entry.name) && marks.has(entry.name.slice(1, 13)))
        rmSync(join(entry.parentPath, entry.name), { force: true });
  } catch {
    // a folder that isn't there, or can't be read
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
