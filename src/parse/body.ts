import { closeSync, readSync } from "node:fs";
import { openRegular } from "./head.ts";

/** In bytes; a line that is longer is no title. */
const searched = 1024;

/** The text of a body's first line that isn't blank, where that is a level-one heading. */
export function headingIn(body: Buffer): string | undefined {
  return /^\s*# +(\S[^\n]*?)(?: +#+)?\s*(?:\n|$)/.exec(body.toString("utf8", 0, searched))?.[1];
}

/** The same, of a body in a file. */
export function readHeading(absolutePath: string, bodyOffset: number): string | undefined {
  const file = openRegular(absolutePath, absolutePath);
  try {
    const bytes = Buffer.allocUnsafe(searched);
    return headingIn(bytes.subarray(0, readSync(file, bytes, 0, searched, bodyOffset)));
  } finally {
    closeSync(file);
  }
}
