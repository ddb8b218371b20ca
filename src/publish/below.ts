import { type Dirent, readdirSync } from "node:fs";
import { join } from "node:path";

/**
 * All that is in a folder and in those below it, each folder before what is in it. A link is told, never followed: Node's
 * own `recursive` leads out through links, in some versions.
 */
export function* entriesBelow(folder: string): Generator<Dirent> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    yield entry;
    if (entry.isDirectory()) yield* entriesBelow(join(folder, entry.name));
  }
}
