import { setTimeout } from "node:timers/promises";
import type { Hindrance } from "../problems/index.ts";
import type { Pace } from "./pace.ts";

/** What came of asking: done; not, and asking again is no use; or not now. */
export type Answer =
  | { readonly state: "done" }
  | { readonly state: "refused"; readonly hindrance: Hindrance }
  | { readonly state: "later"; readonly hindrance: Hindrance; readonly wait?: number | undefined };

/**
 * Asks until the answer is final, with growing waits between. Where the other side says how long to
 * wait, that is kept, or given up at once where it is too long.
 * @param deadline on `performance`'s clock
 * @throws the signal's reason
 */
export async function persistently(
  ask: () => Promise<Answer>,
  pace: Pace,
  deadline: number,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  for (let tries = 1; ; tries++) {
    const answer = await ask();
    if (answer.state !== "later" || tries >= pace.tries) return answer;
    const wait = Math.max(answer.wait ?? 0, pause(tries, pace));
    if (performance.now() + wait > deadline) return answer;
    await setTimeout(wait, undefined, { signal }).catch(() => signal?.throwIfAborted());
  }
}

/** Different for everyone, as a hub that comes back is asked by all at once. */
function pause(tries: number, { wait }: Pace): number {
  return wait * 2 ** (tries - 1) * (0.5 + Math.random());
}
