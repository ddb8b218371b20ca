/**
 * The publish room: files for the output folder come in, chunk by chunk; what became of each goes
 * out. All are staged and synchronised beside their targets first; then each is renamed into place.
 *
 * What can go wrong: a file can't be written (`output-unwritable`), or a guard objects. Nothing is
 * put in place then, and nothing staged is left.
 */
import { dirname, join } from "node:path";
import { type FileState, stateAt } from "../fileState.ts";
import { ProblemError, problem } from "../problems/index.ts";
import { type FileIdentity, identityAt, NotRegular } from "../regularFile.ts";
import { removeEnded } from "./ended.ts";
import { Folders } from "./folders.ts";
import { inParallel } from "./inParallel.ts";
import { removeLeftovers } from "./leftovers.ts";
import { type StagedFile, StagingWriter, synchronised } from "./stage.ts";

export { guard, type PlannedFeed } from "./guards.ts";
export { removeLeftovers } from "./leftovers.ts";
export {
  type LastPublished,
  type ListedFeed,
  type PublishedIds,
  readListing,
  readManifest,
  writeManifest,
} from "./manifest.ts";
export { type Missed, type Missing, missingSince, type PublishedStory, type Whereabouts } from "./missing.ts";
export { Ownership } from "./ownership.ts";
export { bytesOf, stage } from "./stage.ts";
export { standingItems } from "./standing.ts";
export { switchTree } from "./trees.ts";

/** A file for the output folder: its path with `/` between folders, and its bytes as they come. */
export interface OutputFile {
  readonly path: string;
  /** The same as it may be told, if it may not. */
  readonly shown?: string | undefined;
  readonly chunks: Iterable<string | Uint8Array>;
}

/** What became of it. */
export interface PublishedFile {
  readonly path: string;
  readonly state: "new" | "changed" | "unchanged" | "removed";
  readonly bytes: number;
}

/** Files that are ready beside their targets. */
export class Staging {
  /** How many files this build has put in place. */
  private placed = 0;
  /** Paths that must not be told, and what is told instead. */
  private readonly shown = new Map<string, string>();
  private readonly folders = new Folders();
  /** Files of somebody else that stand where this build's own would. */
  readonly foreign = new Set<string>();
  private readonly staged: { readonly path: string; readonly file: StagedFile }[] = [];

  /**
   * @param output absolute path of the output folder
   * @param dryRun compares only, and writes nothing anywhere
   * @param owns whether a file that stands there may be written over
   */
  constructor(
    private readonly output: string,
    private readonly dryRun = false,
    private readonly owns: (path: string) => boolean = () => true,
  ) {}

  /**
   * Stages files, taking a chunk from each in turn, so that feeds which share their items go in step.
   * @throws ProblemError output-unwritable; nothing staged is left then
   */
  add(files: readonly OutputFile[]): void {
    for (const steps = this.adding(files); !steps.next().done; );
  }

  /** The same, a chunk from each file a step; whoever stops before the end leaves nothing staged. */
  *adding(files: readonly OutputFile[]): Generator<void> {
    const open: OpenFile[] = [];
    let whole = false;
    try {
      for (const { path, shown, chunks } of files) {
        if (shown !== undefined) this.shown.set(path, shown);
        open.push({ path, chunks: chunks[Symbol.iterator](), writer: this.writer(path) });
      }
      for (let going = open; going.length > 0; going = going.filter((each) => this.step(each))) yield;
      for (const { path, writer } of open) {
        const file = this.writing(path, () => writer.end(false));
        this.staged.push({ path, file });
        if (file.state === "changed" && !this.owns(path)) this.foreign.add(path);
      }
      whole = true;
    } finally {
      if (!whole) for (const { writer } of open) writer.discard();
      if (!whole) this.discard();
    }
  }

  /** Says how the paths are to be told of files that aren't staged, and of what stands beside them under longer names. */
  hide(paths: Readonly<Record<string, string>>): void {
    for (const [path, shown] of Object.entries(paths)) this.shown.set(path, shown);
  }

  /** Forgets files that were staged, to be staged anew. */
  forget(paths: readonly string[]): void {
    const [forgotten, kept] = [new Set(paths), [...this.staged]];
    this.staged.splice(0, this.staged.length, ...kept.filter(({ path }) => !forgotten.has(path)));
    for (const { path, file } of kept) if (forgotten.has(path)) file.discard();
  }

  /** Stages files that have to be in place before the others, one after the other. */
  addFirst(files: readonly OutputFile[]): void {
    const later = this.staged.length;
    for (const file of files) this.add([file]);
    this.staged.push(...this.staged.splice(0, later));
  }

  /** A path as it may be told. */
  shownAs(path: string): string {
    return this.told(path);
  }

  /** What would change. */
  files(): PublishedFile[] {
    return this.staged.map(({ path, file: { state, bytes } }) => ({ path, state, bytes }));
  }

  /**
   * Puts all in place, in the order in which they were added. Unchanged files are not touched.
   * @returns the files as they stand then; nothing for one that another build has put its own in the place of
   */
  async commit(): Promise<readonly (FileState | undefined)[]> {
    const all = [...this.staged];
    const changed = this.staged.filter(({ file }) => file.state !== "unchanged");
    try {
      // Together, as the disk takes many at once in the time of a few.
      await inParallel(changed, ({ path, file }) => this.writingLater(path, () => file.synchronise()));
      for (const { path, file } of changed) this.place(path, file);
    } finally {
      this.discard();
    }
    const folders = new Set(changed.map((each) => dirname(each.path)));
    await inParallel([...folders], (path) => this.writingLater(path, () => settle(join(this.output, path))));
    return all.map(({ path, file }) => standingState(join(this.output, path), file.identity));
  }

  /**
   * Removes files of feeds that are no more.
   * @param paths as the last build wrote them
   * @returns those that were there, by the paths that may be told
   */
  remove(paths: readonly string[]): PublishedFile[] {
    return paths.flatMap((path) => {
      const bytes = this.writing(path, () => removeEnded(this.output, path, this.dryRun));
      return bytes === undefined ? [] : [{ path: this.told(path), state: "removed", bytes }];
    });
  }

  discard(): void {
    for (const { file } of this.staged.splice(0)) file.discard();
    this.folders.removeEmpty();
  }

  private place(path: string, file: StagedFile): void {
    this.writing(path, () => file.commit());
    this.placed++;
  }

  private writer(path: string): StagingWriter {
    return this.writing(path, () => new StagingWriter(join(this.output, path), this.dryRun, this.folders));
  }

  /** Moves a file on by one chunk; tells whether there may be more. */
  private step({ path, chunks, writer }: OpenFile): boolean {
    const next = chunks.next();
    if (!next.done) this.writing(path, () => writer.take(next.value));
    return !next.done;
  }

  private async writingLater(path: string, action: () => Promise<void>): Promise<void> {
    const failure = await action().then(
      () => undefined,
      (error: unknown) => ({ error }),
    );
    if (failure)
      this.writing(path, () => {
        throw failure.error;
      });
  }

  /** A path as it may be told; the folder of one that may not, too. */
  private told(path: string): string {
    for (const [hidden, shown] of this.shown) {
      if (path.startsWith(hidden)) return shown + path.slice(hidden.length);
      if (dirname(hidden) === path) return dirname(shown);
    }
    return path;
  }

  private writing<Result>(path: string, action: () => Result): Result {
    try {
      return action();
    } catch (error) {
      const ofTheDisk = error instanceof NotRegular || (error instanceof Error && "syscall" in error);
      if (!ofTheDisk) throw error;
      const { placed } = this;
      throw new ProblemError(
        problem("output-unwritable", { error, placed }, { file: join(this.output, this.told(path)) }),
      );
    }
  }
}

/** A file that is being staged. */
interface OpenFile {
  readonly path: string;
  readonly chunks: Iterator<string | Uint8Array>;
  readonly writer: StagingWriter;
}

function standingState(path: string, identity: FileIdentity | undefined): FileState | undefined {
  const [state, now] = [stateAt(path), identityAt(path)];
  return identity && now?.node === identity.node && now.device === identity.device ? state : undefined;
}

/** A rename lasts only once its folder is on the disk too. */
async function settle(folder: string): Promise<void> {
  removeLeftovers(folder);
  await synchronised(folder);
}
