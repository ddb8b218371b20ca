import type { Stats } from "node:fs";
import type { FileState } from "../fileState.ts";

/** A folder's Markdown files, and the row of the first. */
interface Folder {
  /** Below the content folder; empty for itself. */
  readonly path: string;
  readonly names: string[];
  readonly first: number;
}

/**
 * The Markdown files of a content folder, a row each: folder by folder, each folder's by name. Kept
 * in columns, as a million objects would cost more than looking at the files does.
 */
export class Files {
  /** Those that have files, in the order of the walk. */
  readonly folders: Folder[] = [];
  length = 0;
  #states = new Float64Array(4096);

  /** @param root the content folder: absolute, no link */
  constructor(readonly root: string) {}

  /**
   * Adds a file: folder by folder, and in each by name.
   * @param stats nothing where it can't be looked at
   */
  add(folder: string, name: string, stats: Stats | undefined): void {
    const last = this.folders.at(-1);
    if (last?.path === folder) last.names.push(name);
    else this.folders.push({ path: folder, names: [name], first: this.length });
    const row = this.length++;
    if (4 * this.length > this.#states.length) this.#grow();
    // One by one: this runs for every file, and a list of four would be made for each.
    this.#states[4 * row] = stats?.size ?? Number.NaN;
    this.#states[4 * row + 1] = stats?.mtimeMs ?? Number.NaN;
    this.#states[4 * row + 2] = stats?.ctimeMs ?? Number.NaN;
    this.#states[4 * row + 3] = stats?.ino ?? Number.NaN;
  }

  /** The states in one row after the other, four numbers each; NaN, which equals nothing, where one isn't known. */
  get states(): Float64Array {
    return this.#states.subarray(0, 4 * this.length);
  }

  state(row: number): FileState {
    const [size = Number.NaN, modified = Number.NaN, changed = Number.NaN, node = Number.NaN] =
      this.#states.subarray(4 * row, 4 * row + 4);
    return [size, modified, changed, node];
  }

  /** What a file turned out to be like when it was opened. */
  setState(row: number, state: FileState = unknown): void {
    this.#states.set(state, 4 * row);
  }

  /** Below the content folder, with `/` between folders. */
  path(row: number): string {
    const { path, names, first } = this.#folderOf(row);
    const name = names[row - first] ?? "";
    return path === "" ? name : `${path}/${name}`;
  }

  absolutePath(row: number): string {
    return `${this.root}/${this.path(row)}`;
  }

  /** All names as one text: the same files have the same. No name has a NUL or a `/` in it. */
  listing(): string {
    const parts: string[] = [];
    for (const { path, names } of this.folders) parts.push(path, names.join("/"));
    return parts.join("\0");
  }

  #grow(): void {
    const grown = new Float64Array(2 * this.#states.length);
    grown.set(this.#states);
    this.#states = grown;
  }

  #folderOf(row: number): Folder {
    let [low, high] = [0, this.folders.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.folders[middle]?.first ?? 0) <= row) low = middle;
      else high = middle - 1;
    }
    const folder = this.folders[low];
    if (folder === undefined || row >= this.length) throw new RangeError(`no file ${row}`);
    return folder;
  }
}

const unknown: FileState = [Number.NaN, Number.NaN, Number.NaN, Number.NaN];
