import { lookup } from "mrmime";

const corrections: ReadonlyMap<string, string> = new Map([
  // Apple takes this name for AAC in MP4, and lists no other for the extension.
  ["m4a", "audio/x-m4a"],
  ["m4b", "audio/x-m4a"],
  ["mp3", "audio/mpeg"],
  ["wav", "audio/wav"],
  ["flac", "audio/flac"],
  ["opus", "audio/ogg"],
  ["oga", "audio/ogg"],
  ["m4v", "video/mp4"],
]);

/**
 * Types whose files travel with an article. No SVG: opened by itself it is a page of the site that
 * may run scripts; no HTML or other page, for the same reason.
 */
const copied = new Set(
  `image/jpeg image/png image/gif image/webp image/avif
  audio/mpeg audio/x-m4a audio/aac audio/ogg audio/wav audio/flac
  video/mp4 video/webm video/ogg video/quicktime
  text/vtt application/pdf application/epub+zip`.split(/\s+/),
);

/** The media type that a path's or URL's extension stands for. */
export function mediaType(path: string): string | undefined {
  const extension = /\.([a-z0-9]{1,8})$/i.exec(path.replace(/[?#].*$/s, ""))?.[1]?.toLowerCase();
  return extension === undefined ? undefined : (corrections.get(extension) ?? lookup(extension));
}

/** Whether files of this type are published with the article that names them. */
export function isCopied(type: string): boolean {
  return copied.has(type);
}
