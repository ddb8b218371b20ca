import { brotliCompressSync, constants, gzipSync } from "node:zlib";

export type Encoding = "gzip" | "br";

/** What a compressed file's name ends in, as nginx, Caddy and Apache look for it. */
export const suffixes: Readonly<Record<Encoding, string>> = { gzip: ".gz", br: ".br" };

/** A document's bytes as they travel with `Content-Encoding`. The same bytes give the same ones. */
export function compress(bytes: Uint8Array, encoding: Encoding): Uint8Array {
  return encoding === "gzip" ? gzip(bytes) : brotli(bytes);
}

/** RFC 1952: neither the time nor the system, which its header has places for. */
function gzip(bytes: Uint8Array): Uint8Array {
  const packed = gzipSync(bytes, { level: 9, memLevel: 9 });
  packed.fill(0, 4, 8);
  packed[9] = 255;
  return packed;
}

// One more makes a feed two hundredths smaller, and takes more than twice as long.
const quality = 10;

/** What takes half a second for a feed takes minutes for a hundred that one long article made large. */
const large = 1024 * 1024;
const quickQuality = 5;

function brotli(bytes: Uint8Array): Uint8Array {
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: bytes.length > large ? quickQuality : quality,
      [constants.BROTLI_PARAM_LGWIN]: 22,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}
