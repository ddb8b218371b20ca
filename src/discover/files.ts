import type { Stats } from "node:fs";
import type { FileState } from "../fileState.ts";

/** A folder's Markdown files. */
class Folder {
  #list: readonly string[] | undefined;

  /**
   * @param path below the content folder; empty for itself
   * @param names joined by `/`: of a hundred thousand texts, the collector of garbage would look at each
   * @param first the row of the first
   */
  constructor(
    readonly path: string,
    readonly names: string,
    readonly first: number,
  ) {}

  get list(): readonly string[] {
    this.#list ??= this.names.split("/");
    return this.#list;
  }
}

const unknown: FileState = [Number.NaN, Number.NaN, Number.NaN, Number.NaN];

/**
 * The Markdown files of a content folder, a row each: folder by folder, each folder's by name. Kept
 * in columns, as a million objects would cost more than looking at the files does.
 */
export class Files {
  /** Those that have files, in the order of the walk. */
  readonly folders: Folder[] = [];
  length = 0;
  #states: Float64Array = new Float64Array(4096);

  /** @param root the content folder: absolute, no link */
  constructor(readonly root: string) {}

  /**
   * Adds a file of the folder that is added next.
   * @param stats nothing where it can't be looked at
   */
  addState(stats: Stats | undefined): void {
    const row = this.#add();
    // One by one: this runs for every file, and a list of four would be made for each.
    this.#states[4 * row] = stats?.size ?? Number.NaN;
    this.#states[4 * row + 1] = stats?.mtimeMs ?? Number.NaN;
    this.#states[4 * row + 2] = stats?.ctimeMs ?? Number.NaN;
    this.#states[4 * row + 3] = stats?.ino ?? Number.NaN;
  }

  /** @param names of the files whose states were added last, in their order */
  addFolder(path: string, names: readonly string[]): void {
    if (names.length > 0) this.folders.push(new Folder(path, names.join("/"), this.length - names.length));
  }

  /** The states in one row after the other, four numbers each; NaN, which equals nothing, where one isn't known. */
  get states(): Float64Array {
    return this.#states.subarray(0, 4 * this.length);
  }

  /** NaN, which equals nothing, where it isn't known. */
  state(row: number): FileState {
    const states = this.#states;
    const [size = Number.NaN, modified = Number.NaN] = [states[4 * row], states[4 * row + 1]];
    const [changed = Number.NaN, node = Number.NaN] = [states[4 * row + 2], states[4 * row + 3]];
    return [size, modified, changed, node];
  }

  /** What a file turned out to be like when it was opened. */
  setState(row: number, state: FileState = unknown): void {
    this.#states.set(state, 4 * row);
  }

  /** Below the content folder, with `/` between folders. */
  path(row: number): string {
    const { path, list, first } = this.#folderOf(row);
    const name = list[row - first] ?? "";
    return path === "" ? name : `${path}/${name}`;
  }

  absolutePath(row: number): string {
    return this.absolutePathOf(this.path(row));
  }

  absolutePathOf(path: string): string {
    return `${this.root}/${path}`;
  }

  /** These files and others, as if they had been found too. */
  with(others: readonly { readonly path: string; readonly state: FileState }[]): Files {
    const all = new Files(this.root);
    const found = Array.from({ length: this.length }, (_, row) => [this.path(row), this.state(row)] as const);
    const more = others.map(({ path, state }) => [path, state] as const);
    const byFolder = new Map<string, (readonly [name: string, state: FileState])[]>();
    for (const [path, state] of [...found, ...more]) {
      const [folder, name] = [
        path.slice(0, Math.max(path.lastIndexOf("/"), 0)),
        path.slice(path.lastIndexOf("/") + 1),
      ];
      const siblings = byFolder.get(folder) ?? [];
      siblings.push([name, state]);
      byFolder.set(folder, siblings);
    }
    for (const [folder, files] of byFolder) {
      for (const [, state] of files) all.setState(all.#add(), state);
      all.addFolder(
        folder,
        files.map(([name]) => name),
      );
    }
    return all;
  }

  /** All names as one text: the same files have the same. No name has a NUL or a `/` in it. */
  listing(): string {
    const parts: string[] = [];
    for (const { path, names } of this.folders) parts.push(path, names);
    return parts.join("\0");
  }

  /** The files of a listing. */
  static of(root: string, listing: string, states: Float64Array): Files {
    const files = new Files(root);
    files.#states = states;
    const parts = listing.split("\0");
    for (let at = 0; at + 1 < parts.length; at += 2) {
      const names = (parts[at + 1] ?? "").split("/");
      files.length += names.length;
      files.addFolder(parts[at] ?? "", names);
    }
    return files;
  }

  /** Moves the states to memory that other threads can have as well. */
  share(): Float64Array {
    const shared = new Float64Array(new SharedArrayBuffer(this.states.byteLength));
    shared.set(this.states);
    this.#states = shared;
    return shared;
  }

  #add(): number {
    const row = this.length++;
    if (4 * this.length > this.#states.length) this.#grow();
    return row;
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
