import { createHash } from "node:crypto";
import { readRegular } from "../regularFile.ts";

/** A file (absolute), and what tells its content from any other; nothing where it can't be read. */
export type FileDigest = readonly [file: string, digest: string | undefined];

export function digestOf(file: string): FileDigest {
  try {
    return [file, createHash("sha256").update(readRegular(file)).digest("base64url")];
  } catch {
    return [file, undefined];
  }
}

/** Whether a file is as it was. */
export function isSame([file, digest]: FileDigest): boolean {
  return digest !== undefined && digestOf(file)[1] === digest;
}
