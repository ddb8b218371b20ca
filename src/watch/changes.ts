import { setTimeout } from "node:timers/promises";

/** How long it has to be quiet, and how long it may go on, in milliseconds: a checkout writes many files in a row. */
const patience = { quiet: 20, longest: 1000 } as const;

/** Gathers what changed until somebody asks for it. */
export class Changes {
  #paths = new Set<string>();
  #first: number | undefined;
  #last = 0;
  #wake: (() => void) | undefined;

  constructor(private readonly signal: AbortSignal) {
    signal.addEventListener("abort", () => this.#wake?.());
  }

  /** @param path what changed; nothing where it can't be told, and a look is worth it all the same */
  add(path?: string): void {
    this.#last = performance.now();
    this.#first ??= this.#last;
    if (path !== undefined) this.#paths.add(path);
    this.#wake?.();
  }

  /**
   * What changed since it was last asked, once it has become quiet.
   * @returns nothing once the signal says so
   */
  async next(): Promise<readonly string[] | undefined> {
    while (!this.signal.aborted) {
      const left = this.#patience();
      if (left === 0) return this.#take();
      if (left === undefined)
        await new Promise<void>((woken) => {
          this.#wake = woken;
        });
      else await setTimeout(left, undefined, { signal: this.signal }).catch(() => {});
    }
    return undefined;
  }

  /** How long to wait; nothing where there is nothing to wait for. */
  #patience(): number | undefined {
    if (this.#first === undefined) return undefined;
    const now = performance.now();
    return Math.max(0, Math.min(this.#last + patience.quiet - now, this.#first + patience.longest - now));
  }

  #take(): readonly string[] {
    const paths = [...this.#paths].sort();
    this.#paths = new Set();
    this.#first = undefined;
    return paths;
  }
}
