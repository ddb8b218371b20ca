import { realpathSync, type Stats, statSync } from "node:fs";
import { join, relative } from "node:path";
import { type FSWatcher, watch } from "chokidar";

/** A folder to be watched. */
export interface Watched {
  readonly path: string;
  /** Whether with all below it. */
  readonly isDeep: boolean;
  readonly counts: (path: string) => boolean;
  /** Told of what changed; of nothing where any of it may have. */
  readonly changed: (path?: string) => void;
  /** Told why it can't be watched, each time. */
  readonly failed: (error: unknown) => void;
}

/** How often it is looked whether the folder is still the same one, in milliseconds. */
const lookAgain = 500;

/**
 * Watches a folder, also while it is away: when it is back, or another one is in its place, that one is watched.
 *
 * Only folders are watched, of whose files their systems tell: 100,000 articles would need as many watches, more than
 * many systems give to all programs together.
 */
export class FolderWatch {
  #watcher: FSWatcher | undefined;
  #identity: string | undefined;
  #isClosed = false;
  readonly #timer: NodeJS.Timeout;

  constructor(private readonly watched: Watched) {
    this.#timer = setInterval(() => this.#look(), lookAgain);
    this.#open(identityOf(watched.path));
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearInterval(this.#timer);
    await this.#watcher?.close();
  }

  #open(identity: string | undefined): void {
    const { path: named, isDeep, counts, changed, failed } = this.watched;
    const root = identity && attempt(() => realpathSync(named));
    this.#identity = root && identity;
    if (!root) return;
    const asNamed = (path: string) => join(named, relative(root, path));
    const ignored = (path: string, stats?: Stats) =>
      stats?.isFile() === true || (path !== root && !counts(asNamed(path)));
    const watcher = watch(root, {
      ignoreInitial: true,
      ignorePermissionErrors: true,
      followSymlinks: false,
      ignored,
      ...(isDeep ? {} : { depth: 0 }),
    });
    this.#watcher = watcher;
    const told = (path: string) => {
      if (watcher === this.#watcher && counts(asNamed(path))) changed(asNamed(path));
    };
    watcher.on("raw", (_, name, details: unknown) => {
      const folder = folderIn(details);
      if (folder !== undefined && typeof name === "string") told(join(folder, name));
    });
    watcher.on("addDir", told).on("unlinkDir", (path) => {
      if (path === root) this.#identity = undefined;
      told(path);
    });
    watcher.on("error", failed);
    // What changed before it was watched would go unseen.
    watcher.on("ready", () => {
      if (!this.#isClosed) changed();
    });
  }

  #look(): void {
    const identity = identityOf(this.watched.path);
    if (identity === this.#identity) return;
    void this.#watcher?.close();
    this.#watcher = undefined;
    this.watched.changed(this.watched.path);
    this.#open(identity);
  }
}

/** Where an event comes from. */
function folderIn(details: unknown): string | undefined {
  if (typeof details !== "object" || details === null || !("watchedPath" in details)) return undefined;
  return typeof details.watchedPath === "string" ? details.watchedPath : undefined;
}

/** Tells a folder from another one in its place; nothing where there is none. */
function identityOf(path: string): string | undefined {
  const stats = attempt(() => statSync(path));
  return stats?.isDirectory() ? `${stats.dev} ${stats.ino} ${stats.birthtimeMs}` : undefined;
}

/** Nothing where the system refuses: the folder is away, or as good as. */
function attempt<Result>(action: () => Result): Result | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
