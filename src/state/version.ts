import { createHash } from "node:crypto";
import type { Files } from "../discover/index.ts";
import type { Heads } from "../index/index.ts";
import type { Instant } from "../model.ts";
import type { People } from "../parse/index.ts";

/**
 * Tells some articles, in their order and each in its version, from all others: by their files'
 * states. One that has a change still to come is another at every moment.
 */
export function versionOf(
  rows: readonly number[],
  files: Files,
  heads: Heads,
  now: Instant,
  people: People,
): string {
  const hash = createHash("sha256").update(JSON.stringify([...people]));
  for (const row of rows) {
    const change = heads.changed(row) ?? now;
    hash.update(JSON.stringify([files.path(row), ...files.state(row), change > now ? now : 0]));
  }
  return hash.digest("base64");
}
