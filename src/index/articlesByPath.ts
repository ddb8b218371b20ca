/**
 * Looks an article up by its file: below the content folder, as `2020/story.md`; with the folders
 * that lead to it, as `content/blog/2020/story.md`; without its ending; or by its name alone, where
 * no other article has it. The table is made when it is first asked for.
 * @param files paths below the content folder, and what stands for each
 */
export function articlesByPath(
  files: () => Iterable<readonly [path: string, row: number]>,
  content: string,
): (path: string) => number | undefined {
  let known: ReadonlyMap<string, number> | undefined;
  const folders = content.split(/[\\/]/);
  return (path) => {
    known ??= tableOf(files());
    for (const each of inside(path, folders)) {
      const found = known.get(each) ?? known.get(withoutEnding(each));
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

/** A path as it is, and without what the content folder's own path ends in. */
function inside(path: string, folders: readonly string[]): string[] {
  const parts = path.split("/");
  const shorter = parts.flatMap((_, count) => {
    const led = count > 0 && parts.slice(0, count).join("/") === folders.slice(-count).join("/");
    return led ? [parts.slice(count).join("/")] : [];
  });
  return [path, ...shorter];
}

function tableOf(files: Iterable<readonly [path: string, row: number]>): Map<string, number> {
  const table = new Map<string, number>();
  const names = new Map<string, number | undefined>();
  for (const [file, row] of files) {
    const path = withoutEnding(file);
    const name = path.split("/").at(-1) ?? "";
    table.set(file, row).set(path, row);
    names.set(name, names.has(name) ? undefined : row);
  }
  for (const [name, row] of names) {
    if (row !== undefined && !table.has(name)) table.set(name, row);
  }
  return table;
}

function withoutEnding(file: string): string {
  return file.replace(/\.(?:md|mdx|markdown)$/i, "").replace(/\/_?index$/, "");
}
