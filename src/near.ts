import { createRequire } from "node:module";

/** Loaded with the first name that isn't known. */
const require = createRequire(import.meta.url);
const library = (): { distance(a: string, b: string): number } => require("fastest-levenshtein");

/**
 * The known name that was meant by an unknown one, if any is near enough: at most two letters off,
 * or a third of its length.
 */
export function nearest(seen: string, known: readonly string[]): string | undefined {
  const { distance } = library();
  const written = seen.toLowerCase();
  let meant: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const name of known) {
    const far = distance(written, name.toLowerCase());
    // A short name is two letters from any other: there, at least half has to be right.
    const limit = Math.min(Math.max(2, Math.floor(name.length / 3)), Math.floor(name.length / 2));
    if (far > limit || far >= least) continue;
    [meant, least] = [name, far];
  }
  return meant;
}
