/**
 * The serve room: rounds of builds come in, a preview of what they wrote goes out over HTTP: the output folder's files
 * as a server would send them, and below `/_feedwright/` pages that show the feeds as readers do.
 *
 * What can go wrong: nothing can be listened at (a `ProblemError`). Whoever asks, and whatever for, gets nothing but
 * what lies in the output folder and the preview's pages; articles run nothing in them.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Round } from "../watch/index.ts";
import { serveFile } from "./files.ts";
import { type Path, pathIn, refusalOfHost } from "./guard.ts";
import { previewLink, reserved } from "./links.ts";
import { type Address, listen } from "./listen.ts";
import { Listeners } from "./listeners.ts";
import { Origins } from "./origins.ts";
import { PreviewPages, versionHeader } from "./pages.ts";
import { type Exchange, refuse, type Sent, send } from "./respond.ts";
import { Site } from "./site.ts";
import type { Placing, View } from "./views/view.ts";

export { previewLink } from "./links.ts";
export type { Address } from "./listen.ts";
export type { Placing } from "./views/view.ts";

/** What is shown at the moment. */
type Shown = Pick<View, "site" | "origins">;

/** Pages that are kept until the next round: an open page asks whether it is another, and then is loaded. */
const mostKept = 32;
const methods = "GET, HEAD, OPTIONS";

/** A preview that is being served. */
export class Preview {
  readonly #server: Server;
  readonly #listeners = new Listeners((page) => this.#versionOf(page));
  readonly #pages = new PreviewPages();
  readonly #kept = new Map<string, Sent>();
  #begin: ((shown: Shown) => void) | undefined;
  /** Nothing is answered before there is something to show. */
  #shown = new Promise<Shown>((begin) => {
    this.#begin = begin;
  });
  #last: Site | undefined;

  /** @param placing shows where problems stand */
  constructor(
    private readonly address: Address,
    private readonly placing: Placing,
  ) {
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  /**
   * Begins to listen.
   * @returns the port: the next one that is free, where the given one is taken
   * @throws ProblemError serve-unavailable
   */
  async listen(): Promise<number> {
    return await listen(this.#server, this.address);
  }

  /** Shows what a round came to, and tells all pages that are open. */
  async show(round: Round): Promise<void> {
    const site = new Site(round, this.#last);
    const shown = { site, origins: await Origins.of(site) };
    this.#last = site;
    this.#kept.clear();
    this.#begin?.(shown);
    this.#shown = Promise.resolve(shown);
    await this.#listeners.tell();
  }

  async close(): Promise<void> {
    this.#listeners.close();
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const exchange = { request, response };
    try {
      await this.#route(exchange);
    } catch {
      // What was asked for went away meanwhile, or the page can't be made: no server ends for that.
      if (response.headersSent) response.destroy();
      else await refuse(exchange, 500, "This can't be shown.");
    }
  }

  async #route(exchange: Exchange): Promise<void> {
    const { request } = exchange;
    const refusal = refusalOfHost(request.headers.host, this.address.host);
    if (refusal) return await refuse(exchange, refusal.status, refusal.why);
    if (request.method === "OPTIONS") return options(exchange);
    if (request.method !== "GET" && request.method !== "HEAD")
      return await refuse(exchange, 405, "Nothing can be changed here.", { Allow: methods });
    const path = pathIn(request.url ?? "");
    if (path === undefined) return await refuse(exchange, 400, "That is no address.");
    const view = await this.#view(path);
    if (path.parts[0] === reserved) return await this.#preview(exchange, path, view);
    return await this.#file(exchange, path, view);
  }

  async #preview(exchange: Exchange, path: Path, view: View): Promise<void> {
    const { parts, isFolder, query } = path;
    const [, name = ""] = parts;
    if (name === "" && !isFolder)
      return await refuse(exchange, 301, "The preview.", { Location: previewLink("") });
    if (name === "events") {
      const listener = { page: query.get("page") ?? "", version: query.get("version") ?? "" };
      if (!this.#listeners.add(exchange, listener)) await refuse(exchange, 503, "Too many are listening.");
      return;
    }
    await send(exchange, this.#pages.file(name) ?? this.#pageAt(path, view));
  }

  /** What is made for this is sent at once when the page is loaded again. */
  async #versionOf(page: string): Promise<string | undefined> {
    const path = pathIn(page);
    if (path === undefined) return undefined;
    return this.#pageAt(path, await this.#view(path)).headers?.[versionHeader];
  }

  #pageAt({ parts: [first, name = "", deeper] }: Path, view: View): Sent {
    const isOurs = first === reserved && deeper === undefined;
    return (isOurs ? this.#page(name, view) : undefined) ?? this.#pages.missing(view);
  }

  #page(name: string, view: View): Sent | undefined {
    const key = `${name}?${view.query}`;
    const kept = this.#kept.get(key) ?? this.#pages.page(name, view);
    if (kept === undefined) return undefined;
    this.#kept.set(key, kept);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > mostKept && oldest !== undefined) this.#kept.delete(oldest);
    return kept;
  }

  async #file(exchange: Exchange, path: Path, view: View): Promise<void> {
    const { config, documents } = view.site;
    const typeOf = (name: string) => documents.find((each) => each.name === name)?.mediaType;
    if (await serveFile(exchange, path, { folder: config.output, typeOf })) return;
    if (path.parts.length === 0)
      return await refuse(exchange, 302, "The preview.", { Location: previewLink("") });
    await send(exchange, this.#pages.missing(view));
  }

  async #view({ query }: Path): Promise<View> {
    return { ...(await this.#shown), query, placing: this.placing };
  }
}

/** What a page of somebody else's asks before it reads a feed that it may have already. */
function options({ response }: Exchange): void {
  const headers = {
    Allow: methods,
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET, HEAD",
    "Access-Control-Allow-Headers": "If-None-Match, If-Modified-Since",
  };
  response.writeHead(204, headers).end();
}
