import { fstatSync, readSync } from "node:fs";
import { createRequire } from "node:module";
import type { imageSize } from "image-size";

/** Loaded with the first picture of the content folder: its thirty modules take a while. */
const require = createRequire(import.meta.url);
const library = (): { readonly imageSize: typeof imageSize } => require("image-size");

/** Formats put their size in the first kilobytes; cameras' previews and profiles fit in this too. */
const headLength = 256 * 1024;

/** An open picture's size in pixels as it is shown, or undefined where its head doesn't tell. */
export function dimensions(file: number): { width: number; height: number } | undefined {
  try {
    const { width, height, orientation = 1 } = library().imageSize(readHead(file));
    if (!(width > 0 && height > 0)) return undefined;
    // EXIF orientations from 5 on lie on their side.
    return orientation > 4 ? { width: height, height: width } : { width, height };
  } catch {
    return undefined;
  }
}

function readHead(file: number): Uint8Array {
  const head = new Uint8Array(Math.min(headLength, fstatSync(file).size));
  let filled = 0;
  for (let read = -1; read !== 0 && filled < head.length; filled += read) {
    read = readSync(file, head, filled, head.length - filled, filled);
  }
  return head.subarray(0, filled);
}
