import {
  cpSync,
  existsSync,
  lstatSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmdirSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { ProblemError, problem } from "../problems/index.ts";
import { makeOwnFolder } from "../sealed/ownFolder.ts";
import { stagingName } from "../stagingName.ts";
import { copyTree, isSameTree } from "./copyTree.ts";
import { Folders } from "./folders.ts";
import { synchronised } from "./stage.ts";

/**
 * Trees are complete copies of all that is published. They stand beside the link that leads to one of them, hidden, on
 * its file system; one in the making has the name of a staging file behind its own.
 */
const name = /^\.(.+)\.[0-9a-f]{24}(\.feedwright)?$/;

/**
 * Looks whether a link may stand in a place: one of ours, nothing, or an empty folder are there.
 * @throws ProblemError output-not-link
 */
export function refuseUnlinked(link: string): void {
  const stats = lstatSync(link, { throwIfNoEntry: false });
  const isOurs = stats?.isSymbolicLink() ? treeAt(link) !== undefined : stats?.isDirectory() && isEmpty(link);
  if (stats !== undefined && !isOurs) throw new ProblemError(problem("output-not-link", {}, { file: link }));
}

/**
 * Makes the folder that builds put files into. Where it is gone, it is filled from what is published: guards compare with it.
 * @throws ProblemError output-unwritable
 */
export function seedWork(work: string, link: string): void {
  const tree = treeAt(link);
  const seed = join(dirname(work), stagingName());
  try {
    if (tree !== undefined && existsSync(tree) && !existsSync(work)) {
      cpSync(tree, seed, { recursive: true, preserveTimestamps: true });
      renameSync(seed, work);
    }
    makeOwnFolder(work);
  } catch (error) {
    remove(seed);
    throw unwritable(error, work);
  }
}

/**
 * Publishes all that is in a folder at once: a complete copy is made and synchronised, then the link is led to it.
 * The tree before stays for those who are reading in it; older ones go.
 * @throws ProblemError output-unwritable, and the signal's reason: the link leads where it led then
 */
export async function switchTree(work: string, link: string, signal: AbortSignal | undefined): Promise<void> {
  const current = treeAt(link);
  try {
    if (current === undefined || !isSameTree(work, current)) await make(work, link, current, signal);
    clearUp(link);
  } catch (error) {
    signal?.throwIfAborted();
    throw unwritable(error, link);
  }
}

async function make(
  work: string,
  link: string,
  current: string | undefined,
  signal: AbortSignal | undefined,
): Promise<void> {
  const parent = dirname(link);
  const folders = new Folders();
  const tree = join(parent, `.${basename(link)}${stagingName().slice(0, 25)}`);
  const making = `${tree}.feedwright`;
  try {
    folders.make(parent);
    await copyTree(work, making, current, signal);
    renameSync(making, tree);
    if (lstatSync(link, { throwIfNoEntry: false })?.isDirectory()) rmdirSync(link);
    // Whoever follows the link comes to the one or the other.
    symlinkSync(basename(tree), making, "dir");
    renameSync(making, link);
  } catch (error) {
    for (const path of [making, tree]) remove(path);
    folders.removeEmpty();
    throw error;
  }
  await synchronised(parent);
}

/** Absolute path of the tree that a link of ours leads to. */
function treeAt(link: string): string | undefined {
  if (!lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink()) return undefined;
  const target = readlinkSync(link);
  return name.exec(target)?.[1] === basename(link) ? join(dirname(link), target) : undefined;
}

/** All trees of a link but the one that it leads to and the last before. */
function clearUp(link: string): void {
  const parent = dirname(link);
  const current = treeAt(link);
  const others = readdirSync(parent).flatMap((each) => {
    const [, of, making] = name.exec(each) ?? [];
    const path = join(parent, each);
    if (of !== basename(link) || path === current) return [];
    return [{ path, made: making ? 0 : lstatSync(path).mtimeMs }];
  });
  const newest = Math.max(...others.map(({ made }) => made));
  for (const { path, made } of others) if (made === 0 || made < newest) remove(path);
}

/** One that can't be removed is in nobody's way, and goes with a later build. */
function remove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // the disk went away
  }
}

function unwritable(error: unknown, file: string): ProblemError {
  return new ProblemError(problem("output-unwritable", { error, placed: 0 }, { file }));
}

function isEmpty(folder: string): boolean {
  return readdirSync(folder).length === 0;
}
