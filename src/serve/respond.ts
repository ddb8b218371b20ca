import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import Negotiator from "negotiator";

/** A request, and where its answer goes. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

export type Headers = Readonly<Record<string, string>>;

/** Something to be sent whole. */
export interface Sent {
  readonly status?: number | undefined;
  readonly type: string;
  readonly bytes: Uint8Array;
  readonly headers?: Headers | undefined;
  /** Tells it from what it was before; its bytes do if absent. */
  readonly etag?: string | undefined;
}

/** What every answer says. Copies are asked about each time: who saves wants to see it. */
const always: Headers = { "Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff" };

/** Below it a compressed answer takes as many packets. */
const worthCompressing = 1024;
const [packBrotli, packGzip] = [promisify(brotliCompress), promisify(gzip)];
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

/** Sends text: compressed as the client takes it, and not at all where it has it already (RFC 9110, sections 12.5.3 and 13). */
export async function send({ request, response }: Exchange, sent: Sent): Promise<void> {
  const { status = 200, type, bytes, headers = {}, etag = etagOf(bytes) } = sent;
  const encoding = encodingFor(request, bytes);
  const tag = encoding === "identity" ? etag : etag.replace(/"$/, `-${encoding}"`);
  begin(response, { ...headers, ETag: tag });
  response.appendHeader("Vary", "Accept-Encoding");
  if (status === 200 && hasIt(request, tag)) {
    response.writeHead(304).end();
    return;
  }
  const body = await encoded(bytes, encoding);
  if (encoding !== "identity") response.setHeader("Content-Encoding", encoding);
  response.writeHead(status, { "Content-Type": type, "Content-Length": body.length });
  response.end(request.method === "HEAD" ? undefined : body);
}

/** Says what holds for every answer, and for this one. */
export function begin(response: ServerResponse, headers: Headers): void {
  for (const [name, value] of Object.entries({ ...always, ...headers })) response.setHeader(name, value);
}

/** Whether the client has what would be sent; it may ask about several (RFC 9110, section 13.1.2). */
export function hasIt({ headers }: IncomingMessage, tag: string): boolean {
  const asked = headers["if-none-match"];
  const tags: readonly string[] = asked?.match(/"[^"]*"/g) ?? [];
  return asked?.trim() === "*" || tags.includes(tag);
}

/** Says in a word why there is nothing. */
export async function refuse(
  exchange: Exchange,
  status: number,
  why: string,
  headers: Headers = {},
): Promise<void> {
  const type = "text/plain; charset=utf-8";
  await send(exchange, { status, type, bytes: Buffer.from(`${why}\n`), headers });
}

/** The same bytes, the same tag. */
export function etagOf(bytes: Uint8Array): string {
  return `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`;
}

type Encoding = "br" | "gzip" | "identity";

function encodingFor(request: IncomingMessage, bytes: Uint8Array): Encoding {
  if (bytes.length < worthCompressing) return "identity";
  const taken = new Negotiator(request).encodings(["br", "gzip"]);
  if (taken.includes("br")) return "br";
  return taken.includes("gzip") ? "gzip" : "identity";
}

async function encoded(bytes: Uint8Array, encoding: Encoding): Promise<Uint8Array> {
  if (encoding === "br") return await packBrotli(bytes, quality);
  return encoding === "gzip" ? await packGzip(bytes) : bytes;
}
