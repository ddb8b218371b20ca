import { lstatSync, readdirSync, realpathSync, type Stats, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { ProblemError, problem, type Report } from "../problems/index.ts";
import { Files } from "./files.ts";

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
  readonly files: Files;
  readonly skipped: readonly Skipped[];
}

const markdown = /\.(?:md|mdx|markdown|mdown|mkdn?)$/i;
/** Hugo's and Zola's section pages, Docusaurus's and Eleventy's partials, a folder's README. */
const partial = /^(?:_[^/]*\.[^/]+|_includes|_layouts|_data|_site|readme\.md)$/i;

/**
 * Lists the Markdown files below a content folder, and looks at each: folder by folder, names sorted
 * as every machine sorts them.
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
  const files = new Files(realFolder(content));
  const root = fromHere(files.root);
  const skipped: Skipped[] = [];
  const folders = [""];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const below: string[] = [];
    for (const name of namesIn(root, folder, report)) {
      const path = folder === "" ? name : `${folder}/${name}`;
      const stats = statsOf(`${root}/${path}`);
      const reason = reasonToSkip(files.root, name, path, stats, ignored);
      if (reason !== undefined) skipped.push({ path, reason });
      else if (stats?.isDirectory()) below.push(path);
      else if (markdown.test(name)) files.add(folder, name, stats);
    }
    folders.push(...below.reverse());
  }
  return { files, skipped: skipped.sort((a, b) => (a.path < b.path ? -1 : 1)) };
}

/** The system takes each step of a path for each file: from the working directory there are fewer. */
function fromHere(root: string): string {
  try {
    const path = relative(process.cwd(), root) || ".";
    return path.length < root.length ? path : root;
  } catch {
    // The working directory is gone.
    return root;
  }
}

/** Nothing where it vanished meanwhile: who reads it will say so. */
function statsOf(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
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

function namesIn(root: string, folder: string, report: Report): string[] {
  try {
    return readdirSync(`${root}/${folder}`).sort();
  } catch (error) {
    report(problem("folder-unreadable", { error }, { file: folder || "." }));
    return [];
  }
}

/** Whatever can't be an article or have one in it is passed over without a word. */
function reasonToSkip(
  root: string,
  name: string,
  path: string,
  stats: Stats | undefined,
  ignored: (path: string) => boolean,
): SkipReason | undefined {
  const isFolder = stats?.isDirectory() ?? false;
  const isLink = stats?.isSymbolicLink() ?? false;
  if (!isFolder && !isLink && !markdown.test(name)) return undefined;
  if (name.startsWith(".") || name === "node_modules") return "hidden";
  if (ignored(path)) return "ignored";
  if (partial.test(name)) return "partial";
  if (isLink) return whyNotFollow(root, path);
  return isFolder || stats === undefined || stats.isFile() ? undefined : "not a regular file";
}

function whyNotFollow(root: string, path: string): SkipReason {
  try {
    const inside = `${realpathSync(join(root, path))}${sep}`.startsWith(root + sep);
    return inside ? "link to a listed place" : "link outside";
  } catch {
    return "broken link";
  }
}
