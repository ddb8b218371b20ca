import { closeSync, constants, fstatSync, openSync, readSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { crc32 } from "node:zlib";
import { NotRegular } from "../regularFile.ts";
import { makeOwnFolder } from "../sealed/ownFolder.ts";

/** Where bytes stand in a data file, and their checksum. */
export type Piece = readonly [start: number, length: number, checksum: number];

/** The disk sees large pieces only. */
const batch = 256 * 1024;

/** A file that pieces of bytes are put behind each other in. */
export class DataFile {
  #file: number | undefined;
  #waiting: Uint8Array[] = [];
  #written: number;

  /** @param end where the last piece that counts ends: what stands behind is written over */
  constructor(
    private readonly path: string,
    private end: number,
  ) {
    this.#written = end;
  }

  /** Nothing where the piece is gone or damaged. */
  read([start, length, checksum]: Piece): Buffer | undefined {
    try {
      if (start + length > this.#written) this.flush();
      const file = this.#open(0);
      // A wrong length must not cost more memory than the file has bytes.
      if (start + length > fstatSync(file).size) return undefined;
      const bytes = Buffer.allocUnsafe(length);
      return readSync(file, bytes, 0, length, start) === length && crc32(bytes) === checksum
        ? bytes
        : undefined;
    } catch {
      return undefined;
    }
  }

  /** Throws what the file system throws, now or at a later call. */
  append(bytes: Uint8Array): Piece {
    const start = this.end;
    this.#waiting.push(bytes);
    this.end += bytes.length;
    if (this.end - this.#written >= batch) this.flush();
    return [start, bytes.length, crc32(bytes)];
  }

  /** Throws what the file system throws; what waited is lost then. */
  flush(): void {
    if (this.#waiting.length === 0) return;
    const bytes = Buffer.concat(this.#waiting);
    this.#waiting = [];
    for (let from = 0; from < bytes.length; )
      from += writeSync(
        this.#open(constants.O_CREAT),
        bytes,
        from,
        bytes.length - from,
        this.#written + from,
      );
    this.#written += bytes.length;
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }

  /** What was put in its place must neither block nor lead out: a FIFO, a link, another file's second name. */
  #open(mode: number): number {
    if (this.#file !== undefined) return this.#file;
    if (mode !== 0) makeOwnFolder(dirname(this.path));
    const { O_NOFOLLOW, O_NONBLOCK, O_RDWR } = constants;
    const file = openSync(this.path, O_RDWR | O_NOFOLLOW | O_NONBLOCK | mode, 0o666);
    const stats = fstatSync(file);
    if (stats.isFile() && stats.nlink === 1) {
      this.#file = file;
      return file;
    }
    closeSync(file);
    throw new NotRegular();
  }
}
