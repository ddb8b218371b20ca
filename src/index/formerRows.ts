import type { Files } from "../discover/index.ts";

/** Where a former folder's files begin, and their names, joined as a listing has them. */
interface Former {
  readonly first: number;
  readonly names: string;
}

/**
 * The row that each file had in a former listing; -1 where it had none. Most folders are as they
 * were: there, one comparison does for all of their files.
 */
export function formerRows(files: Files, listing: string): Int32Array {
  const rows = new Int32Array(files.length).fill(-1);
  const former = foldersOf(listing);
  for (const { path, names, first } of files.folders) {
    const folder = former.get(path);
    if (folder === undefined) continue;
    if (folder.names === names.join("/"))
      for (let i = 0; i < names.length; i++) rows[first + i] = folder.first + i;
    else
      byName(names, folder).forEach((row, index) => {
        rows[first + index] = row;
      });
  }
  return rows;
}

function byName(names: readonly string[], { first, names: joined }: Former): readonly number[] {
  const places = new Map(joined.split("/").map((name, index) => [name, first + index]));
  return names.map((name) => places.get(name) ?? -1);
}

function foldersOf(listing: string): ReadonlyMap<string, Former> {
  const folders = new Map<string, Former>();
  if (listing === "") return folders;
  const parts = listing.split("\0");
  let first = 0;
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const names = parts[at + 1] ?? "";
    folders.set(parts[at] ?? "", { first, names });
    first += countOf(names);
  }
  return folders;
}

function countOf(names: string): number {
  let count = 1;
  for (let at = names.indexOf("/"); at !== -1; at = names.indexOf("/", at + 1)) count++;
  return count;
}
