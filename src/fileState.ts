import { type Stats, statSync } from "node:fs";

/**
 * What the file system says of a file: its size in bytes, when it was last modified and changed (ms,
 * with their fractions), and its node. It differs after any change: the time of change can't be set.
 */
export type FileState = readonly [size: number, modified: number, changed: number, node: number];

export function stateOf({ size, mtimeMs, ctimeMs, ino }: Stats): FileState {
  return [size, mtimeMs, ctimeMs, ino];
}

export function sameState(a: FileState | undefined, b: FileState | undefined): boolean {
  return a !== undefined && b !== undefined && a.every((each, index) => each === b[index]);
}

/** Whether a state is one: not that of a file that couldn't be looked at. */
export function isKnown([size]: FileState): boolean {
  return !Number.isNaN(size);
}

/** The state of the file that a path leads to; nothing where none can be looked at. */
export function stateAt(path: string): FileState | undefined {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats && stateOf(stats);
  } catch {
    return undefined;
  }
}
