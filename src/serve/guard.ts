import { isIP } from "node:net";

/** Why a request isn't answered, as HTTP says it. */
export interface Refusal {
  readonly status: number;
  readonly why: string;
}

/**
 * Whether a request names a host that this server may be. A page of somebody else's can have its own name lead to this
 * machine, and would then read what is served here as its own (DNS rebinding): its name stands in the request. Addresses
 * in numbers, and `localhost` with all below it, are nobody's to turn.
 * @param own the name that is listened at
 */
export function refusalOfHost(host: string | undefined, own: string): Refusal | undefined {
  if (host === undefined) return { status: 400, why: "Say which host is meant." };
  const name = hostnameIn(host);
  if (name === undefined) return { status: 400, why: "That is no host." };
  const isKnown = name === own.toLowerCase() || name === "localhost" || name.endsWith(".localhost");
  if (isKnown || isIP(name) !== 0) return undefined;
  return { status: 403, why: "This is not served under that name: name it with --host." };
}

function hostnameIn(host: string): string | undefined {
  if (!/^(?:[\w.-]+|\[[\d:a-f.]+\])(?::\d{1,5})?$/i.test(host)) return undefined;
  return host
    .replace(/:\d+$/, "")
    .replace(/^\[|\]$/g, "")
    .toLowerCase();
}

/** A request's path in its parts, decoded, without `/` at its ends. */
export interface Path {
  readonly parts: readonly string[];
  /** Whether it ends in `/`, as a folder's does. */
  readonly isFolder: boolean;
  readonly query: URLSearchParams;
}

/**
 * Reads a request's target. Nothing in it leads up, to a hidden file, or means something else once it is decoded.
 * @returns nothing where it can't be anything that is served
 */
export function pathIn(target: string): Path | undefined {
  const [, raw, query = ""] = /^\/([^?#]*)(?:\?([^#]*))?/.exec(target) ?? [];
  if (raw === undefined) return undefined;
  try {
    const parts = raw.split("/").map(decodeURIComponent);
    const isFolder = parts.at(-1) === "";
    if (isFolder) parts.pop();
    return parts.every(isPlain) ? { parts, isFolder, query: new URLSearchParams(query) } : undefined;
  } catch {
    return undefined;
  }
}

/** A name of a file: neither `..` nor a separator in disguise. */
function isPlain(part: string): boolean {
  return part !== "" && !part.startsWith(".") && !/[\0/\\]/.test(part);
}
