/** How long a text becomes where it is written into an attribute; at the most. */

/** Of an address: what isn't ASCII is percent-encoded, up to three bytes of it for each unit. */
export function addressLength(address: string): number {
  return lengthAs(address, 9);
}

/** Of any other text. */
export function textLength(text: string): number {
  return lengthAs(text, 1);
}

/** @param other units for one that isn't ASCII */
function lengthAs(text: string, other: number): number {
  let length = 0;
  for (let at = 0; at < text.length; at++) length += units[text.charCodeAt(at)] ?? other;
  return length;
}

/** For each character of ASCII: references, as marked and `escape.ts` write them, and percent-encoding where that is longer. */
const units = Uint8Array.from({ length: 0x80 }, (_, code) => {
  const sign = String.fromCharCode(code);
  if (sign === '"') return "&quot;".length;
  if (sign === "&" || sign === "'") return "&amp;".length;
  return Math.max(sign === "<" || sign === ">" ? "&lt;".length : 1, encodeURI(sign).length);
});
