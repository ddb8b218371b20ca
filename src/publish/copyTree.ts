import { constants, linkSync, lstatSync, mkdirSync, type Stats } from "node:fs";
import { copyFile, utimes } from "node:fs/promises";
import { join } from "node:path";
import { entriesBelow } from "./below.ts";
import { inParallel } from "./inParallel.ts";
import { isStaging } from "./leftovers.ts";
import { synchronised } from "./stage.ts";

/** What is in a folder, by the paths below it. */
interface Tree {
  /** Those that others are in first. */
  readonly folders: readonly string[];
  readonly files: ReadonlyMap<string, Stats>;
}

/** Whether two folders hold the same files: of one length and time of change. */
export function isSameTree(one: string, other: string): boolean {
  const [a, b] = [treeIn(one), treeIn(other)];
  return (
    a.files.size === b.files.size &&
    a.folders.length === b.folders.length &&
    a.folders.every((folder, index) => folder === b.folders[index]) &&
    [...a.files].every(([path, stats]) => isSameFile(stats, b.files.get(path)))
  );
}

/**
 * Makes a complete copy of a folder, and waits until it is on the disk. Throws what the file system throws, and the
 * signal's reason.
 * @param former another copy: files that are the same there are linked to, and not copied
 */
export async function copyTree(
  from: string,
  to: string,
  former: string | undefined,
  signal: AbortSignal | undefined,
): Promise<void> {
  const { folders, files } = treeIn(from);
  const had = former === undefined ? undefined : treeIn(former).files;
  for (const folder of ["", ...folders]) mkdirSync(join(to, folder));
  await inParallel([...files], async ([path, stats]) => {
    signal?.throwIfAborted();
    const target = join(to, path);
    if (former !== undefined && isSameFile(stats, had?.get(path))) linkSync(join(former, path), target);
    else await copied(join(from, path), target, stats);
  });
  await inParallel(["", ...folders], async (folder) => await synchronised(join(to, folder)));
}

/** Servers tell readers a file's time: it is the same in each tree. */
async function copied(from: string, to: string, { mtimeMs }: Stats): Promise<void> {
  await copyFile(from, to, constants.COPYFILE_FICLONE);
  const time = new Date(Math.round(mtimeMs));
  await utimes(to, time, time);
  await synchronised(to);
}

/** Of files alone, and folders that have some. */
function treeIn(folder: string): Tree {
  const entries = [...entriesBelow(folder)].map((entry) => ({
    entry,
    path: join(entry.parentPath, entry.name).slice(folder.length + 1),
  }));
  const folders = entries.flatMap(({ entry, path }) => (entry.isDirectory() ? [path] : []));
  const files = entries.flatMap(({ entry, path }) =>
    entry.isFile() && !isStaging(entry.name) ? [[path, lstatSync(join(folder, path))] as const] : [],
  );
  return { folders: folders.sort(), files: new Map(files) };
}

function isSameFile({ size, mtimeMs }: Stats, other: Stats | undefined): boolean {
  return other?.size === size && Math.round(other.mtimeMs) === Math.round(mtimeMs);
}
