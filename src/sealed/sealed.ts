import { closeSync, fstatSync, readSync } from "node:fs";
import { crc32 } from "node:zlib";
import { openRegular } from "../regularFile.ts";

/** Where a section stands behind the table, and how long it is. */
export type Place = readonly [start: number, length: number, checksum: number];

/** Length and checksum of the table of contents, which stands behind them as JSON. */
export const prefix = 8;
const largestTable = 64 * 1024;

/** A sealed file that is open: its sections are read when they are asked for. */
export class Sealed {
  readonly #file: number;
  readonly #start: number;
  readonly #places: Readonly<Record<string, unknown>>;

  private constructor(file: number, start: number, places: Readonly<Record<string, unknown>>) {
    this.#file = file;
    this.#start = start;
    this.#places = places;
  }

  /** Nothing where there is no such file, or it was written in another context, or is damaged. */
  static open(path: string, context: string): Sealed | undefined {
    let file: number | undefined;
    try {
      file = openRegular(path);
      const head = readAt(file, 0, prefix);
      const length = head.readUInt32LE(0);
      if (length > largestTable) throw new Damaged();
      const table = readAt(file, prefix, length);
      if (crc32(table) !== head.readUInt32LE(4)) throw new Damaged();
      const data: unknown = JSON.parse(table.toString());
      if (isTable(data) && data.context === context) return new Sealed(file, prefix + length, data.places);
    } catch {
      // gone, damaged, or no file at all: as if there had never been one
    }
    if (file !== undefined) closeSync(file);
    return undefined;
  }

  /** A section's bytes, from the beginning of an `ArrayBuffer` of their own; nothing where they are damaged. */
  read(name: string): Buffer | undefined {
    const place = this.#places[name];
    if (!isPlace(place)) return undefined;
    const [start, length, checksum] = place;
    try {
      // A wrong length must not cost more memory than the file has bytes.
      if (this.#start + start + length > fstatSync(this.#file).size) return undefined;
      const bytes = readAt(this.#file, this.#start + start, length);
      return crc32(bytes) === checksum ? bytes : undefined;
    } catch {
      return undefined;
    }
  }

  close(): void {
    closeSync(this.#file);
  }
}

class Damaged extends Error {}

function readAt(file: number, position: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafeSlow(length);
  for (let from = 0; from < length; ) {
    const read = readSync(file, bytes, from, length - from, position + from);
    if (read === 0) throw new Damaged();
    from += read;
  }
  return bytes;
}

function isTable(data: unknown): data is { context: string; places: Record<string, unknown> } {
  if (typeof data !== "object" || data === null || !("context" in data) || !("places" in data)) return false;
  return typeof data.context === "string" && typeof data.places === "object" && data.places !== null;
}

function isPlace(place: unknown): place is Place {
  return (
    Array.isArray(place) &&
    place.length === 3 &&
    place.every((each) => Number.isSafeInteger(each) && each >= 0)
  );
}
