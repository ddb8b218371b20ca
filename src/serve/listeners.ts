import type { Exchange } from "./respond.ts";

/** An open page, as it says of itself. */
export interface Listener {
  /** Its address, from `/` on. */
  readonly page: string;
  /** Tells what it shows from all else that was or will be at that address. */
  readonly version: string;
}

/** More than anybody has windows open. */
const most = 100;
/** What stands between may close what says nothing. */
const showLife = 20_000;

/** Open pages that are told when they have become others (Server-Sent Events). */
export class Listeners {
  readonly #open = new Map<Exchange["response"], Listener>();
  readonly #timer = setInterval(() => this.#showLife(), showLife).unref();

  /** @param versionOf the version that is at an address now; nothing where no page is */
  constructor(private readonly versionOf: (page: string) => Promise<string | undefined>) {}

  /** @returns whether there is room for one more */
  add({ request, response }: Exchange, listener: Listener): boolean {
    if (this.#open.size >= most) return false;
    response.writeHead(200, {
      "Content-Type": "text/event-stream",
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    });
    // After a restart it is asked again soon.
    response.write("retry: 500\n\n");
    this.#open.set(response, listener);
    request.on("close", () => this.#open.delete(response));
    void this.#tell(response, listener);
    return true;
  }

  /** Tells those whose pages have changed. */
  async tell(): Promise<void> {
    await Promise.all([...this.#open].map(([response, listener]) => this.#tell(response, listener)));
  }

  close(): void {
    clearInterval(this.#timer);
    for (const response of this.#open.keys()) response.end();
  }

  /** A page that can't be made any more is another one, too. */
  async #tell(response: Exchange["response"], { page, version }: Listener): Promise<void> {
    const now = await this.versionOf(page).catch(() => undefined);
    if (now !== version) response.write("event: change\ndata:\n\n");
  }

  #showLife(): void {
    for (const response of this.#open.keys()) response.write(":\n\n");
  }
}
