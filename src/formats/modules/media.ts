import type { Enclosure, Picture } from "../../model.ts";
import { attributes, emptyElement, parentElement, textElement } from "../xml.ts";

/** An item's picture (Media RSS 1.5.1): the file with its words, and itself as the thumbnail. */
export function picture(margin: string, image: Picture | undefined): string {
  if (!image) return "";
  const { url, width, height } = image;
  const words =
    textElement(`${margin}  `, "media:title", image.alt) +
    textElement(`${margin}  `, "media:description", image.caption) +
    textElement(`${margin}  `, "media:credit", image.credit);
  const file = { url, medium: "image", type: image.type, fileSize: image.length || undefined, width, height };
  return (
    parentElement(margin, "media:content", words, attributes(file)) +
    emptyElement(margin, "media:thumbnail", attributes({ url, width, height }))
  );
}

/** An enclosure as `media:content`, which knows what an `enclosure` element can't say. */
export function media(margin: string, { url, type, length, duration, title }: Enclosure): string {
  const file = { url, medium: medium(type), type, fileSize: length || undefined, duration };
  return parentElement(
    margin,
    "media:content",
    textElement(`${margin}  `, "media:title", title),
    attributes(file),
  );
}

function medium(type: string): string {
  const kind = type.slice(0, type.indexOf("/"));
  return kind === "image" || kind === "audio" || kind === "video" ? kind : "document";
}
