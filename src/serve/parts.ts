import { createReadStream } from "node:fs";
import type { IncomingMessage } from "node:http";
import { pipeline } from "node:stream/promises";
import parseRange from "range-parser";
import { begin, type Exchange, type Headers, hasIt, refuse } from "./respond.ts";

/** A file to be sent as it is, whole or in part. */
export interface SentFile {
  readonly path: string;
  readonly size: number;
  readonly type: string;
  readonly headers: Headers;
  readonly etag: string;
}

/** Which bytes; both ends are among them. */
interface Part {
  readonly start: number;
  readonly end: number;
}

/** Sends a file, or the part that was asked for (RFC 9110, section 14): a recording is begun anywhere. */
export async function sendFile(exchange: Exchange, file: SentFile): Promise<void> {
  const { request, response } = exchange;
  const { path, size, type, headers, etag } = file;
  begin(response, { ...headers, ETag: etag, "Accept-Ranges": "bytes" });
  if (hasIt(request, etag)) {
    response.writeHead(304).end();
    return;
  }
  const part = partIn(request, file);
  if (part === "beyond")
    return await refuse(exchange, 416, "It isn't that long.", { "Content-Range": `bytes */${size}` });
  const { start, end } = part ?? { start: 0, end: size - 1 };
  if (part) response.setHeader("Content-Range", `bytes ${start}-${end}/${size}`);
  response.writeHead(part ? 206 : 200, { "Content-Type": type, "Content-Length": end - start + 1 });
  if (request.method === "HEAD" || size === 0) response.end();
  else await pipeline(createReadStream(path, { start, end }), response);
}

/** The one part that is asked for; nothing where it is all, several parts, or a part of what it was before. */
function partIn({ headers, method }: IncomingMessage, { size, etag }: SentFile): Part | "beyond" | undefined {
  const condition = headers["if-range"];
  if (headers.range === undefined || method !== "GET") return undefined;
  if (condition !== undefined && condition !== etag) return undefined;
  const parts = parseRange(size, headers.range);
  if (parts === -1) return "beyond";
  return parts === -2 || parts.type !== "bytes" || parts.length !== 1 ? undefined : parts[0];
}
