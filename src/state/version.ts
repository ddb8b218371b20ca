import { createHash, randomUUID } from "node:crypto";
import type { Files } from "../discover/index.ts";
import { isSettled } from "../fileState.ts";
import type { Heads } from "../index/index.ts";
import type { Instant } from "../model.ts";
import type { People } from "../parse/index.ts";

/**
 * Tells some articles, in their order and each in its version, from all others: by their files'
 * states. One that has a change still to come is another at every moment, and so is one whose file
 * changed just now.
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
    const [change, state] = [heads.changed(row) ?? now, files.state(row)];
    const moment = isSettled(state) ? (change > now ? now : 0) : randomUUID();
    hash.update(JSON.stringify([files.path(row), ...state, moment]));
  }
  return hash.digest("base64");
}
