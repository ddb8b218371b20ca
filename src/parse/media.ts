import type { EnclosureReference, PictureReference } from "../model.ts";
import type { Field, Fields } from "./fields.ts";
import { asText, member, none } from "./values.ts";

/** The lead picture: a path or URL, or a mapping that names one. A list gives its first. */
export function readPicture(fields: Fields): PictureReference | undefined {
  const field = fields.get("image");
  if (field === undefined || field.value === true) return undefined;
  const value = Array.isArray(field.value) ? field.value[0] : field.value;
  const src = asText(value) ?? asText(member(value, ...sources));
  if (src === undefined) return fields.wrong(field, "a path or URL, or `{src, alt, caption, credit}`");
  return {
    src,
    alt: asText(member(value, "alt", "description")) ?? fields.text("imageAlt"),
    caption: asText(member(value, "caption", "title")) ?? fields.text("imageCaption"),
    credit: asText(member(value, "credit", "attribution")) ?? fields.text("imageCredit"),
    width: pixels(member(value, "width")),
    height: pixels(member(value, "height")),
    length: wholeNumber(member(value, "length", "size")),
    type: asText(member(value, "type", "mime_type")),
  };
}

/** Hugo's, Astro's and Jekyll themes' names for a picture's address, inside a mapping. */
const sources = ["src", "url", "image", "path", "feature", "teaser", "overlay_image", "og_image", "file"];

/** The files that travel with an article: its enclosures, and what `audio` and `video` name besides. */
export function readEnclosures(fields: Fields): readonly EnclosureReference[] {
  const enclosures = readFiles(fields, "enclosures");
  const recordings = readFiles(fields, "audio").concat(readFiles(fields, "video"));
  if (recordings.length === 0) return enclosures;
  const known = new Set(enclosures.map(({ url }) => url));
  return enclosures.concat(recordings.filter(({ url }) => !known.has(url)));
}

function readFiles(fields: Fields, name: "enclosures" | "audio" | "video"): readonly EnclosureReference[] {
  const field = fields.get(name);
  if (field === undefined || field.value === true) return none;
  return fields.list(name).flatMap((value, index) => {
    const url = asText(value) ?? asText(member(value, "url", "src", "path", "file"));
    const below = Array.isArray(field.value) ? [index] : [];
    if (url === undefined) return unreadable(fields, field, below);
    return {
      url,
      type: asText(member(value, "type", "mime_type")),
      length: wholeNumber(member(value, "length", "size", "size_in_bytes")),
      duration: seconds(member(value, "duration", "duration_in_seconds")),
      title: asText(member(value, "title")),
    };
  });
}

/** Other generators' templates have their own ideas of `audio` and `video`: no warning there. */
function unreadable(fields: Fields, field: Field, below: number[]): readonly [] {
  const expected = "a path or URL, or `{url, type, length, duration, title}`";
  if (field.name === "enclosures") fields.wrong(field, expected, ...below);
  return [];
}

function pixels(value: unknown): number | undefined {
  const number = wholeNumber(value);
  return number === 0 ? undefined : number;
}

function wholeNumber(value: unknown): number | undefined {
  const number = Number(asText(value) ?? Number.NaN);
  return Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}

/** Seconds, or a clock as podcasters write it: `4:05`, `1:02:03`. */
function seconds(value: unknown): number | undefined {
  const text = asText(value) ?? "";
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text);
  if (!/^(?:\d+:)?\d{1,2}:\d{2}$/.test(text)) return undefined;
  return text.split(":").reduce((total, part) => total * 60 + Number(part), 0);
}
