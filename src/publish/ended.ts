import { lstatSync, rmdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * Removes a file of a feed that is no more: what it says would stand for ever. Folders that are empty
 * then go too. What isn't a file is left alone.
 * @param path below the output folder
 * @param dryRun only looks
 * @returns its length in bytes; nothing where there is none
 * Throws what the file system throws.
 */
export function removeEnded(output: string, path: string, dryRun: boolean): number | undefined {
  const target = join(output, path);
  const stats = lstatSync(target, { throwIfNoEntry: false });
  if (!stats?.isFile()) return undefined;
  if (!dryRun) {
    rmSync(target, { force: true });
    removeEmptyFolders(dirname(path), output);
  }
  return stats.size;
}

function removeEmptyFolders(folder: string, output: string): void {
  for (let each = folder; each !== "."; each = dirname(each)) {
    try {
      rmdirSync(join(output, each));
    } catch {
      return; // in use
    }
  }
}
