/**
 * The lock room: a folder of state and work on it come in; the work is done while no other process works
 * on the same folder.
 *
 * What can go wrong: another build is at work (`build-running`), and isn't waited for. Where no lock can be made,
 * as in a folder that is only read, the work is done without.
 */
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { ProblemError, problem } from "../problems/index.ts";
import { makeOwnFolder } from "../sealed/ownFolder.ts";
import { type Held, type Taken, take } from "./lock.ts";

/** How a lock is asked for. */
export interface Locking {
  /** Waits until whoever has it is done. */
  readonly wait: boolean;
  /** Told each time that somebody else has it still. */
  readonly waiting?: (() => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

const askAgain = 100;
const showLife = 10_000;

/**
 * Works alone.
 * @param folder the state's; it is made where it isn't there
 * @param work is told the marks of staging files that others left who died of theirs
 * @throws ProblemError build-running; and the signal's reason
 */
export async function alone<Result>(
  folder: string,
  locking: Locking,
  work: (left: readonly string[]) => Promise<Result>,
): Promise<Result> {
  const held = await lockIn(folder, locking);
  const life = setInterval(() => held?.touch(), showLife).unref();
  try {
    return await work(held?.left ?? []);
  } finally {
    clearInterval(life);
    held?.release();
  }
}

/** Nothing where no lock can be made: what that folder is for will say so. */
async function lockIn(folder: string, { wait, waiting, signal }: Locking): Promise<Held | undefined> {
  const path = join(folder, "lock");
  for (;;) {
    const lock = lockOrNone(folder, path);
    if (lock === undefined || "release" in lock) return lock;
    if (!wait) throw new ProblemError(problem("build-running", lock, { file: path }));
    waiting?.();
    await setTimeout(askAgain, undefined, { signal }).catch(() => signal?.throwIfAborted());
  }
}

function lockOrNone(folder: string, path: string): Held | Taken | undefined {
  try {
    makeOwnFolder(folder);
    return take(path);
  } catch {
    return undefined;
  }
}
