import { linkSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { readRegular } from "../regularFile.ts";
import { stagingName } from "../stagingName.ts";
import { held, isAtWork, type Owner, ownerFrom, thisProcess } from "./owner.ts";

/** A lock that this process holds. */
export interface Held {
  /** Marks of the staging files of those who held it and are no more, without having released it. */
  readonly left: readonly string[];
  /** Shows that its owner is at work. */
  touch(): void;
  release(): void;
}

/** Who holds it instead; nothing where that can't be read. */
export interface Taken {
  readonly owner: Owner | undefined;
}

/** Of a file that was made and not yet filled: whoever makes one fills it at once. In milliseconds. */
const momentToFill = 10_000;
/** Of so many that died one after the other, the files are looked for. */
const mostLeft = 1000;

/**
 * Takes a lock, which is a file, if nobody at work has it. Of any number that ask at once, one gets it.
 * Throws what the file system throws, where none can be made there.
 */
export function take(path: string): Held | Taken {
  const me = thisProcess();
  held.add(me.token);
  let result: Mine | Taken | undefined;
  try {
    result = tryToTake(path, me);
  } finally {
    if (result === undefined || "owner" in result) held.delete(me.token);
  }
  if ("owner" in result) return result;
  attempt(() => clearUp(path));
  return {
    ...result,
    touch: () => attempt(() => isMine(path, me) && utimesSync(path, new Date(), new Date())),
    release: () => {
      held.delete(me.token);
      attempt(() => isMine(path, me) && rmSync(path));
    },
  };
}

/** What was found where it is mine now. */
type Mine = Pick<Held, "left">;

function tryToTake(path: string, me: Owner): Mine | Taken {
  if (isMade(path, me)) return { left: [] };
  const last = lockAt(path);
  if (last === undefined) return tryToTake(path, me);
  return isSomebodys(last) ? { owner: last.owner } : takeOver(path, last.owner, me);
}

/**
 * Takes the place of an owner that is no more. Of several that find it so, one at a time may look again and act; the
 * right to do so is a lock itself, named after the owner.
 */
function takeOver(path: string, last: Owner | undefined, me: Owner): Mine | Taken {
  const right = `${path}.${last?.token ?? "unread"}`;
  const other = tryToTake(right, me);
  if ("owner" in other) return other;
  try {
    const now = lockAt(path);
    if (now === undefined || now.owner?.token !== last?.token) return tryToTake(path, me);
    // Whoever comes next, should this one die, too, has to know of both.
    const left = last ? [...last.left, last.staging].slice(-mostLeft) : [];
    renameSync(filled(path, { ...me, left }), path);
    return { left };
  } finally {
    rmSync(right, { force: true });
  }
}

/** Makes the file, filled, in one step; false where one is there. */
function isMade(path: string, me: Owner): boolean {
  const mine = filled(path, me);
  try {
    linkSync(mine, path);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    return isMadeWithoutLinks(path, me, error);
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Some disks know no second names. */
function isMadeWithoutLinks(path: string, me: Owner, reason: unknown): boolean {
  try {
    writeFileSync(path, JSON.stringify(me), { flag: "wx" });
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw reason;
  }
}

function filled(path: string, me: Owner): string {
  const mine = path + stagingName();
  writeFileSync(mine, JSON.stringify(me), { flag: "wx" });
  return mine;
}

/** Removes what those left beside a lock who died while they took it. */
function clearUp(path: string): void {
  for (const name of readdirSync(dirname(path))) {
    const other = join(dirname(path), name);
    if (!name.startsWith(`${basename(path)}.`)) continue;
    const found = lockAt(other);
    if (found && !isSomebodys(found)) rmSync(other, { force: true });
  }
}

/** A lock's file; without an owner where it isn't filled, or what stands in it can't be read. */
interface Found {
  readonly owner: Owner | undefined;
  /** When it was last, by the clock of its disk. */
  readonly touched: number;
}

function isSomebodys({ owner, touched }: Found): boolean {
  return owner ? isAtWork(owner, touched) : Date.now() - touched < momentToFill;
}

function lockAt(path: string): Found | undefined {
  try {
    return { touched: statSync(path).mtimeMs, owner: ownerFrom(readRegular(path)) };
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

function isMine(path: string, me: Owner): boolean {
  return lockAt(path)?.owner?.token === me.token;
}

/** Does what may fail without harm: a lock whose owner is no more is taken over. */
function attempt(action: () => unknown): void {
  try {
    action();
  } catch {
    // the disk went away; what else fails for it says so
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
