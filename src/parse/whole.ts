import { isUtf8 } from "node:buffer";
import { closeSync, fstatSync, readSync } from "node:fs";
import type { Limits } from "../config/index.ts";
import { type FileState, isKnown, sameState, stateOf } from "../fileState.ts";
import { type ProblemCode, ProblemError, problem } from "../problems/index.ts";
import { headingIn } from "./body.ts";
import { cutHead, type Head } from "./fence.ts";
import { openRegular, unreadable } from "./head.ts";

/** A file that was read to its end. */
interface Whole {
  readonly content: Buffer;
  readonly head: Head;
  readonly body: string;
  /** The body's first line, where it is a heading. */
  readonly heading: () => string | undefined;
}

/**
 * Reads a file's head and body.
 * @throws ProblemError as `readContent` does, and what `cutHead` throws
 */
export function readWhole(absolutePath: string, path: string, state: FileState, limits: Limits): Whole {
  const content = readContent(absolutePath, path, state, limits);
  const head = cutHead(content, true, path);
  if (head === undefined) return refuse("file-changed", path);
  const body = content.subarray(head.bodyOffset);
  return { content, head, body: textOf(body, path, limits), heading: () => headingIn(body) };
}

/**
 * Reads a file's bytes.
 * @param state what the file has to be like when it was read
 * @throws ProblemError file-unreadable, file-changed, body-too-large
 */
export function readContent(absolutePath: string, path: string, state: FileState, limits: Limits): Buffer {
  const [size] = state;
  if (!isKnown(state)) refuse("file-changed", path);
  const file = openRegular(absolutePath, path);
  try {
    if (size > limits.head + limits.body) refuse("body-too-large", path, limits.body);
    const bytes = Buffer.allocUnsafe(size);
    const read = bytes.subarray(0, readAll(file, bytes, path));
    // After reading, so that a change meanwhile counts too: a draft's body is not to stand under this head.
    if (!sameState(stateOf(fstatSync(file)), state)) refuse("file-changed", path);
    return read;
  } finally {
    closeSync(file);
  }
}

function readAll(file: number, bytes: Buffer, path: string): number {
  try {
    return readSync(file, bytes, 0, bytes.length, 0);
  } catch (error) {
    return unreadable(error, path);
  }
}

function textOf(bytes: Buffer, path: string, limits: Limits): string {
  if (bytes.length > limits.body) refuse("body-too-large", path, limits.body);
  if (!isUtf8(bytes)) refuse("not-utf8", path);
  return bytes.toString("utf8");
}

function refuse(
  code: Extract<ProblemCode, "body-too-large" | "file-changed" | "not-utf8">,
  file: string,
  limit = 0,
): never {
  throw new ProblemError(problem(code, { limit }, { file }));
}
