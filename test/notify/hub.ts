import { createHmac, randomBytes } from "node:crypto";
import { formOf, type IncomingMessage, type ServerResponse, serve } from "./server.ts";

interface Subscription {
  readonly topic: string;
  readonly callback: string;
  readonly secret: string | null;
  readonly until: number;
}

const lease = 864_000;

/** A hub as the W3C's Recommendation of 2018 has it, for tests on one machine. */
export class Hub {
  /** The topics that publishers told it of, in their order. */
  readonly pings: string[] = [];
  private readonly subscriptions = new Map<string, Subscription>();
  private readonly pending = new Set<Promise<void>>();

  private constructor(readonly url: string) {}

  static async start(): Promise<Hub> {
    const url = await serve((request, response) => void hub.take(request, response));
    const hub = new Hub(url);
    return hub;
  }

  /** Until it has verified and delivered all that it was asked for. */
  async settled(): Promise<void> {
    while (this.pending.size > 0) await Promise.all(this.pending);
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = await formOf(request);
    const action = isForm(request) ? this.actionFor(form) : undefined;
    const status = action === undefined ? 400 : 202;
    response
      .writeHead(status, { "content-type": "text/plain" })
      .end(action === undefined ? "no such mode" : "");
    if (action !== undefined) this.later(action);
  }

  private later(action: () => Promise<void>): void {
    const work = action().finally(() => this.pending.delete(work));
    this.pending.add(work);
  }

  private actionFor(form: URLSearchParams): (() => Promise<void>) | undefined {
    const mode = form.get("hub.mode");
    const topic = form.get("hub.topic") ?? form.get("hub.url");
    const callback = form.get("hub.callback");
    if (topic === null) return undefined;
    if (mode === "publish") return () => this.distribute(topic);
    if (callback === null || (mode !== "subscribe" && mode !== "unsubscribe")) return undefined;
    const secret = form.get("hub.secret");
    return () => this.verify(mode, { topic, callback, secret, until: Date.now() + lease * 1000 });
  }

  /** Section 5.3: asks the subscriber whether it meant it. */
  private async verify(mode: "subscribe" | "unsubscribe", wanted: Subscription): Promise<void> {
    const challenge = randomBytes(16).toString("hex");
    const url = new URL(wanted.callback);
    url.searchParams.append("hub.mode", mode);
    url.searchParams.append("hub.topic", wanted.topic);
    url.searchParams.append("hub.challenge", challenge);
    url.searchParams.append("hub.lease_seconds", String(lease));
    const answer = await fetch(url, { redirect: "manual" });
    if (!answer.ok || (await answer.text()) !== challenge) return;
    const key = `${wanted.topic} ${wanted.callback}`;
    if (mode === "subscribe") this.subscriptions.set(key, wanted);
    else this.subscriptions.delete(key);
  }

  /** Section 7: fetches the topic, and gives each of its subscribers what is there now. */
  private async distribute(topic: string): Promise<void> {
    this.pings.push(topic);
    const answer = await fetch(topic);
    if (!answer.ok) return;
    const body = Buffer.from(await answer.arrayBuffer());
    const type = answer.headers.get("content-type") ?? "application/octet-stream";
    const link = `<${this.url}>; rel="hub", <${topic}>; rel="self"`;
    for (const { topic: wanted, callback, secret, until } of this.subscriptions.values()) {
      if (wanted !== topic || until < Date.now()) continue;
      const headers = new Headers({ "content-type": type, link });
      if (secret !== null) {
        const signature = createHmac("sha256", secret).update(body).digest("hex");
        headers.set("x-hub-signature", `sha256=${signature}`);
      }
      await fetch(callback, { method: "POST", body, headers, redirect: "manual" });
    }
  }
}

function isForm({ method, headers }: IncomingMessage): boolean {
  return method === "POST" && /^application\/x-www-form-urlencoded\b/.test(headers["content-type"] ?? "");
}
