import { existsSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";

/** The repository that a folder is in; without one, the folder itself. */
export function repositoryOf(folder: string): string {
  for (let each = folder; ; each = dirname(each)) {
    if (existsSync(join(each, ".git"))) return each;
    if (dirname(each) === each) return folder;
  }
}

/** A file as the repository calls it, with `/`; nothing where it isn't in there. */
export function inRepository(repository: string, base: string, file: string): string | undefined {
  const path = relative(repository, resolve(base, file));
  if (path === "" || isAbsolute(path) || path === ".." || path.startsWith(`..${sep}`)) return undefined;
  return path.replaceAll(sep, "/");
}
