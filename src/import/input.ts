import { createWriteStream } from "node:fs";
import { mkdtemp, open, realpath, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { ProblemError, problem } from "../problems/index.ts";

/** What is looked at to know what a source is. */
const lookedAt = 64 * 1024;

/** A source's file. It can be read any number of times. */
export interface Input {
  /** As the user calls it, or a file in an archive. */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
  readonly isFolder: boolean;
  /** In bytes. */
  readonly size: number;
  /** Its first bytes. */
  readonly beginning: Buffer;
}

/** An input, and what is to be done once it was read. */
export interface OpenInput {
  readonly input: Input;
  close(): Promise<void>;
}

/**
 * Opens what the user names.
 * @param given a file or folder, or `-`
 * @param stdin what `-` means; it is kept in a temporary file meanwhile, for archives are read twice
 * @throws ProblemError import-unreadable
 */
export async function openInput(
  given: string,
  cwd: string,
  stdin: AsyncIterable<Uint8Array> | undefined,
): Promise<OpenInput> {
  if (given === "-" && stdin !== undefined) return await spooled(stdin);
  return { input: await inputAt(resolve(cwd, given), given), close: async () => {} };
}

async function spooled(stdin: AsyncIterable<Uint8Array>): Promise<OpenInput> {
  const folder = await mkdtemp(join(await realpath(tmpdir()), "feedwright-"));
  const close = () => rm(folder, { recursive: true, force: true });
  try {
    const path = join(folder, "input");
    await pipeline(stdin, createWriteStream(path, { mode: 0o600 }));
    return { input: await inputAt(path, "-"), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Looks at a file or folder. Throws as `openInput` does. */
async function inputAt(path: string, name: string): Promise<Input> {
  try {
    const stats = await stat(path);
    if (stats.isDirectory()) return { name, path, isFolder: true, size: 0, beginning: Buffer.alloc(0) };
    // A FIFO or a device would block, or never end.
    if (!stats.isFile()) throw new Error("it is not a regular file");
    return { name, path, isFolder: false, size: stats.size, beginning: await beginningOf(path) };
  } catch (error) {
    throw new ProblemError(problem("import-unreadable", { error }, { file: name }));
  }
}

async function beginningOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(lookedAt), 0, lookedAt, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
