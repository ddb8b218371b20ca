import { lstatSync, readdirSync, realpathSync, type Stats, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { Skipped } from "../buildResult.ts";
import type { Addresses } from "../config/index.ts";
import { ProblemError, problem, type Report } from "../problems/index.ts";
import { Files } from "./files.ts";

/** What a walk gives. */
export interface Walk {
  readonly files: Files;
  readonly skipped: readonly Skipped[];
}

const markdown = /\.(?:md|mdx|markdown|mdown|mkdn?)$/i;
const hidden = /^(?:\.|node_modules$)/;
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
 * @param addresses those of all files that have a page, where that is known
 * @throws ProblemError where the content folder itself can't be read
 */
export function walk(
  content: string,
  ignored: (path: string) => boolean,
  report: Report,
  addresses?: Addresses,
): Walk {
  const walker = new Walker(realFolder(content), ignored, report, addresses);
  const folders = [""];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop())
    for (const each of walker.enter(folder).reverse()) folders.push(each);
  const { files, skipped } = walker;
  return { files, skipped: skipped.sort((a, b) => (a.path < b.path ? -1 : 1)) };
}

class Walker implements Walk {
  readonly files: Files;
  readonly skipped: Skipped[] = [];
  readonly #near: string;

  constructor(
    private readonly root: string,
    private readonly ignored: (path: string) => boolean,
    private readonly report: Report,
    private readonly addresses: Addresses | undefined,
  ) {
    this.files = new Files(root);
    this.#near = fromHere(root);
  }

  /** Takes a folder's files; gives the folders in it. */
  enter(folder: string): string[] {
    const near = folder === "" ? this.#near : `${this.#near}/${folder}`;
    const below = folder === "" ? "" : `${folder}/`;
    const articles: string[] = [];
    const folders: string[] = [];
    for (const name of namesIn(near, folder, this.report)) {
      const stats = statsOf(`${near}/${name}`);
      const isFolder = stats?.isDirectory() ?? false;
      const isUnreadable = stats === undefined && name.includes("\uFFFD");
      if (!isFolder && !markdown.test(name) && !stats?.isSymbolicLink() && !isUnreadable) continue;
      const reason = this.#reasonToSkip(name, below + name, stats);
      if (reason !== undefined) this.skipped.push({ path: below + name, reason });
      else if (isFolder) folders.push(below + name);
      else {
        articles.push(name);
        this.files.addState(stats);
      }
    }
    this.files.addFolder(folder, articles);
    return folders;
  }

  #reasonToSkip(name: string, path: string, stats: Stats | undefined): Skipped["reason"] | undefined {
    if (hidden.test(name)) return "hidden";
    if (this.ignored(path)) return "ignored";
    if (partial.test(name)) return "partial";
    if (stats === undefined && name.includes("\uFFFD")) return "name is not UTF-8";
    const isFile = stats?.isFile() ?? false;
    if (isFile && this.addresses !== undefined && !Object.hasOwn(this.addresses, path)) return "no page";
    // What vanished meanwhile is told of by whoever wants to read it.
    if (stats === undefined || isFile || stats.isDirectory()) return undefined;
    return stats.isSymbolicLink() ? whyNotFollow(this.root, path) : "not a regular file";
  }
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

function namesIn(path: string, folder: string, report: Report): string[] {
  try {
    return readdirSync(path).sort();
  } catch (error) {
    report(problem("folder-unreadable", { error }, { file: folder || "." }));
    return [];
  }
}

function whyNotFollow(root: string, path: string): Skipped["reason"] {
  try {
    const inside = `${realpathSync(join(root, path))}${sep}`.startsWith(root + sep);
    return inside ? "link to a listed place" : "link outside";
  } catch {
    return "broken link";
  }
}
