import { closeSync, fstatSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { promisify } from "node:util";
import yauzl, { type Entry, type ZipFile } from "yauzl";
import { ProblemError, problem } from "../../problems/index.ts";
import { openUnlinked } from "../../regularFile.ts";
import type { Input } from "../input.ts";

/** An export's files, packed or not. */
export interface Files {
  /** A file's text; nothing where it isn't there. Throws a `ProblemError` where it can't be read. */
  text(path: string): Promise<string | undefined>;
  close(): void;
}

/** In bytes: what a file may be once it is unpacked. */
const largestFile = 64 * 1024 * 1024;
const mostFiles = 200_000;

/** Opens a folder or a zip file. Throws a ProblemError import-archive where it is neither. */
export async function openFiles(input: Input): Promise<Files> {
  return input.isFolder ? folderFiles(input) : await zipFiles(input);
}

/** A name of the export's own list never leads out of it. */
const inside = /^(?!\/)(?!.*(?:^|\/)\.\.(?:\/|$))[^\\\0]+$/;

/** An archive that was unpacked may have brought links and FIFOs: none is followed, or waited for. */
function folderFiles({ path: folder, name }: Input): Files {
  const root = realpathSync(folder);
  return {
    async text(path) {
      if (!inside.test(path)) return undefined;
      const file = openedIn(root, path);
      if (file === undefined) return undefined;
      try {
        if (fstatSync(file).size > largestFile) throw tooLarge(name, path);
        return readFileSync(file, "utf8");
      } finally {
        closeSync(file);
      }
    },
    close() {},
  };
}

function openedIn(root: string, path: string): number | undefined {
  const place = join(root, path);
  try {
    return realpathSync(dirname(place)) === dirname(place) ? openUnlinked(place) : undefined;
  } catch {
    return undefined;
  }
}

async function zipFiles({ path, name }: Input): Promise<Files> {
  const zip = await opened(path, name);
  const entries = await entriesOf(zip, name);
  return {
    async text(wanted) {
      const entry = entries.get(wanted);
      return entry === undefined ? undefined : await unpacked(zip, entry, name);
    },
    close: () => zip.close(),
  };
}

async function opened(path: string, file: string): Promise<ZipFile> {
  try {
    const openZip = promisify<string, yauzl.Options, ZipFile>(yauzl.open);
    return await openZip(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true });
  } catch (error) {
    throw unreadable(error, file);
  }
}

/** By name, below the folder that all of it may be packed in. */
async function entriesOf(zip: ZipFile, file: string): Promise<ReadonlyMap<string, Entry>> {
  if (zip.entryCount > mostFiles) throw unreadable(new Error("it has too many files"), file);
  const entries = new Map<string, Entry>();
  await new Promise<void>((resolve, reject) => {
    zip.on("entry", (entry: Entry) => {
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.on("end", resolve);
    zip.on("error", (error: unknown) => reject(unreadable(error, file)));
    zip.readEntry();
  });
  const list = [...entries.keys()].find((name) => /^(?:[^/]+\/)?posts\.csv$/.test(name)) ?? "";
  const folder = list.slice(0, -"posts.csv".length);
  return new Map(
    [...entries].map(([name, entry]) => [name.startsWith(folder) ? name.slice(folder.length) : name, entry]),
  );
}

async function unpacked(zip: ZipFile, entry: Entry, file: string): Promise<string> {
  if (entry.uncompressedSize > largestFile) throw tooLarge(file, entry.fileName);
  try {
    const pieces: Buffer[] = [];
    for await (const piece of await streamOf(zip, entry)) pieces.push(Buffer.from(piece));
    return Buffer.concat(pieces)
      .toString("utf8")
      .replace(/^\uFEFF/, "");
  } catch (error) {
    throw unreadable(error, file);
  }
}

function streamOf(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) =>
    zip.openReadStream(entry, (error, stream) => (error === null ? resolve(stream) : reject(error))),
  );
}

function unreadable(error: unknown, file: string): ProblemError {
  const reason = error instanceof Error ? error.message : String(error);
  return new ProblemError(problem("import-archive", { reason }, { file }));
}

function tooLarge(file: string, path: string): ProblemError {
  const reason = `${path} is larger than ${largestFile / 1024 / 1024} MB`;
  return new ProblemError(problem("import-archive", { reason }, { file }));
}
