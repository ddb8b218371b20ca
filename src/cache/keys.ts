import { createHash } from "node:crypto";
import { type FileState, isSettled } from "../fileState.ts";
import type { Instant } from "../model.ts";

/**
 * What an article is found by whatever its file's times say.
 * @param path below the content folder: addresses follow from it
 * @param moment of the build, where the article has a change that is still to come
 */
export function contentKey(path: string, content: Uint8Array, moment: Instant | undefined): string {
  return createHash("sha256")
    .update(JSON.stringify([path, moment]))
    .update(content)
    .digest("base64");
}

/** What tells a file from all others, and from itself after a change. */
interface KnownFile {
  readonly path: string;
  readonly state: FileState;
  readonly moment: Instant | undefined;
}

/** What an article is found by without opening it; nothing where its file changed just now. */
export function stateKey({ path, state, moment }: KnownFile): string | undefined {
  return isSettled(state) ? JSON.stringify([path, ...state, moment]) : undefined;
}
