import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";

const largest = 4 * 1024 * 1024;

/** A file's text for a code frame; nothing where it can't be had quickly. A FIFO would block. */
export function readSource(path: string): string | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const stat = fstatSync(file);
    if (!stat.isFile() || stat.size > largest) return undefined;
    return readFileSync(file, "utf8").replace(/^\ufeff/, "");
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
