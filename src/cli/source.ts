import { closeSync, constants, fstatSync, openSync, readFileSync, realpathSync } from "node:fs";
import { sep } from "node:path";

const largest = 4 * 1024 * 1024;

/**
 * A file's text for a code frame; nothing where it can't be had quickly. A FIFO would block.
 * @param content the content folder: what stands in it may have become a link since it was read, which isn't followed
 */
export function readSource(path: string, content?: string): string | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const stat = fstatSync(file);
    if (!stat.isFile() || stat.size > largest) return undefined;
    if (content !== undefined && isLinked(path, content)) return undefined;
    return readFileSync(file, "utf8").replace(/^\ufeff/, "");
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function isLinked(path: string, content: string): boolean {
  return (
    path.startsWith(content + sep) &&
    realpathSync(path) !== realpathSync(content) + path.slice(content.length)
  );
}
