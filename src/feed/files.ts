import type { Enclosure as Given } from "feed";
import type { Enclosure, Picture } from "../model.ts";
import type { Report } from "../problems/index.ts";
import { mediaType } from "../render/media.ts";
import { urlFrom } from "../url.ts";
import { checked } from "./addresses.ts";
import type { FeedImage, FeedItem } from "./types.ts";

type Kind = "image" | "audio" | "video";

/** What a file of a kind most likely is, where neither its type nor its name says so. */
const usual = { image: "image/jpeg", audio: "audio/mpeg", video: "video/mp4" } as const;

/** An item's files: what is played first, as RSS readers take one; each address once. */
export function enclosures(item: FeedItem, report: Report): readonly Enclosure[] {
  // Most items travel alone.
  if (!item.audio && !item.video && !item.enclosure && !item.enclosures && !item.image) return [];
  const given: readonly (readonly [string | Given | undefined, Kind?])[] = [
    [item.audio, "audio"],
    [item.video, "video"],
    [item.enclosure],
    ...(item.enclosures ?? []).map((one) => [one] as const),
    [item.image, "image"],
  ];
  const files = new Map<string, Enclosure>();
  for (const [file, kind] of given) {
    const next = file && enclosure(file, kind, report);
    if (next) files.set(next.url, joined(files.get(next.url), next));
  }
  return [...files.values()];
}

/** An item's picture; what an enclosure of the same address says of it holds too. */
export function picture({ image }: FeedItem, files: readonly Enclosure[]): Picture | undefined {
  if (!image) return undefined;
  const { url, ...words }: FeedImage = typeof image === "string" ? { url: image } : image;
  const address = urlFrom(url)?.href;
  const file = files.find((one) => one.url === address);
  if (!file) return undefined;
  const { width, height, alt, caption, credit } = words;
  const { type, length } = file;
  return { url: file.url, type, length: length || undefined, width, height, alt, caption, credit };
}

function enclosure(file: string | Given, kind: Kind | undefined, report: Report): Enclosure | undefined {
  const given: Given = typeof file === "string" ? { url: file } : file;
  const url = checked(`a file (${kind ?? "enclosure"})`, given.url, report);
  if (!url) return undefined;
  const type = given.type ? given.type.replace(/^image\/jpg$/i, "image/jpeg") : typeOf(url, kind);
  return { url, type, length: count(given.length) ?? 0, title: given.title, duration: count(given.duration) };
}

/** By the name's extension; `audio` and `video` share their containers, so the kind has the last word. */
function typeOf(url: string, kind: Kind | undefined): string {
  const found = mediaType(new URL(url).pathname);
  if (!kind) return found ?? "application/octet-stream";
  if (found?.startsWith(`${kind}/`)) return found;
  const container = found && kind !== "image" && /^(?:audio|video)\/(.+)$/.exec(found)?.[1];
  return container ? `${kind}/${container}` : usual[kind];
}

function joined(first: Enclosure | undefined, next: Enclosure): Enclosure {
  if (!first) return next;
  return {
    ...first,
    length: first.length || next.length,
    title: first.title ?? next.title,
    duration: first.duration ?? next.duration,
  };
}

function count(value: number | undefined): number | undefined {
  return value !== undefined && Number.isFinite(value) && value >= 0 ? Math.round(value) : undefined;
}
