import type { Enclosure, Picture } from "../model.ts";
import type { Report } from "../problems/index.ts";
import { mediaType } from "../render/media.ts";
import { absolute, checked } from "./addresses.ts";
import type { Given } from "./given.ts";

type Kind = "image" | "audio" | "video";

/** What a file of a kind most likely is, where neither its type nor its name says so. */
const usual = { image: "image/jpeg", audio: "audio/mpeg", video: "video/mp4" } as const;

/** A file by its address, or with what is said of it. */
type GivenFile = string | Given | undefined;

/** An item's files: what is played first, as RSS readers take one; each address once. */
export function enclosures(
  item: Given,
  audio: GivenFile,
  image: GivenFile,
  report: Report,
): readonly Enclosure[] {
  const files = new Map<string, Enclosure>();
  const take = (file: GivenFile, kind?: Kind) => {
    const next = file && enclosure(file, kind, report);
    if (next) files.set(next.url, joined(files.get(next.url), next));
  };
  take(audio, "audio");
  take(item.value("video"), "video");
  for (const file of item.values("enclosure")) take(file);
  for (const file of item.values("enclosures")) take(file);
  take(image, "image");
  return [...files.values()];
}

/** An item's picture; what an enclosure of the same address says of it holds too. */
export function picture(image: GivenFile, files: readonly Enclosure[]): Picture | undefined {
  if (!image) return undefined;
  const address = absolute(typeof image === "string" ? image : image.quietly().text("url"));
  const file = files.find((one) => one.url === address);
  if (!file) return undefined;
  const { url, type, length } = file;
  return { url, type, length: length || undefined, ...(typeof image === "object" && words(image)) };
}

function words(image: Given) {
  return {
    width: image.number("width"),
    height: image.number("height"),
    alt: image.text("alt"),
    caption: image.text("caption"),
    credit: image.text("credit"),
  };
}

function enclosure(file: string | Given, kind: Kind | undefined, report: Report): Enclosure | undefined {
  const [address, said] = typeof file === "string" ? [file] : [file.text("url"), file];
  const url = checked(`a file (${kind ?? "enclosure"})`, address, report);
  if (!url) return undefined;
  return {
    url,
    type: said?.text("type")?.replace(/^image\/jpg$/i, "image/jpeg") ?? typeOf(url, kind),
    length: count(said?.number("length")) ?? 0,
    title: said?.text("title"),
    duration: count(said?.number("duration")),
  };
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
  return value !== undefined && value >= 0 ? Math.round(value) : undefined;
}
