import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { type FileState, stateOf } from "../fileState.ts";
import { ProblemError, problem } from "../problems/index.ts";
import { cutHead, type Head } from "./fence.ts";

const firstRead = 4096;
export const largestHead = 256 * 1024;
const buffer = Buffer.allocUnsafe(largestHead);
/** A path that became a link or a FIFO since the walk must neither lead out nor block. */
const openFlags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/**
 * Reads a file as far as its front matter goes: into one buffer that all files share, 4 kB at
 * first, and at most 256 kB.
 * @param path what problems call the file
 * @throws ProblemError file-unreadable, head-too-large, and what `cutHead` throws
 */
export function readHead(absolutePath: string, path: string): { head: Head; state: FileState } {
  const file = readable(path, () => openSync(absolutePath, openFlags));
  try {
    const state = stateOf(fstatSync(file));
    let end = 0;
    for (let size = firstRead; ; size *= 4) {
      end = readable(path, () => fill(file, end, size));
      const head = cutHead(buffer.subarray(0, end), end < size, path);
      if (head !== undefined) return { head, state };
      if (size === largestHead)
        throw new ProblemError(problem("head-too-large", { limit: largestHead }, { file: path }));
    }
  } finally {
    closeSync(file);
  }
}

/**
 * Opens a regular file for reading, following no link.
 * @throws ProblemError file-unreadable
 */
export function openRegular(absolutePath: string, path: string): number {
  return readable(path, () => {
    const file = openSync(absolutePath, openFlags);
    if (fstatSync(file).isFile()) return file;
    closeSync(file);
    throw new Error("not a regular file");
  });
}

/** A folder or a FIFO that took a file's place can be opened, but not read at an offset: no need to ask. */
function fill(file: number, from: number, to: number): number {
  let end = from;
  while (end < to) {
    const read = readSync(file, buffer, end, to - end, end);
    if (read === 0) break;
    end += read;
  }
  return end;
}

function readable<Result>(path: string, action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    throw new ProblemError(problem("file-unreadable", { error }, { file: path }));
  }
}
