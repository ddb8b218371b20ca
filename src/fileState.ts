import { realpathSync, type Stats, statSync } from "node:fs";

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

/** A time stamp this near to the present may hide a later change: some disks count in seconds. */
const restless = 2000;

/** Whether a file that is looked at will look otherwise after any later change. */
export function isSettled([, modified, changed]: FileState, at = Date.now()): boolean {
  return modified < at - restless && changed < at - restless;
}

/** Where a path leads, symbolic links resolved; nothing where that can't be said. */
export function realPathOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
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
