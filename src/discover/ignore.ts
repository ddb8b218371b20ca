import picomatch from "picomatch";

/**
 * Whether the configuration's `ignore` leaves a path out. Globs are relative to the content folder;
 * a folder's name alone leaves out all that is below it.
 */
export function ignoredBy(globs: readonly string[]): (path: string) => boolean {
  const relative = globs.map((glob) => glob.replace(/^\.?\/+|\/+$/g, "")).filter((glob) => glob !== "");
  return relative.length === 0 ? () => false : picomatch(relative, { dot: true });
}
