import { dirname, isAbsolute, relative, sep } from "node:path";
import type { Loaded } from "../config/index.ts";

/** Where changes are looked for. */
export interface Places {
  /** Looked at with all below them. */
  readonly deep: readonly string[];
  /** Looked at alone. */
  readonly shallow: readonly string[];
  /** Whether a build may hang on what is at a path. */
  counts(path: string): boolean;
}

/** Editors' and systems' own files: most are hidden, these aren't. */
const notes = /(?:~|\.(?:sw[a-p]|tmp|bak)|^4913)$/;

/**
 * What a site's builds hang on: its articles with all that lies beside them, its configuration, partners' profiles, the
 * theme's templates. Not what the builds write, wherever that is.
 */
export function placesOf({ config, files }: Pick<Loaded, "config" | "files">): Places {
  const { content, output, pages } = config;
  const theme = pages?.theme;
  const named = new Set(files);
  const folders = new Set([...files.map((file) => dirname(file)), ...(theme === undefined ? [] : [theme])]);
  const countsInContent = (path: string) =>
    !isBelow(path, output) && !relative(content, path).split(sep).some(isHidden);
  return {
    deep: [content],
    shallow: [...folders],
    counts: (path) => {
      if (named.has(path) || path === content || path === theme) return true;
      if (notes.test(path.slice(path.lastIndexOf(sep) + 1))) return false;
      if (theme !== undefined && dirname(path) === theme) return true;
      return isBelow(path, content) && countsInContent(path);
    },
  };
}

/** As `discover/` has it. */
function isHidden(name: string): boolean {
  return name.startsWith(".") || name === "node_modules";
}

/** Whether a path is a folder's, or lies in it. */
function isBelow(path: string, folder: string): boolean {
  const from = relative(folder, path);
  return from === "" || (!isAbsolute(from) && from.split(sep)[0] !== "..");
}
