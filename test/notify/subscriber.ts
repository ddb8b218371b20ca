import { createHmac, timingSafeEqual } from "node:crypto";
import { bodyOf, type IncomingMessage, type ServerResponse, serve } from "./server.ts";

/** What a hub delivered. */
export interface Delivery {
  readonly link: string;
  readonly type: string;
  readonly body: string;
  readonly isSigned: boolean;
}

/** One that wants to know when topics change (sections 4, 5 and 7 of the Recommendation). */
export class Subscriber {
  readonly deliveries: Delivery[] = [];
  private readonly wanted = new Set<string>();
  private readonly secret = "a secret of this subscriber";

  private constructor(private readonly callback: string) {}

  static async start(): Promise<Subscriber> {
    const url = await serve((request, response) => void subscriber.take(request, response));
    const subscriber = new Subscriber(`${url}callback?of=test`);
    return subscriber;
  }

  async subscribe(hub: string, topic: string): Promise<number> {
    this.wanted.add(topic);
    const fields = { "hub.callback": this.callback, "hub.mode": "subscribe", "hub.topic": topic };
    const body = new URLSearchParams({ ...fields, "hub.secret": this.secret });
    return (await fetch(hub, { method: "POST", body })).status;
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === "POST") return await this.receive(request, response);
    const { searchParams: asked } = new URL(request.url ?? "", this.callback);
    const meant = asked.get("of") === "test" && this.wanted.has(asked.get("hub.topic") ?? "");
    response
      .writeHead(meant ? 200 : 404, { "content-type": "text/plain" })
      .end(meant ? asked.get("hub.challenge") : "");
  }

  private async receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    const { link = "", "content-type": type = "", "x-hub-signature": signature = "" } = request.headers;
    const own = Buffer.from(`sha256=${createHmac("sha256", this.secret).update(body).digest("hex")}`);
    const seen = Buffer.from(String(signature));
    const isSigned = own.length === seen.length && timingSafeEqual(own, seen);
    this.deliveries.push({ link: String(link), type, body: body.toString(), isSigned });
    response.writeHead(204).end();
  }
}
