import picomatch from "picomatch";

/**
 * Whether the configuration's `ignore` leaves a path out. Globs are relative to the content folder;
 * a folder's name alone leaves out all that is below it.
 */
export function ignoredBy(globs: readonly string[]): (path: string) => boolean {
  if (globs.length === 0) return () => false;
  return picomatch(
    globs.map((glob) => glob.replace(/^\.\/|\/$/g, "")),
    { dot: true },
  );
}
