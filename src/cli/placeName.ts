import { isAbsolute, relative, sep } from "node:path";

/** A path as seen from the working directory; from far away, whole. */
export function seenFrom(cwd: string, path: string): string {
  const seen = relative(cwd, path) || ".";
  const far = isAbsolute(seen) || seen.startsWith(`..${sep}..${sep}..${sep}`);
  return far ? path : seen;
}
