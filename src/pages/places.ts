/**
 * Who stands where in the output folder: each path is one document's, and no folder's. Disks that take `A` for `a`
 * are common.
 */
export class Places {
  readonly #files = new Set<string>();
  readonly #folders = new Set<string>();

  /** @param taken paths of what is there already */
  constructor(taken: Iterable<string>) {
    for (const path of taken) this.take(path);
  }

  /** Takes a place, if it is free. */
  take(path: string): boolean {
    const name = path.toLowerCase().normalize("NFC");
    const folders = foldersOf(name);
    if (this.#files.has(name) || this.#folders.has(name)) return false;
    if (folders.some((folder) => this.#files.has(folder))) return false;
    this.#files.add(name);
    for (const folder of folders) this.#folders.add(folder);
    return true;
  }
}

/** `a` and `a/b` of `a/b/c`. */
function foldersOf(path: string): string[] {
  const names = path.split("/");
  return names.slice(1).map((_, at) => names.slice(0, at + 1).join("/"));
}
