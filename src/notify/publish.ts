import type { Hindrance } from "../problems/index.ts";
import { urlFrom } from "../url.ts";
import type { Answer } from "./persist.ts";
import { beginningOf, plainLine, type RequestLimits, request } from "./request.ts";
import { retryAfter } from "./retryAfter.ts";

const mostRedirects = 5;
const mostSaid = 1024;

/**
 * Tells a hub that a topic has changed. The Recommendation leaves open how (section 6); all public
 * hubs take a form with `hub.mode` and either `hub.url` or `hub.topic`, and pass over what they don't know.
 * A topic a form: of several, hubs written in PHP see the last one only, and Google's drops some silently.
 * @throws the signal's reason
 */
export async function publish(hub: string, topic: string, limits: RequestLimits): Promise<Answer> {
  let address = hub;
  for (let redirects = 0; ; redirects++) {
    const body = new URLSearchParams({ "hub.mode": "publish", "hub.url": topic, "hub.topic": topic });
    const init: RequestInit = { method: "POST", body, redirect: "manual" };
    const answer = await request(address, init, limits, (response) => read(response, address));
    if (!("kind" in answer)) {
      if (answer.state !== "redirected") return answer;
      if (redirects === mostRedirects)
        return { state: "refused", hindrance: { kind: "moved", status: answer.status, to: answer.to } };
      address = answer.to;
    } else return { state: "later", hindrance: answer };
  }
}

interface Redirected {
  readonly state: "redirected";
  readonly status: number;
  readonly to: string;
}

async function read(response: Response, from: string): Promise<Answer | Redirected> {
  const { status, headers } = response;
  if (status < 400) await response.body?.cancel();
  if (status < 300) return { state: "done" };
  if (status < 400) return moved(status, headers.get("location"), from);
  const wait = retryAfter(headers.get("retry-after"), Date.now());
  const mayPass = status >= 500 || status === 408 || status === 429;
  const seconds = mayPass && wait !== undefined ? Math.ceil(wait / 1000) : undefined;
  const hindrance: Hindrance = { kind: "refused", status, said: await saidIn(response), wait: seconds };
  return mayPass ? { state: "later", hindrance, wait } : { state: "refused", hindrance };
}

/** A hub sends publishers on with 307 and 308 (section 5.1.2); the other redirects would make a GET of it. */
function moved(status: number, location: string | null, from: string): Answer | Redirected {
  const url = location === null ? undefined : urlFrom(location, from);
  const to = url && /^https?:$/.test(url.protocol) ? url.href : undefined;
  if (to !== undefined && (status === 307 || status === 308)) return { state: "redirected", status, to };
  return { state: "refused", hindrance: { kind: "moved", status, to } };
}

/** Hubs should say in plain text what was wrong (section 5.1.2). */
async function saidIn(response: Response): Promise<string | undefined> {
  const isPlain = /^text\/plain\b/i.test(response.headers.get("content-type") ?? "");
  if (!isPlain) await response.body?.cancel();
  const text = isPlain ? await beginningOf(response, mostSaid).catch(() => "") : "";
  return plainLine(text.toString()) || undefined;
}
