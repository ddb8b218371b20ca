import { closeSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { crc32 } from "node:zlib";
import { stagingName } from "../stagingName.ts";
import { makeOwnFolder } from "./ownFolder.ts";
import { type Place, prefix } from "./sealed.ts";

/** Named pieces of bytes. */
export type Sections = Readonly<Record<string, Uint8Array>>;

/**
 * Writes sections as one file, in one step. It isn't synchronised to the disk: what is torn has a
 * wrong checksum, and state can be made anew.
 * @param context what the sections hang on; who reads with another one finds nothing
 * Throws what the file system throws.
 */
export function writeSealed(path: string, context: string, sections: Sections): void {
  let start = 0;
  const places: Record<string, Place> = {};
  for (const [name, bytes] of Object.entries(sections)) {
    places[name] = [start, bytes.byteLength, crc32(bytes)];
    start += bytes.byteLength;
  }
  const table = Buffer.from(JSON.stringify({ context, places }));
  const head = Buffer.alloc(prefix);
  head.writeUInt32LE(table.length, 0);
  head.writeUInt32LE(crc32(table), 4);
  replaceFile(path, [head, table, ...Object.values(sections)]);
}

/** Puts bytes in a file's place; whoever reads it sees the old or the new. Throws what the file system throws. */
function replaceFile(path: string, pieces: readonly Uint8Array[]): void {
  makeOwnFolder(dirname(path));
  const staging = join(dirname(path), stagingName());
  try {
    const file = openSync(staging, "wx", 0o600);
    try {
      for (const piece of pieces)
        for (let from = 0; from < piece.length; ) from += writeSync(file, piece, from);
    } finally {
      closeSync(file);
    }
    renameSync(staging, path);
  } catch (error) {
    rmSync(staging, { force: true });
    throw error;
  }
}
