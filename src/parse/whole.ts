import { isUtf8 } from "node:buffer";
import { closeSync, fstatSync, readSync } from "node:fs";
import { type FileState, isKnown, sameState, stateOf } from "../fileState.ts";
import { type ProblemCode, ProblemError, problem } from "../problems/index.ts";
import { headingIn } from "./body.ts";
import { cutHead, type Head } from "./fence.ts";
import { largestHead, openRegular } from "./head.ts";

/** Four long novels; above it, some texts that harm nobody would not be rendered in time. */
const largestBody = 2 * 1024 * 1024;

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
export function readWhole(absolutePath: string, path: string, state: FileState): Whole {
  const content = readContent(absolutePath, path, state);
  const head = cutHead(content, true, path);
  if (head === undefined) return refuse("file-changed", path);
  const body = content.subarray(head.bodyOffset);
  return { content, head, body: textOf(body, path), heading: () => headingIn(body) };
}

/**
 * Reads a file's bytes.
 * @param state what the file has to be like when it was read
 * @throws ProblemError file-unreadable, file-changed, body-too-large
 */
export function readContent(absolutePath: string, path: string, state: FileState): Buffer {
  const [size] = state;
  if (!isKnown(state)) refuse("file-changed", path);
  const file = openRegular(absolutePath, path);
  try {
    if (size > largestHead + largestBody) refuse("body-too-large", path);
    const bytes = Buffer.allocUnsafe(size);
    const read = bytes.subarray(0, readSync(file, bytes, 0, size, 0));
    // After reading, so that a change meanwhile counts too: a draft's body is not to stand under this head.
    if (!sameState(stateOf(fstatSync(file)), state)) refuse("file-changed", path);
    return read;
  } finally {
    closeSync(file);
  }
}

function textOf(bytes: Buffer, path: string): string {
  if (bytes.length > largestBody) refuse("body-too-large", path);
  if (!isUtf8(bytes)) refuse("not-utf8", path);
  return bytes.toString("utf8");
}

function refuse(
  code: Extract<ProblemCode, "body-too-large" | "file-changed" | "not-utf8">,
  file: string,
): never {
  throw new ProblemError(problem(code, { limit: largestBody }, { file }));
}
