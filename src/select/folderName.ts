import { createHash } from "node:crypto";

/** In bytes: file systems allow 255, and the address has three signs for each of other scripts. */
const longest = 80;
/** Signs that tell one term from another, as in `C++` and `C#`; others only divide words. */
const telling = /[\p{S}#%*@/\\]/u;
/** Names that Windows keeps for devices. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * The folder of a topic's, tag's or author's feed: the words in small letters of any script, joined by
 * hyphens. Terms with one folder are one. It hangs on nothing but the term: what has no letters, or
 * needs its signs to be told apart, has a piece of a hash behind it.
 */
export function folderName(term: string): string {
  const letters = term
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .toLowerCase()
    .normalize("NFC");
  const whole = letters.replace(/['’]/g, "").trim().replace(/\s+/g, " ");
  const words = whole.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? [];
  const name = words.join("-");
  const short = shortened(name);
  const plain = name !== "" && short === name && !telling.test(whole) && !device.test(name);
  return plain ? name : [short, hashOf(whole)].filter((part) => part !== "").join("-");
}

/** Cut between characters. */
function shortened(name: string): string {
  let short = "";
  for (const sign of name) {
    if (Buffer.byteLength(short + sign) > longest) break;
    short += sign;
  }
  return short;
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 8);
}
