import { createHash } from "node:crypto";
import { type Hindrance, type Problem, problem } from "../problems/index.ts";
import type { Feed } from "./feeds.ts";
import type { Pace } from "./pace.ts";
import { type Answer, persistently } from "./persist.ts";
import { beginningOf, request } from "./request.ts";

/**
 * Waits until a feed's own address serves the bytes that stand in the output folder.
 * @param deadline on `performance`'s clock
 * @returns why it doesn't; nothing where it does
 * @throws the signal's reason
 */
export async function notLive(
  feed: Feed,
  pace: Pace,
  deadline: number,
  signal: AbortSignal | undefined,
): Promise<Problem | undefined> {
  const limits = { time: pace.answer, signal };
  const ask = async (): Promise<Answer> => {
    const hindrance = await request(feed.topic, {}, limits, (response) => hindranceIn(response, feed));
    return hindrance === undefined ? { state: "done" } : { state: "later", hindrance };
  };
  // A deployment takes the time that it takes.
  const patient = { ...pace, tries: Number.POSITIVE_INFINITY };
  const answer = await persistently(ask, patient, deadline, signal);
  if (answer.state === "done") return undefined;
  return problem("feed-not-live", { address: feed.topic, hindrance: answer.hindrance });
}

/** A byte more than the feed has is enough to see that it is another one. */
async function hindranceIn(response: Response, { bytes, digest }: Feed): Promise<Hindrance | undefined> {
  const body = await beginningOf(response, bytes + 1);
  if (!response.ok) return { kind: "refused", status: response.status };
  const isSame = createHash("sha256").update(body).digest("base64") === digest;
  return isSame ? undefined : { kind: "stale" };
}
