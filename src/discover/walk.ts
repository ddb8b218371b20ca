import type { Dirent } from "node:fs";
import { readdirSync, realpathSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { ProblemError, problem, type Report } from "../problems/index.ts";

/** A Markdown file below the content folder. */
export interface SourceFile {
  /** Below the content folder, with `/` between folders. */
  readonly path: string;
  readonly absolutePath: string;
}

/** Something that the walk passed over, and why. */
export interface Skipped {
  readonly path: string;
  readonly reason: SkipReason;
}

type SkipReason =
  | "hidden"
  | "ignored"
  | "partial"
  | "link outside"
  | "link to a listed place"
  | "broken link"
  | "not a regular file";

/** What a walk gives. */
export interface Walk {
  readonly files: readonly SourceFile[];
  readonly skipped: readonly Skipped[];
}

const markdown = /\.(?:md|mdx|markdown|mdown|mkdn?)$/i;
/** Hugo's and Zola's section pages, Docusaurus's and Eleventy's partials, a folder's README. */
const partial = /^(?:_[^/]*\.[^/]+|_includes|_layouts|_data|_site|readme\.md)$/i;

/**
 * Lists the Markdown files below a content folder, sorted by path as every machine sorts it.
 *
 * Only regular files count. Hidden names, `node_modules`, partials, FIFOs, devices and symbolic
 * links are skipped and said: a link that leaves the folder would publish what isn't content, and
 * one that stays inside would publish an article twice.
 * @param content absolute path of the content folder
 * @param ignored whether the configuration leaves a path out
 * @param report told of folders that can't be read
 * @throws ProblemError where the content folder itself can't be read
 */
export function walk(content: string, ignored: (path: string) => boolean, report: Report): Walk {
  const root = realFolder(content);
  const files: SourceFile[] = [];
  const skipped: Skipped[] = [];
  const folders = [""];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of entriesOf(root, folder, report)) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (!entry.isDirectory() && !entry.isSymbolicLink() && !markdown.test(entry.name)) continue;
      const reason = reasonToSkip(root, entry, path, ignored);
      if (reason !== undefined) skipped.push({ path, reason });
      else if (entry.isDirectory()) folders.push(path);
      else files.push({ path, absolutePath: `${root}/${path}` });
    }
  }
  return { files: files.sort(byPath), skipped: skipped.sort(byPath) };
}

function byPath(a: { path: string }, b: { path: string }): number {
  return a.path < b.path ? -1 : 1;
}

function realFolder(folder: string): string {
  try {
    const real = realpathSync(folder);
    if (statSync(real).isDirectory()) return real;
  } catch {
    // worded below, like a file in the folder's place
  }
  throw new ProblemError(problem("content-missing", { folder }));
}

function entriesOf(root: string, folder: string, report: Report): Dirent[] {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true });
  } catch (error) {
    report(problem("folder-unreadable", { error }, { file: folder || "." }));
    return [];
  }
}

function reasonToSkip(
  root: string,
  entry: Dirent,
  path: string,
  ignored: (path: string) => boolean,
): SkipReason | undefined {
  if (entry.name.startsWith(".") || entry.name === "node_modules") return "hidden";
  if (ignored(path)) return "ignored";
  if (partial.test(entry.name)) return "partial";
  if (entry.isSymbolicLink()) return whyNotFollow(root, path);
  return entry.isDirectory() || entry.isFile() ? undefined : "not a regular file";
}

function whyNotFollow(root: string, path: string): SkipReason {
  try {
    const inside = `${realpathSync(join(root, path))}${sep}`.startsWith(root + sep);
    return inside ? "link to a listed place" : "link outside";
  } catch {
    return "broken link";
  }
}
