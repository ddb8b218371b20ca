import { closeSync, constants, fstatSync, openSync, readFileSync, statSync } from "node:fs";

/** What tells a file from every other, whatever its name. */
export interface FileIdentity {
  readonly device: bigint;
  readonly node: bigint;
}

/** Thrown where a folder, a FIFO or a device stands in a file's place. */
export class NotRegular extends Error {
  override readonly name = "NotRegular";
  constructor() {
    super("it is not a regular file");
  }
}

/**
 * Opens a regular file for reading; a FIFO in its place doesn't block.
 * Throws NotRegular, and what the file system throws.
 */
export function openRegular(path: string, flags = 0): number {
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | flags);
  if (fstatSync(file).isFile()) return file;
  closeSync(file);
  throw new NotRegular();
}

/** The same, where the path's last part may not be a link. */
export function openUnlinked(path: string): number {
  return openRegular(path, constants.O_NOFOLLOW);
}

/** A regular file's text. Throws as `openRegular` does. */
export function readRegular(path: string): string {
  const file = openRegular(path);
  try {
    return readFileSync(file, "utf8");
  } finally {
    closeSync(file);
  }
}

export function identityOf(file: number): FileIdentity {
  const { dev, ino } = fstatSync(file, { bigint: true });
  return { device: dev, node: ino };
}

/** The same, of whatever a path leads to; nothing where that is nothing, or can't be looked at. */
export function identityAt(path: string): FileIdentity | undefined {
  try {
    const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
    return stats && { device: stats.dev, node: stats.ino };
  } catch {
    return undefined;
  }
}
