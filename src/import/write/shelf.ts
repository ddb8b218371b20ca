import { lstatSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { walk } from "../../discover/index.ts";
import { readId } from "../../parse/index.ts";
import { ProblemError, problem } from "../../problems/index.ts";
import { stagingName } from "../../stagingName.ts";
import { detached } from "../detached.ts";
import type { ImportOptions } from "../index.ts";

/** What became of an article's file. */
type FileState = "new" | "unchanged" | "differs" | "replaced";

export interface Placed {
  /** Below the folder, with `/` between folders. */
  readonly path: string;
  readonly state: FileState;
}

/**
 * The folder that articles are written to, and whose files are whose: an id's file is found wherever
 * it was moved to, and no other file is ever written over.
 */
export class Shelf {
  readonly #byId = new Map<string, string>();
  /** What a dry run would have written. */
  readonly #taken = new Set<string>();
  /** The number that a name had last. */
  readonly #numbers = new Map<string, number>();

  /** @param folder absolute; it needn't be there */
  constructor(
    private readonly folder: string,
    private readonly options: Pick<ImportOptions, "force" | "dryRun" | "limits">,
  ) {
    if (!isFolder(folder)) return;
    const { files } = walk(
      folder,
      () => false,
      () => {},
    );
    for (let row = 0; row < files.length; row++) {
      const path = files.path(row);
      const id = readId(files.absolutePath(row), path, options.limits.head);
      if (id !== undefined && !this.#byId.has(id)) this.#byId.set(detached(id), path);
    }
  }

  /**
   * Puts an article's file there, unless it is there already.
   * @param id nothing where the article has none
   * @param wanted the path without its ending; another name is found where it is taken
   * @throws ProblemError import-unwritable
   */
  put(id: string | undefined, wanted: string, text: string): Placed {
    const known = id === undefined ? this.#sameText(wanted, text) : this.#byId.get(id);
    if (known !== undefined) return this.#again(known, text);
    const path = this.#free(detached(wanted));
    this.#write(path, text);
    if (id !== undefined) this.#byId.set(id, path);
    return { path, state: "new" };
  }

  #again(path: string, text: string): Placed {
    const before = textAt(join(this.folder, path));
    if (before === text) return { path, state: "unchanged" };
    if (!this.options.force) return { path, state: "differs" };
    this.#write(path, text);
    return { path, state: "replaced" };
  }

  /** An article without an id is known by its name and text. */
  #sameText(wanted: string, text: string): string | undefined {
    const path = `${wanted}.md`;
    return textAt(join(this.folder, path)) === text ? path : undefined;
  }

  #free(wanted: string): string {
    for (let number = (this.#numbers.get(wanted) ?? 0) + 1; ; number++) {
      const path = `${wanted}${number === 1 ? "" : `-${number}`}.md`;
      if (this.#taken.has(path) || exists(join(this.folder, path))) continue;
      // Of a name that comes once there is nothing to remember: its file will be there.
      if (number > 1) this.#numbers.set(wanted, number);
      if (this.options.dryRun) this.#taken.add(path);
      return path;
    }
  }

  /** Written beside its place and renamed, so that nobody sees half of it. */
  #write(path: string, text: string): void {
    if (this.options.dryRun) return;
    const target = join(this.folder, path);
    const staging = join(dirname(target), stagingName());
    try {
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(staging, text, { flag: "wx" });
      renameSync(staging, target);
    } catch (error) {
      rmSync(staging, { force: true });
      throw unwritable(error, target);
    }
  }
}

function unwritable(error: unknown, file: string): ProblemError {
  return new ProblemError(problem("import-unwritable", { error }, { file }));
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function exists(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    // Where one name can't be looked at, the next one can't either.
    throw unwritable(error, path);
  }
}

function textAt(path: string): string | undefined {
  try {
    return statSync(path).isFile() ? readFileSync(path, "utf8") : undefined;
  } catch {
    return undefined;
  }
}
