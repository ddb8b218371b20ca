import { closeSync, fstatSync, openSync, readSync } from "node:fs";

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

  close(): void {
    if (this.open) closeSync(this.file);
    this.open = false;
  }
}

/** Opens a file in place; nothing where there is none. Throws what the file system throws. */
export function openExisting(path: string): Existing | undefined {
  const file = openIfThere(path);
  if (file === undefined) return undefined;
  const existing = new Existing(file);
  try {
    // A folder in the file's place lets itself be opened, but not read.
    existing.read(Buffer.allocUnsafe(1), 0);
    return existing;
  } catch (error) {
    existing.close();
    throw error;
  }
}

function openIfThere(path: string): number | undefined {
  try {
    return openSync(path, "r");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
