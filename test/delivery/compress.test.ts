import { brotliDecompressSync, gunzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compress, suffixes } from "../../src/delivery/index.ts";

describe("compressed documents", () => {
  it.each([
    ["gzip", gunzipSync],
    ["br", brotliDecompressSync],
  ] as const)("%s gives back any bytes, and is the same each time", (encoding, unpacked) => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000 }), (bytes) => {
        const packed = compress(bytes, encoding);
        expect(new Uint8Array(unpacked(packed))).toEqual(bytes);
        expect(compress(bytes, encoding)).toEqual(packed);
      }),
    );
  });

  it("have neither time nor system in gzip's header (RFC 1952, section 2.3)", () => {
    const [id1, id2, method, flags, ...rest] = compress(Buffer.from("news"), "gzip");
    expect([id1, id2, method, flags]).toEqual([0x1f, 0x8b, 8, 0]);
    expect(rest.slice(0, 4)).toEqual([0, 0, 0, 0]);
    expect(rest[5]).toBe(255);
  });

  it("are named as servers look for them", () => {
    expect(suffixes).toEqual({ gzip: ".gz", br: ".br" });
  });
});
