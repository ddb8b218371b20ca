import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { type FileState, stateAt } from "../fileState.ts";
import { nearest } from "../near.ts";
import { packageFolder } from "../packageFolder.ts";
import { ProblemError, problem, type Report } from "../problems/index.ts";
import { readRegular } from "../regularFile.ts";

/** A folder of templates and styles, each by its name. */
export interface Theme {
  readonly files: ReadonlyMap<string, ThemeFile>;
  /** What a user's folder is like: all of this has to be as it was for pages to stand. */
  readonly inputs: readonly { readonly path: string; readonly state: FileState | undefined }[];
  /** Tells the user's files from all others; the built-in ones go with the program. */
  readonly digest: string;
}

interface ThemeFile {
  readonly path: string;
  readonly text: string;
}

const isPart = /^[\w-]+\.(?:liquid|css|js)$/;
const largest = 1024 * 1024;

/**
 * The built-in theme, with the files of a user's folder in place of those of the same name.
 * @throws ProblemError theme-unreadable
 */
export function readTheme(folder: string | undefined, report: Report): Theme {
  const theme = ours("theme");
  if (folder === undefined) return theme;
  const builtIn = theme.files;
  // Before they are read: a change meanwhile must not go unseen later.
  const paths = [folder, ...namesIn(folder).map((name) => join(folder, name))];
  const inputs = paths.map((path) => ({ path, state: stateAt(path) }));
  const own = filesIn(folder);
  for (const [name, { path }] of own) {
    const meant = builtIn.has(name) ? undefined : nearest(name, [...builtIn.keys()]);
    if (meant !== undefined) report(problem("theme-file-unknown", { name, meant }, { file: path }));
  }
  const hash = createHash("sha256");
  for (const [name, { text }] of own) hash.update(JSON.stringify([name, text]));
  return { files: new Map([...builtIn, ...own]), inputs, digest: hash.digest("base64") };
}

/** The templates of a folder that comes with the program. */
export function ours(name: "theme" | "preview"): Theme {
  return { files: filesIn(packageFolder(name)), inputs: [], digest: "" };
}

function filesIn(folder: string): Map<string, ThemeFile> {
  const files = namesIn(folder).map((name) => {
    const path = join(folder, name);
    return [name, { path, text: reading(path, () => textOf(path)) }] as const;
  });
  return new Map(files);
}

function namesIn(folder: string): string[] {
  return reading(folder, () => readdirSync(folder))
    .filter((name) => isPart.test(name))
    .sort();
}

function textOf(path: string): string {
  const text = readRegular(path).replace(/^\uFEFF/, "");
  if (text.length > largest) throw new Error(`it is larger than ${largest / 1024} kB`);
  return text;
}

function reading<Result>(file: string, action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    throw new ProblemError(problem("theme-unreadable", { error }, { file }));
  }
}
