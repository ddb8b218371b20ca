import { readFile, realpath, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { lookup } from "mrmime";
import type { Path } from "./guard.ts";
import { sendFile } from "./parts.ts";
import { type Exchange, etagOf, type Headers, refuse, send } from "./respond.ts";

/** A folder that is served, and what is known of its documents. */
export interface Served {
  readonly folder: string;
  /** The media type of a feed, by its path; other files go by their endings. */
  typeOf(path: string): string | undefined;
}

/** What is larger goes out in pieces, as it is. */
const largestText = 64 * 1024 * 1024;
const isText = /^(?:text\/|application\/(?:[\w.-]+\+)?(?:xml|json)|image\/svg)/;

/** Any page may read a feed, as on the site itself (RFC 6454). */
const shared: Headers = { "Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "ETag" };
/** What isn't a feed: nobody else's page may have it, and it may do what it can do on the site. */
const own: Headers = { "Cross-Origin-Resource-Policy": "same-origin" };

/**
 * Serves a file of the output folder: a regular one that lies in it, whatever links lead where.
 * @returns whether there is one
 */
export async function serveFile(exchange: Exchange, path: Path, served: Served): Promise<boolean> {
  const name = [...path.parts, ...(path.isFolder ? ["index.html"] : [])].join("/");
  const found = await fileIn(served.folder, name);
  if (found === undefined) return false;
  if (found.isFolder) {
    const { request } = exchange;
    const [before = "/", ...query] = (request.url ?? "/").split("?");
    const location = [`${before.replace(/^\/+/, "/")}/`, ...query].join("?");
    await refuse(exchange, 301, "The folder is there.", { Location: location });
    return true;
  }
  const feedType = served.typeOf(name);
  const type = feedType ?? typeByName(name);
  const headers = feedType === undefined ? own : shared;
  const { path: real, bytes: size, etag } = found;
  if (!isText.test(type) || size > largestText)
    await sendFile(exchange, { path: real, size, type, headers, etag });
  else await text(exchange, found, { type: `${type}; charset=utf-8`, headers });
  return true;
}

function typeByName(name: string): string {
  return lookup(name) ?? "application/octet-stream";
}

/** A file, by its real place. */
interface Found {
  readonly path: string;
  readonly bytes: number;
  readonly isFolder: boolean;
  /** Goes by what the file system says of it. */
  readonly etag: string;
}

/** What is at a path below a folder, if it is really in there. */
async function fileIn(folder: string, name: string): Promise<Found | undefined> {
  try {
    const root = await realpath(folder);
    const path = await realpath(join(root, name));
    const isInside = path.startsWith(root + sep);
    // A link may lead to what isn't asked for by name.
    if (
      !isInside ||
      relative(root, path)
        .split(sep)
        .some((part) => part.startsWith("."))
    )
      return undefined;
    const stats = await stat(path);
    const { size: bytes, mtimeMs, ino } = stats;
    const etag = `"${[bytes, mtimeMs, ino].map((each) => each.toString(36)).join("-")}"`;
    const isFolder = stats.isDirectory();
    return isFolder || stats.isFile() ? { path, bytes, isFolder, etag } : undefined;
  } catch {
    return undefined;
  }
}

async function text(
  exchange: Exchange,
  { path, bytes: size }: Found,
  { type, headers }: { readonly type: string; readonly headers: Headers },
): Promise<void> {
  const bytes = await readFile(path);
  // A part of it is a part of what isn't compressed.
  if (exchange.request.headers.range === undefined) await send(exchange, { type, bytes, headers });
  else await sendFile(exchange, { path, size, type, headers, etag: etagOf(bytes) });
}
