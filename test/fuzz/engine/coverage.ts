declare global {
  /** The branches' counters, where the program was made to count (`instrument.js`). */
  var $branches: Uint8Array | undefined;
}

/** How often a branch was taken, coarsely: once, twice, a few times, often. A bit for each. */
const classes = Uint8Array.from({ length: 256 }, (_, count) =>
  count === 0 ? 0 : 1 << Math.min(7, Math.floor(Math.log2(count))),
);

/** Which branches any input took, and how often. */
export class Coverage {
  readonly #seen = new Uint8Array(globalThis.$branches?.length ?? 0);

  /** Forgets what was counted. */
  begin(): void {
    globalThis.$branches?.fill(0);
  }

  /** Whether since `begin` a branch was taken, or taken as often, for the first time. */
  end(): boolean {
    const counts = globalThis.$branches ?? [];
    let isNew = false;
    for (let at = 0; at < counts.length; at++) {
      const count = counts[at] ?? 0;
      if (count === 0) continue;
      const bits = classes[count] ?? 0;
      if (((this.#seen[at] ?? 0) & bits) === bits) continue;
      this.#seen[at] = (this.#seen[at] ?? 0) | bits;
      isNew = true;
    }
    return isNew;
  }

  /** Branches that were taken, and all that there are. */
  get extent(): readonly [taken: number, all: number] {
    return [this.#seen.filter((bits) => bits > 0).length, this.#seen.length];
  }
}
