import { setImmediate } from "node:timers/promises";

const betweenPauses = 50;

/** Takes steps, and a breath now and then: else no signal would be heard before the end. */
export async function interruptible(steps: Iterable<void>, signal: AbortSignal | undefined): Promise<void> {
  let paused = performance.now();
  for (const _ of steps) {
    if (signal === undefined || performance.now() - paused < betweenPauses) continue;
    await setImmediate();
    signal.throwIfAborted();
    paused = performance.now();
  }
}
