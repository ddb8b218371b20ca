import { createWriteStream } from "node:fs";
import { get as getHttp, type IncomingMessage } from "node:http";
import { get as getHttps } from "node:https";
import { isIP } from "node:net";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { urlFrom } from "../../url.ts";
import { isPublic, publicLookup } from "./address.ts";
import { isFetched } from "./path.ts";

/** What limits the fetching of one file. */
export interface FetchLimits {
  readonly bytes: number;
  /** From the first request to the last byte. */
  readonly milliseconds: number;
  readonly redirects: number;
  /** Hosts, with their ports, that may be fetched from although they aren't on the public internet. */
  readonly privateHosts: ReadonlySet<string>;
}

/** Thrown where an address must not be fetched, or its answer isn't what is fetched. */
export class Refused extends Error {
  override readonly name = "Refused";
}

/**
 * Fetches a picture or recording into a file.
 *
 * A source may name any address. So only http and https are asked, only hosts on the public
 * internet, at each redirect anew, without credentials or cookies; and only pictures and recordings
 * are taken, within limits of size and time.
 * @throws Refused, and what the network and the file system throw
 */
export async function fetchFile(
  address: string,
  file: string,
  limits: FetchLimits,
): Promise<{ readonly type: string; readonly bytes: number }> {
  const signal = AbortSignal.timeout(limits.milliseconds);
  try {
    const response = await followed(address, limits, signal);
    const type = typeOf(response);
    const bytes = await saved(response, file, limits.bytes, signal);
    return { type, bytes };
  } catch (error) {
    if (signal.aborted) throw new Refused(`it took longer than ${limits.milliseconds / 1000} seconds`);
    throw error;
  }
}

async function followed(address: string, limits: FetchLimits, signal: AbortSignal): Promise<IncomingMessage> {
  let url = checked(address, undefined, limits);
  for (let hop = 0; hop <= limits.redirects; hop++) {
    const response = await asked(url, limits, signal);
    const { statusCode = 0, headers } = response;
    if (statusCode === 200) return response;
    response.destroy();
    if (![301, 302, 303, 307, 308].includes(statusCode) || headers.location === undefined)
      throw new Refused(`its server answered ${statusCode}`);
    url = checked(headers.location, url, limits);
  }
  throw new Refused(`it was redirected more than ${limits.redirects} times`);
}

function checked(address: string, from: URL | undefined, { privateHosts }: FetchLimits): URL {
  const url = urlFrom(address, from?.href);
  if (url === undefined || !/^https?:$/.test(url.protocol))
    throw new Refused("it is no http or https address");
  if (url.username + url.password !== "") throw new Refused("it has a user's name in it");
  const host = url.hostname.replace(/^\[|\]$/g, "");
  // An address that is a number is looked up nowhere.
  if (isIP(host) !== 0 && !isPublic(host) && !privateHosts.has(url.host))
    throw new Refused("it is on a private network");
  return url;
}

function asked(url: URL, { privateHosts }: FetchLimits, signal: AbortSignal): Promise<IncomingMessage> {
  const get = url.protocol === "https:" ? getHttps : getHttp;
  const headers = { "user-agent": "feedwright", accept: "image/*, audio/*", "accept-encoding": "identity" };
  const lookup = privateHosts.has(url.host) ? undefined : publicLookup;
  return new Promise((resolve, reject) => {
    const request = get(url, { headers, signal, agent: false, ...(lookup && { lookup }) }, resolve);
    request.on("error", (error) => reject(new Refused(error.message)));
  });
}

function typeOf(response: IncomingMessage): string {
  const said = response.headers["content-type"] ?? "";
  const type = said.replace(/;.*$/s, "").trim().toLowerCase().replace("image/jpg", "image/jpeg");
  const encoding = response.headers["content-encoding"] ?? "identity";
  if (isFetched(type) && encoding === "identity") return type;
  response.destroy();
  throw new Refused(isFetched(type) ? "it is packed" : "it is no picture or recording");
}

async function saved(
  response: IncomingMessage,
  file: string,
  limit: number,
  signal: AbortSignal,
): Promise<number> {
  let bytes = 0;
  const tooLarge = () => new Refused(`it is larger than ${Math.floor(limit / 1024 / 1024)} MB`);
  if (Number(response.headers["content-length"] ?? 0) > limit) {
    response.destroy();
    throw tooLarge();
  }
  const counter = new Transform({
    transform(piece: Buffer, _, done) {
      bytes += piece.length;
      if (bytes > limit) done(tooLarge());
      else done(null, piece);
    },
  });
  await pipeline(response, counter, createWriteStream(file, { flags: "wx" }), { signal });
  return bytes;
}
