import type { Hindrance } from "../problems/index.ts";

/** What limits a request. */
export interface RequestLimits {
  /** Milliseconds, from the first byte sent to the last one read. */
  readonly time: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Sends a request and looks at its answer, both within a time limit; what it takes longer is cut off.
 * @returns what `look` found, or why there was no answer
 * @throws the signal's reason
 */
export async function request<Result>(
  address: string,
  init: RequestInit,
  { time, signal }: RequestLimits,
  look: (response: Response) => Promise<Result>,
): Promise<Result | Hindrance> {
  signal?.throwIfAborted();
  const controller = new AbortController();
  const stop = () => controller.abort();
  const timer = setTimeout(stop, time);
  signal?.addEventListener("abort", stop);
  try {
    const headers = { "user-agent": "feedwright" };
    return await look(await fetch(address, { ...init, headers, signal: controller.signal }));
  } catch (error) {
    signal?.throwIfAborted();
    if (controller.signal.aborted) return { kind: "silent", seconds: time / 1000 };
    return { kind: "unreachable", reason: causeOf(error) };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", stop);
  }
}

/** `fetch` says only that it failed; its cause has a code, or at least words. */
function causeOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return "unknown";
  return plainLine("code" in cause && typeof cause.code === "string" ? cause.code : cause.message);
}

const longestLine = 120;

/** Text of the other side as one short line, without anything that could steer a terminal. */
export function plainLine(text: string): string {
  return text
    .replace(/[\p{C}\p{Z}]+/gu, " ")
    .trim()
    .slice(0, longestLine);
}

/** The beginning of an answer's body; the rest is not waited for. */
export async function beginningOf({ body }: Response, bytes: number): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of body ?? []) {
    pieces.push(piece);
    length += piece.byteLength;
    // Leaving the loop cancels the rest.
    if (length >= bytes) break;
  }
  return Buffer.concat(pieces).subarray(0, bytes);
}
