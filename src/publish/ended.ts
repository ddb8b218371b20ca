import { lstatSync, realpathSync, rmdirSync, rmSync } from "node:fs";
import { basename, dirname, isAbsolute, join } from "node:path";

/** Names of files that we write: whatever notes say, nothing else is removed. */
const ours = /^(?:.+\.(?:xml|json|opml|html|conf)(?:\.gz|\.br)?|_headers|\.htaccess|Caddyfile)$/;

/**
 * Removes a file of a feed that is no more: what it says would stand for ever. Folders that are empty
 * then go too. What isn't a file is left alone, and so is what stands outside of the output folder, also by a link:
 * a checkout may bring notes that name anything.
 * @param path below the output folder
 * @param dryRun only looks
 * @returns its length in bytes; nothing where there is none
 * Throws what the file system throws.
 */
export function removeEnded(output: string, path: string, dryRun: boolean): number | undefined {
  const target = join(output, path);
  if (!isWithin(output, path) || !ours.test(basename(path))) return undefined;
  const stats = lstatSync(target, { throwIfNoEntry: false });
  if (!stats?.isFile()) return undefined;
  if (!dryRun) {
    rmSync(target, { force: true });
    removeEmptyFolders(dirname(path), output);
  }
  return stats.size;
}

/** Whether a path leads to a place below the output folder, and by no link. */
function isWithin(output: string, path: string): boolean {
  const folder = dirname(path);
  if (isAbsolute(path) || path.split("/").some((name) => name === "..")) return false;
  try {
    return realpathSync(join(output, folder)) === join(realpathSync(output), folder);
  } catch {
    return false;
  }
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
