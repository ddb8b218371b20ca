import { closeSync, fstatSync, readSync } from "node:fs";
import { type FileIdentity, identityOf, openRegular } from "../regularFile.ts";

/** A file that is in place, to be compared with new bytes. */
export class Existing {
  readonly size: number;
  private open = true;

  constructor(private readonly file: number) {
    this.size = fstatSync(file).size;
  }

  /** Whether its bytes from `at` on begin with `piece`. */
  continuesWith(piece: Uint8Array, at: number): boolean {
    if (at + piece.length > this.size) return false;
    const seen = Buffer.allocUnsafe(piece.length);
    return this.read(seen, at) === piece.length && seen.equals(piece);
  }

  /** Fills `piece` from `at` on; gives the number of bytes read. */
  read(piece: Uint8Array, at: number): number {
    let read = 0;
    while (read < piece.length) {
      const more = readSync(this.file, piece, read, piece.length - read, at + read);
      if (more === 0) break;
      read += more;
    }
    return read;
  }

  identity(): FileIdentity {
    return identityOf(this.file);
  }

  close(): void {
    if (this.open) closeSync(this.file);
    this.open = false;
  }
}

/** Opens a file in place; nothing where there is none. Throws as `openRegular` does. */
export function openExisting(path: string): Existing | undefined {
  try {
    return new Existing(openRegular(path));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
