import type { EnclosureReference, PictureReference } from "../../model.ts";
import { webUrl } from "../addresses.ts";
import { htmlOfText, lineOf } from "../text.ts";
import { all, attribute, first, textIn, textOf, type XmlElement } from "../xml/element.ts";

/** What an item's Media RSS and iTunes elements say. */
export interface ItemMedia {
  readonly image: PictureReference | undefined;
  /** Enclosures with what `media:content` knows more of them, and those that only it names. */
  readonly enclosures: readonly EnclosureReference[];
  /** Further pictures. */
  readonly pictures: readonly PictureReference[];
}

/**
 * Reads an item's pictures and files (Media RSS 1.5.1, Apple's podcast elements).
 * @param enclosures those that the feed's own elements name
 * @param base what relative addresses start from
 */
export function mediaOf(
  item: XmlElement,
  enclosures: readonly EnclosureReference[],
  base: string | undefined,
): ItemMedia {
  const contents = [item, ...all(item, "media:group")].flatMap((holder) =>
    all(holder, "media:content").map((content) => ({ content, holder })),
  );
  const files = contents.filter(({ content }) => !isPicture(content));
  const shown = contents.filter(({ content }) => isPicture(content));
  const pictures = shown.flatMap(({ content, holder }) => picture(content, holder, base) ?? []);
  const image = pictures[0] ?? thumbnail(item, base) ?? podcastImage(item, base);
  const named = files.flatMap(({ content, holder }) => file(content, holder, base) ?? []);
  return { image, enclosures: withDuration(merged(enclosures, named), item), pictures: pictures.slice(1) };
}

/** What is said of the whole item, which is all that a video's entry has to read. */
export function describedHtml(item: XmlElement): string {
  const [said] = [item, ...all(item, "media:group")].flatMap((holder) => all(holder, "media:description"));
  if (said === undefined) return "";
  return attribute(said, "type") === "html" ? textIn(said) : htmlOfText(textIn(said));
}

function isPicture(content: XmlElement): boolean {
  const medium = attribute(content, "medium");
  if (medium !== undefined) return medium === "image";
  const type = attribute(content, "type");
  if (type !== undefined) return type.startsWith("image/");
  return /\.(?:jpe?g|png|gif|webp|avif)(?:[?#]|$)/i.test(attribute(content, "url") ?? "");
}

function picture(
  content: XmlElement,
  holder: XmlElement,
  base: string | undefined,
): PictureReference | undefined {
  const src = webUrl(attribute(content, "url"), base);
  if (src === undefined) return undefined;
  const words = (name: string) =>
    lineOf(textOf(content, name) ?? (holder.name === "media:group" ? textOf(holder, name) : undefined));
  return {
    src,
    type: attribute(content, "type"),
    length: wholeNumber(attribute(content, "fileSize")),
    width: wholeNumber(attribute(content, "width")),
    height: wholeNumber(attribute(content, "height")),
    alt: words("media:title"),
    caption: words("media:description"),
    credit: words("media:credit"),
  };
}

function thumbnail(item: XmlElement, base: string | undefined): PictureReference | undefined {
  const found = [item, ...all(item, "media:group")].flatMap((holder) => all(holder, "media:thumbnail"))[0];
  const src = found && webUrl(attribute(found, "url"), base);
  if (found === undefined || src === undefined) return undefined;
  return {
    src,
    width: wholeNumber(attribute(found, "width")),
    height: wholeNumber(attribute(found, "height")),
  };
}

function podcastImage(item: XmlElement, base: string | undefined): PictureReference | undefined {
  const found = first(item, "itunes:image");
  const src = found && webUrl(attribute(found, "href") ?? attribute(found, "url"), base);
  return src === undefined ? undefined : { src };
}

function file(
  content: XmlElement,
  holder: XmlElement,
  base: string | undefined,
): EnclosureReference | undefined {
  const url = webUrl(attribute(content, "url"), base);
  if (url === undefined) return undefined;
  return {
    url,
    type: attribute(content, "type"),
    length: wholeNumber(attribute(content, "fileSize")),
    duration: seconds(attribute(content, "duration")),
    title: lineOf(
      textOf(content, "media:title") ??
        (holder.name === "media:group" ? textOf(holder, "media:title") : undefined),
    ),
  };
}

/** What is named twice is one file; what the first one says of it counts. */
function merged(
  enclosures: readonly EnclosureReference[],
  named: readonly EnclosureReference[],
): readonly EnclosureReference[] {
  const files = new Map<string, EnclosureReference>();
  for (const one of [...enclosures, ...named])
    files.set(one.url, { ...defined(one), ...defined(files.get(one.url) ?? one) });
  return [...files.values()];
}

function defined(one: EnclosureReference): EnclosureReference {
  return {
    ...Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined)),
    url: one.url,
  };
}

/** `itunes:duration` is the first recording's. */
function withDuration(
  enclosures: readonly EnclosureReference[],
  item: XmlElement,
): readonly EnclosureReference[] {
  const duration = seconds(textOf(item, "itunes:duration"));
  const [only, ...others] = enclosures;
  if (only === undefined || only.duration !== undefined || duration === undefined) return enclosures;
  return [{ ...only, duration }, ...others];
}

/** Seconds, or a clock as podcasters write it: `4:05`, `1:02:03`. */
function seconds(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,9}(?:\.\d+)?$/.test(text)) return Number(text);
  if (!/^(?:\d{1,4}:)?\d{1,4}:\d{1,2}$/.test(text)) return undefined;
  return text.split(":").reduce((total, part) => total * 60 + Number(part), 0);
}

/** Nothing for zero either: a length of nothing says that nobody knew. */
export function wholeNumber(text: string | undefined): number | undefined {
  const number = text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : 0;
  return number === 0 ? undefined : number;
}
