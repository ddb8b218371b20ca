import { closeSync, fsyncSync, openSync, readSync, renameSync, rmSync, writeSync } from "node:fs";
import { open } from "node:fs/promises";
import { dirname, join } from "node:path";
import { ProblemError, problem } from "../problems/index.ts";
import { type FileIdentity, identityOf, openUnlinked } from "../regularFile.ts";
import { stagingName } from "../stagingName.ts";
import { type Existing, openExisting } from "./existing.ts";
import { Folders } from "./folders.ts";

/** A file on its way: compared with what stands there, and staged beside it where they differ. */
export interface StagedFile {
  readonly state: "new" | "changed" | "unchanged";
  readonly bytes: number;
  /** The file that stands at the target after `commit`; nothing in a dry run. */
  readonly identity: FileIdentity | undefined;
  /** Waits until the new bytes are on the disk, where that was left for later. */
  synchronise(): Promise<void>;
  /** Puts the new bytes in place; whoever reads the file sees the old or the new, whole. */
  commit(): void;
  /** Forgets the new bytes. */
  discard(): void;
}

const pieceSize = 256 * 1024;
/** Small texts are joined before they are encoded; joining long ones costs several times as much a byte. */
const joinedLength = 16 * 1024;
/** UTF-8 takes at most this many bytes for a unit of UTF-16. */
const longestCharacter = 3;

/**
 * Takes a file's new content, chunk by chunk, and holds no more than a piece of it.
 *
 * As long as the chunks equal the file in place nothing is written; at the first difference a
 * staging file gets what was equal and all that follows, and is synchronised to the disk.
 * Throws what the file system throws; call `discard` then.
 */
export class StagingWriter {
  private readonly existing: Existing | undefined;
  private readonly staging: string;
  private file: number | undefined;
  private differs = false;
  private text = "";
  private readonly piece = Buffer.allocUnsafe(pieceSize);
  private filled = 0;
  private closed = false;
  private bytes = 0;

  /** @param dryRun compares only, and writes nothing anywhere */
  constructor(
    private readonly target: string,
    private readonly dryRun = false,
    private readonly folders = new Folders(),
    private readonly mode = 0o666,
  ) {
    this.existing = openExisting(target);
    this.staging = join(dirname(target), stagingName());
  }

  /** The disk sees large pieces, whatever comes. */
  take(chunk: string | Uint8Array): void {
    if (typeof chunk === "string") {
      this.text += chunk;
      if (this.text.length >= joinedLength) this.encode();
    } else {
      this.flush();
      this.add(chunk);
    }
  }

  private encode(): void {
    const { text } = this;
    const most = text.length * longestCharacter;
    this.text = "";
    if (most > pieceSize - this.filled) this.flush();
    if (most > pieceSize) this.add(Buffer.from(text));
    else this.filled += this.piece.write(text, this.filled);
  }

  private flush(): void {
    if (this.text !== "") this.encode();
    if (this.filled > 0) this.add(this.piece.subarray(0, this.filled));
    this.filled = 0;
  }

  private add(piece: Uint8Array): void {
    if (!this.differs && !this.existing?.continuesWith(piece, this.bytes)) this.differ();
    this.bytes += piece.length;
    if (this.file !== undefined) writeAll(this.file, piece);
  }

  /** @param now synchronises at once; else whoever commits has to wait for `synchronise` before */
  end(now = true): StagedFile {
    this.flush();
    if (!this.differs && this.bytes !== this.existing?.size) this.differ();
    const state = !this.differs ? "unchanged" : this.existing === undefined ? "new" : "changed";
    if (now && this.file !== undefined) fsyncSync(this.file);
    const identity = this.file === undefined ? this.existing?.identity() : identityOf(this.file);
    this.close();
    const staging = this.file === undefined ? undefined : this.staging;
    return new Staged(state, this.bytes, identity, staging, this.target);
  }

  discard(): void {
    const staged = this.file !== undefined;
    this.close();
    if (staged) removed(this.staging);
  }

  /** Opens the staging file, and gives it what was equal so far. */
  private differ(): void {
    this.differs = true;
    if (this.dryRun) return;
    this.folders.make(dirname(this.target));
    const file = openSync(this.staging, "wx", this.mode);
    this.file = file;
    for (let from = 0; from < this.bytes; ) {
      const piece = Buffer.allocUnsafe(Math.min(pieceSize, this.bytes - from));
      const read = this.existing?.read(piece, from) ?? 0;
      if (read === 0) throw new Error(`${this.target} shrank while it was read`);
      writeAll(file, piece.subarray(0, read));
      from += read;
    }
  }

  private close(): void {
    if (this.closed) return;
    this.closed = true;
    this.existing?.close();
    if (this.file !== undefined) closeSync(this.file);
  }
}

/** Holds names only: a build may stage thousands of files before the first is put in place. */
class Staged implements StagedFile {
  constructor(
    readonly state: StagedFile["state"],
    readonly bytes: number,
    readonly identity: FileIdentity | undefined,
    private readonly staging: string | undefined,
    private readonly target: string,
  ) {}

  async synchronise(): Promise<void> {
    if (this.staging !== undefined) await synchronised(this.staging);
  }

  commit(): void {
    if (this.staging !== undefined) renameSync(this.staging, this.target);
  }

  discard(): void {
    if (this.staging !== undefined) removed(this.staging);
  }
}

/** One that can't be removed is in nobody's way, and goes with a later build. */
function removed(staging: string): void {
  try {
    rmSync(staging, { force: true });
  } catch {
    // the disk went away
  }
}

/** Waits until a file or folder is on the disk. */
export async function synchronised(path: string): Promise<void> {
  const file = await open(path, "r");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Stages a small file whole. */
export function stage(target: string, content: string, mode = 0o666): StagedFile {
  const writer = new StagingWriter(target, false, new Folders(), mode);
  try {
    writer.take(content);
    return writer.end();
  } catch (error) {
    writer.discard();
    throw error;
  }
}

function writeAll(file: number, piece: Uint8Array): void {
  for (let from = 0; from < piece.length; ) from += writeSync(file, piece, from);
}

/**
 * A file's bytes, piece by piece.
 * @param identity what stood at this path when it was looked at: another file isn't published
 * @throws ProblemError media-unreadable
 */
export function* bytesOf(path: string, identity: FileIdentity): Generator<Uint8Array> {
  const file = reading(path, () => openSame(path, identity));
  try {
    for (;;) {
      const piece = Buffer.allocUnsafe(pieceSize);
      const read = reading(path, () => readSync(file, piece));
      if (read === 0) return;
      yield piece.subarray(0, read);
    }
  } finally {
    closeSync(file);
  }
}

function openSame(path: string, { device, node }: FileIdentity): number {
  const file = openUnlinked(path);
  const now = identityOf(file);
  if (now.device === device && now.node === node) return file;
  closeSync(file);
  throw new Error("another file stands in its place now");
}

function reading<Result>(path: string, action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    throw new ProblemError(problem("media-unreadable", { error }, { file: path }));
  }
}
