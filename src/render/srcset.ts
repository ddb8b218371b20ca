/** A candidate of `srcset`: an address and what it is for (`2x`, `640w`, or nothing). */
export interface Candidate {
  readonly url: string;
  readonly descriptor: string;
}

const descriptor = /^(?:\d{1,6}w|\d{0,4}(?:\.\d{1,4})?x|)$/;

/** Reads a `srcset` as browsers do; candidates with a descriptor that means nothing are left out. */
export function parseSrcset(value: string): Candidate[] {
  const candidates: Candidate[] = [];
  // An address runs to the next space, and may hold commas but not end in one.
  const pattern = /[\s,]*([^\s,]\S*)([^,]*)/y;
  for (let match = pattern.exec(value); match?.[1]; match = pattern.exec(value)) {
    const url = match[1].replace(/,+$/, "");
    if (url.length < match[1].length) pattern.lastIndex -= match[2]?.length ?? 0;
    const found = url.length < match[1].length ? "" : (match[2] ?? "").trim();
    if (descriptor.test(found)) candidates.push({ url, descriptor: found });
  }
  return candidates;
}

/** Writes candidates; a comma at an address's edge would be taken for the separator. */
export function writeSrcset(candidates: readonly Candidate[]): string {
  return candidates
    .map(({ url, descriptor }) => `${url.replace(/^,|,$/g, "%2C")} ${descriptor}`.trim())
    .join(", ");
}
