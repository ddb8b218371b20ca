import { renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { jsonOf, Sealed } from "../sealed/index.ts";
import { writeSealed } from "../sealed/seal.ts";
import { DataFile, type Piece } from "./dataFile.ts";

/** What a rendering is found by. */
export interface Keys {
  readonly content: string;
  readonly state: string | undefined;
  /** The article's, below the content folder: whatever it says now, this is what it said last. */
  readonly path: string;
}

type Entry = Keys & { readonly piece: Piece };

/** The path of one that isn't its article's last: no file is called so. */
const superseded = "";

/** In bytes: some 40,000 articles. Beyond it, those that were not used for longest go. */
const roomFor = 256 * 1024 * 1024;

/**
 * Renderings that earlier builds made, least recently used first. Their bytes stand in one file that
 * grows, and is written anew when more than half of it is of no use.
 */
export class RenderingCache {
  readonly #byContent = new Map<string, Entry>();
  readonly #byState = new Map<string, Entry>();
  readonly #byPath = new Map<string, Entry>();
  /** Entries that this build asked for or made, in their order. */
  readonly #used = new Set<Entry>();
  #usedBytes = 0;
  #failure: { readonly error: unknown } | undefined;
  readonly #data: DataFile;
  readonly #table: string;
  readonly #dataPath: string;

  /**
   * @param folder where it is kept
   * @param context what all renderings hang on: those of another one are forgotten
   * @param readOnly keeps nothing
   * @param room in bytes
   */
  constructor(
    folder: string,
    private readonly context: string,
    private readonly readOnly = false,
    private readonly room = roomFor,
  ) {
    this.#table = join(folder, "renderings");
    this.#dataPath = join(folder, "renderings.data");
    for (const entry of readTable(this.#table, context)) this.#know(entry);
    this.#data = new DataFile(this.#dataPath, endOf(this.#byContent.values()));
  }

  get isEmpty(): boolean {
    return this.#byContent.size === 0;
  }

  hasState(state: string): boolean {
    return this.#byState.has(state);
  }

  /** Takes note of the state that a known content has now; false where the content isn't known. */
  adopt(keys: Keys): boolean {
    const entry = this.#byContent.get(keys.content);
    if (entry === undefined) return false;
    this.#forget(entry);
    this.#know({ ...keys, piece: entry.piece });
    return true;
  }

  byState(state: string): Buffer | undefined {
    return this.#read(this.#byState.get(state));
  }

  byContent(content: string): Buffer | undefined {
    return this.#read(this.#byContent.get(content));
  }

  /** The last that was kept of the article at a path. */
  lastAt(path: string): Buffer | undefined {
    return this.#read(this.#byPath.get(path));
  }

  /** Keeps a rendering, if there is room beside what this build uses. */
  add(keys: Keys, bytes: Uint8Array): void {
    // What was the last one isn't any more, whether this one is kept or not.
    this.#byPath.delete(keys.path);
    if (this.readOnly || this.#failure || this.#usedBytes + bytes.length > this.room) return;
    try {
      this.#use({ ...keys, piece: this.#data.append(bytes) });
    } catch (error) {
      this.#failure = { error };
    }
  }

  /** Keeps the table. Throws what the file system threw since the cache was opened. */
  close(): void {
    try {
      if (this.#failure) throw this.#failure.error;
      this.#data.flush();
      if (!this.readOnly) this.#save();
    } finally {
      this.#data.close();
    }
  }

  #save(): void {
    const entries = this.#withinRoom();
    const live = entries.reduce((sum, { piece: [, length] }) => sum + length, 0);
    const kept = endOf(entries) > 2 * live + 1024 * 1024 ? this.#compact(entries) : entries;
    const last = new Set([...this.#byPath.values()].map(({ content }) => content));
    const table = kept.map(({ content, state, path, piece }) => [
      content,
      state ?? null,
      last.has(content) ? path : superseded,
      piece,
    ]);
    writeSealed(this.#table, this.context, { renderings: Buffer.from(JSON.stringify(table)) });
  }

  #read(entry: Entry | undefined): Buffer | undefined {
    if (entry === undefined) return undefined;
    const bytes = this.#data.read(entry.piece);
    if (bytes) this.#use(entry);
    else this.#forget(entry);
    return bytes;
  }

  #use(entry: Entry): void {
    this.#know(entry);
    if (!this.#used.has(entry)) this.#usedBytes += entry.piece[1];
    this.#used.add(entry);
  }

  #know(entry: Entry): void {
    this.#byContent.set(entry.content, entry);
    if (entry.path !== superseded) this.#byPath.set(entry.path, entry);
    if (entry.state !== undefined) this.#byState.set(entry.state, entry);
  }

  #forget(entry: Entry): void {
    if (this.#used.delete(entry)) this.#usedBytes -= entry.piece[1];
    this.#byContent.delete(entry.content);
    if (this.#byPath.get(entry.path) === entry) this.#byPath.delete(entry.path);
    if (entry.state !== undefined) this.#byState.delete(entry.state);
  }

  /** Least recently used first, as far as there is room for them. */
  #withinRoom(): readonly Entry[] {
    const kept: Entry[] = [];
    let room = this.room - this.#usedBytes;
    for (const entry of [...this.#byContent.values()].reverse()) {
      if (this.#used.has(entry)) continue;
      room -= entry.piece[1];
      if (room < 0) break;
      kept.push(entry);
    }
    return [...kept.reverse(), ...this.#used];
  }

  /** Writes what is kept into a new file. */
  #compact(entries: readonly Entry[]): readonly Entry[] {
    const path = `${this.#dataPath}.new`;
    rmSync(path, { force: true });
    const data = new DataFile(path, 0);
    const moved = entries.flatMap((entry) => {
      const bytes = this.#data.read(entry.piece);
      return bytes ? { ...entry, piece: data.append(bytes) } : [];
    });
    data.flush();
    data.close();
    renameSync(path, this.#dataPath);
    return moved;
  }
}

function endOf(entries: Iterable<Entry>): number {
  let end = 0;
  for (const {
    piece: [start, length],
  } of entries)
    end = Math.max(end, start + length);
  return end;
}

function readTable(path: string, context: string): readonly Entry[] {
  const sealed = Sealed.open(path, context);
  const bytes = sealed?.read("renderings");
  sealed?.close();
  const table = (bytes && jsonOf<readonly (readonly [string, string | null, string, Piece])[]>(bytes)) ?? [];
  return table.map(([content, state, path, piece]) => ({ content, state: state ?? undefined, path, piece }));
}
