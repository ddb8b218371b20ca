import type { Article } from "../model.ts";

/**
 * Looks an article's page up by its file: below the content folder, as `2020/story.md`; with the
 * folders that lead to it, as `content/blog/2020/story.md`; without its ending; or by its name
 * alone, where no other article has it. The table is made when it is first asked for.
 */
export function permalinksOf(
  articles: readonly Article[],
  content: string,
): (path: string) => string | undefined {
  let known: ReadonlyMap<string, string> | undefined;
  const folders = content.split(/[\\/]/);
  return (path) => {
    known ??= tableOf(articles);
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

function tableOf(articles: readonly Article[]): Map<string, string> {
  const table = new Map<string, string>();
  const names = new Map<string, string | undefined>();
  for (const { file, permalink } of articles) {
    const path = withoutEnding(file);
    const name = path.split("/").at(-1) ?? "";
    table.set(file, permalink).set(path, permalink);
    names.set(name, names.has(name) ? undefined : permalink);
  }
  for (const [name, permalink] of names) {
    if (permalink !== undefined && !table.has(name)) table.set(name, permalink);
  }
  return table;
}

function withoutEnding(file: string): string {
  return file.replace(/\.(?:md|mdx|markdown)$/i, "").replace(/\/_?index$/, "");
}
