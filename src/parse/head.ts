import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { type FileState, sameState, stateOf } from "../fileState.ts";
import { ProblemError, problem } from "../problems/index.ts";
import { cutHead, type Head } from "./fence.ts";

const firstRead = 4096;
/** Grows with the configured limit. */
let buffer = Buffer.allocUnsafe(256 * 1024);
/** A path that became a link or a FIFO since the walk must neither lead out nor block. */
const openFlags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/**
 * Reads a file as far as its front matter goes: into one buffer that all files share, 4 kB at
 * first, and at most as many as the limit says.
 * @param path what problems call the file
 * @param largest in bytes
 * @param known the file's state, where it was looked at already: another file's head, if its folder became a link, isn't read
 * @throws ProblemError file-unreadable, file-changed, head-too-large, and what `cutHead` throws
 */
export function readHead(
  absolutePath: string,
  path: string,
  largest: number,
  known?: FileState,
): { head: Head; state: FileState } {
  const file = opened(absolutePath, path);
  try {
    const state = stateOf(fstatSync(file));
    if (known && !sameState(state, known))
      throw new ProblemError(problem("file-changed", {}, { file: path }));
    return { head: headOf(file, path, largest), state };
  } finally {
    closeSync(file);
  }
}

function headOf(file: number, path: string, largest: number): Head {
  if (buffer.length < largest) buffer = Buffer.allocUnsafe(largest);
  let end = 0;
  for (let size = Math.min(firstRead, largest); ; size = Math.min(4 * size, largest)) {
    end = fill(file, path, end, size);
    const head = cutHead(buffer.subarray(0, end), end < size, path);
    if (head !== undefined) return head;
    if (size === largest)
      throw new ProblemError(problem("head-too-large", { limit: largest }, { file: path }));
  }
}

/**
 * Opens a regular file for reading, following no link.
 * @throws ProblemError file-unreadable
 */
export function openRegular(absolutePath: string, path: string): number {
  const file = opened(absolutePath, path);
  if (fstatSync(file).isFile()) return file;
  closeSync(file);
  return unreadable(new Error("not a regular file"), path);
}

function opened(absolutePath: string, path: string): number {
  try {
    return openSync(absolutePath, openFlags);
  } catch (error) {
    return unreadable(error, path);
  }
}

/** A folder or a FIFO that took a file's place can be opened, but not read at an offset: no need to ask. */
function fill(file: number, path: string, from: number, to: number): number {
  try {
    let end = from;
    while (end < to) {
      const read = readSync(file, buffer, end, to - end, end);
      if (read === 0) break;
      end += read;
    }
    return end;
  } catch (error) {
    return unreadable(error, path);
  }
}

/** @throws ProblemError file-unreadable */
export function unreadable(error: unknown, path: string): never {
  throw new ProblemError(problem("file-unreadable", { error }, { file: path }));
}
