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
  for (const { path, names, list, first } of files.folders) {
    const folder = former.get(path);
    if (folder === undefined) continue;
    const places = folder.names === names ? undefined : placesOf(folder);
    for (const [index, name] of list.entries())
      rows[first + index] = places === undefined ? folder.first + index : (places.get(name) ?? -1);
  }
  return rows;
}

function placesOf({ first, names }: Former): ReadonlyMap<string, number> {
  return new Map(names.split("/").map((name, index) => [name, first + index]));
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
