import { randomUUID } from "node:crypto";
import type { Files } from "../discover/index.ts";
import { isSettled } from "../fileState.ts";
import type { Instant } from "../model.ts";
import { type Sections, writeSealed } from "../sealed/seal.ts";
import type { Heads } from "./heads.ts";

/**
 * Keeps what was read for the next build.
 * @param readAt when the first head was read
 * @returns the index's id
 * Throws what the file system throws.
 */
export function writeIndex(
  path: string,
  context: string,
  files: Files,
  heads: Heads,
  readAt: Instant,
): string {
  const id = randomUUID();
  const { instants, names, flags } = heads.columns;
  writeSealed(path, context, {
    id: Buffer.from(id),
    listing: Buffer.from(files.listing()),
    states: bytes(settled(files.states, readAt)),
    instants: bytes(instants),
    names: bytes(names),
    flags,
    notes: Buffer.from(JSON.stringify([...heads.notes])),
    ...traitSections(heads),
  });
  return id;
}

function traitSections({ traits }: Heads): Sections {
  if (traits === undefined) return {};
  const { rows, texts } = traits.columns();
  return { traits: bytes(rows), traitTexts: Buffer.from(JSON.stringify(texts)) };
}

/** States that will be the same only if the file is; the others equal nothing. */
function settled(states: Float64Array, readAt: Instant): Float64Array {
  const kept = states.slice();
  for (let at = 0; at < kept.length; at += 4) {
    const [size = 0, modified = 0, changed = 0, node = 0] = kept.subarray(at, at + 4);
    if (!isSettled([size, modified, changed, node], readAt)) kept[at] = Number.NaN;
  }
  return kept;
}

function bytes({ buffer, byteOffset, byteLength }: Float64Array | Uint32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
