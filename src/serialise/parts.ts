import type { Rendering } from "../render/index.ts";

/**
 * A rendering as it is kept and passed between threads: its content as it is, and all else as JSON.
 * Content is most of it, and JSON would look through all of it once more, there and back.
 */
export interface Parts {
  readonly rest: string;
  readonly contentHtml: string | undefined;
}

export function partsOf({ item, ...rest }: Rendering): Parts {
  if (item === undefined) return { rest: JSON.stringify(rest), contentHtml: undefined };
  const { contentHtml, ...head } = item;
  return { rest: JSON.stringify({ ...rest, item: head }), contentHtml };
}

/** The rendering that parts were made of. They come from this very program: from a thread, or from behind a checksum. */
export function joined({ rest, contentHtml }: Parts): Rendering {
  const rendering: Rendering = JSON.parse(rest);
  return rendering.item === undefined
    ? rendering
    : { ...rendering, item: { ...rendering.item, contentHtml } };
}

/** Parts as bytes: the length of the rest, whether there is content, the rest, the content. */
export function bytesOf({ rest, contentHtml }: Parts): Buffer {
  const bytes = Buffer.allocUnsafe(prefix + Buffer.byteLength(rest) + Buffer.byteLength(contentHtml ?? ""));
  const length = bytes.write(rest, prefix);
  bytes.writeUInt32LE(length, 0);
  bytes.writeUInt8(contentHtml === undefined ? 0 : 1, 4);
  bytes.write(contentHtml ?? "", prefix + length);
  return bytes;
}

export function partsFrom(bytes: Buffer): Parts {
  const end = prefix + bytes.readUInt32LE(0);
  const contentHtml = bytes.readUInt8(4) === 0 ? undefined : bytes.toString("utf8", end);
  return { rest: bytes.toString("utf8", prefix, end), contentHtml };
}

const prefix = 5;
