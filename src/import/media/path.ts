import { mediaType } from "../../render/index.ts";

/** What is fetched, and the ending that a file of it gets where its address has none of the kind. */
const endings: ReadonlyMap<string, string> = new Map([
  ["image/jpeg", "jpg"],
  ["image/png", "png"],
  ["image/gif", "gif"],
  ["image/webp", "webp"],
  ["image/avif", "avif"],
  ["audio/mpeg", "mp3"],
  ["audio/mp4", "m4a"],
  ["audio/x-m4a", "m4a"],
  ["audio/ogg", "ogg"],
  ["audio/opus", "opus"],
  ["audio/wav", "wav"],
  ["audio/flac", "flac"],
]);

/** Whether files of a type are fetched: pictures that can't hold a script, and recordings. */
export function isFetched(type: string): boolean {
  return endings.has(type);
}

/**
 * Where a file goes, below the content folder: one of the site's own where its address has it, so
 * that it is published there again, others below `media/`, by host. Nothing else than letters,
 * digits, dots and hyphens of an address gets into a path, and no part begins with a dot.
 * @param type as its server says; nothing where it wasn't asked
 * @returns nothing where its type is none that is fetched, or isn't known yet
 */
export function mediaPath(
  url: string,
  site: string | undefined,
  type: string | undefined,
): string | undefined {
  const { hostname, pathname, search } = new URL(url);
  const isOwn = site !== undefined && url.startsWith(site) && search === "";
  const folders = isOwn ? "" : `media/${safe(hostname)}/`;
  const path = isOwn ? url.slice(site.length) : pathname + search.replace(/^\?/, "-");
  const parts = path
    .split("/")
    .map(safe)
    .filter((part) => part !== "");
  const name = withEnding(parts.pop() ?? "file", type);
  return name === undefined ? undefined : `${folders}${[...parts.slice(0, 20), name].join("/")}`;
}

function withEnding(name: string, type: string | undefined): string | undefined {
  const named = mediaType(name);
  if (named !== undefined && isFetched(named) && (type === undefined || type === named)) return name;
  const ending = type === undefined ? undefined : endings.get(type);
  if (ending === undefined) return undefined;
  return mediaType(`a.${ending}`) === named ? name : `${name}.${ending}`;
}

function safe(part: string): string {
  const text = decoded(part)
    .normalize("NFC")
    .replace(/[^\p{L}\p{M}\p{N}._-]+/gu, "-");
  return [...text.replace(/^[.-]+/, "")]
    .slice(-60)
    .join("")
    .replace(/^[.-]+/, "")
    .toWellFormed();
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
