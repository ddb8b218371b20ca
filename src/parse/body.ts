import { isUtf8 } from "node:buffer";
import { closeSync, fstatSync, readSync } from "node:fs";
import type { Article } from "../model.ts";
import { ProblemError, problem } from "../problems/index.ts";
import { openRegular, stateOf } from "./head.ts";

/** Four long novels; above it, some texts that harm nobody would not be rendered in time. */
const largest = 2 * 1024 * 1024;

/**
 * Reads the Markdown behind an article's front matter.
 * @throws ProblemError file-unreadable, file-changed, body-too-large, not-utf8
 */
export function readBody({ file: path, source, bodyOffset }: Article): string {
  const file = openRegular(source.absolutePath, path);
  try {
    const length = fstatSync(file).size - bodyOffset;
    if (length > largest)
      throw new ProblemError(problem("body-too-large", { limit: largest }, { file: path }));
    const bytes = Buffer.allocUnsafe(Math.max(length, 0));
    const body = bytes.subarray(0, readSync(file, bytes, 0, bytes.length, bodyOffset));
    // After reading, so that a change meanwhile counts too: a draft's body is not to stand under this head.
    if (stateOf(file) !== source.state) throw new ProblemError(problem("file-changed", {}, { file: path }));
    if (!isUtf8(body)) throw new ProblemError(problem("not-utf8", {}, { file: path }));
    return body.toString("utf8");
  } finally {
    closeSync(file);
  }
}

/** The text of a body's first line that isn't blank, where that is a level-one heading. */
export function readHeading(absolutePath: string, bodyOffset: number): string | undefined {
  const file = openRegular(absolutePath, absolutePath);
  try {
    const bytes = Buffer.allocUnsafe(1024);
    const start = bytes.toString("utf8", 0, readSync(file, bytes, 0, bytes.length, bodyOffset));
    return /^\s*# +(\S[^\n]*?)(?: +#+)?\s*(?:\n|$)/.exec(start)?.[1];
  } finally {
    closeSync(file);
  }
}
