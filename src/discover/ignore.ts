/**
 * Whether the configuration's `ignore` leaves a path out. Globs are relative to the content folder;
 * a folder's name alone leaves out all that is below it.
 */
export async function ignoredBy(globs: readonly string[]): Promise<(path: string) => boolean> {
  const relative = globs.map((glob) => glob.replace(/^\.?\/+|\/+$/g, "")).filter((glob) => glob !== "");
  if (relative.length === 0) return () => false;
  const { default: picomatch } = await import("picomatch");
  return picomatch(relative, { dot: true });
}
