import { type Hindrance, problem, type Report } from "../problems/index.ts";
import type { Feed } from "./feeds.ts";
import { noteTaken, noticesPath } from "./notices.ts";
import type { Pace } from "./pace.ts";
import { persistently } from "./persist.ts";
import { publish } from "./publish.ts";

/** How hubs are told. */
export interface Telling {
  /** All feeds that there are, whether a hub has to be told of them or not. */
  readonly feeds: readonly Feed[];
  readonly root: string;
  readonly pace: Pace;
  readonly signal?: AbortSignal | undefined;
  readonly report: Report;
}

/**
 * Tells a hub of feeds, one after the other, and notes what it took, even where it is stopped. One that
 * can't be reached or is overloaded for one feed is spared the others.
 * @returns the feeds that it took
 * @throws the signal's reason
 */
export async function tell(hub: string, owed: readonly Feed[], telling: Telling): Promise<readonly Feed[]> {
  const taken: Feed[] = [];
  try {
    const hindrance = await tellEach(hub, owed, taken, telling);
    const feeds = owed.length - taken.length;
    if (hindrance !== undefined) telling.report(problem("hub-owed", { hub, feeds, hindrance }));
  } finally {
    if (taken.length > 0) note(hub, taken, telling);
  }
  return taken;
}

/** Gives what stood in the way of the last feed that wasn't taken. */
async function tellEach(
  hub: string,
  owed: readonly Feed[],
  taken: Feed[],
  { pace, signal }: Telling,
): Promise<Hindrance | undefined> {
  const deadline = performance.now() + pace.total;
  let hindrance: Hindrance | undefined;
  for (const feed of owed) {
    if (performance.now() > deadline) return { kind: "late", seconds: pace.total / 1000 };
    const ask = () => publish(hub, feed.topic, { time: pace.answer, signal });
    const answer = await persistently(ask, pace, deadline, signal);
    if (answer.state === "done") taken.push(feed);
    else hindrance = answer.hindrance;
    if (answer.state === "later") break;
  }
  return hindrance;
}

function note(hub: string, taken: readonly Feed[], { feeds, root, report }: Telling): void {
  try {
    noteTaken(hub, taken, feeds, root);
  } catch (error) {
    report(problem("notices-unwritable", { error }, { file: noticesPath(root) }));
  }
}
