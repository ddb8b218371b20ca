import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";
import { stagingMark } from "../stagingName.ts";

/** Who holds a lock: a process, told from every other one. */
export interface Owner {
  readonly pid: number;
  readonly host: string;
  /** Tells the processes that see each other by their numbers: the same host, start and container. */
  readonly place: string;
  /** When it started, as its system counts; empty where that can't be told. */
  readonly born: string;
  /** When it took the lock. */
  readonly since: string;
  /** Tells this lock from the same process's others. */
  readonly token: string;
  /** The mark of its staging files. */
  readonly staging: string;
  /** The same of those who died before it, whose files it may not have removed yet. */
  readonly left: readonly string[];
}

/** This process, as the owner of a new lock. */
export function thisProcess(): Owner {
  const { pid } = process;
  const token = `${pid}-${process.hrtime.bigint().toString(36)}-${Math.random().toString(36).slice(2)}`;
  return {
    pid,
    host: hostname(),
    place: placeHere(),
    born: birthOf(pid),
    since: now(),
    token,
    staging: stagingMark,
    left: [],
  };
}

/** To the second. */
function now(): string {
  return new Date().toISOString().replace(/\.\d+/, "");
}

/** An owner as it stands in a lock's file; nothing where the text says no such thing. */
export function ownerFrom(text: string): Owner | undefined {
  const data = parsed(text);
  if (typeof data !== "object" || data === null) return undefined;
  if (!("pid" in data && "host" in data && "place" in data && "born" in data)) return undefined;
  if (!("since" in data && "token" in data && "staging" in data && "left" in data)) return undefined;
  const { pid, host, place, born, since, token, staging, left } = data;
  if (typeof pid !== "number" || !Number.isSafeInteger(pid) || pid < 1) return undefined;
  if (typeof host !== "string" || typeof place !== "string" || typeof born !== "string") return undefined;
  if (typeof since !== "string" || typeof token !== "string" || !/^[\w-]{1,80}$/.test(token))
    return undefined;
  if (!isMark(staging) || !Array.isArray(left) || !left.every(isMark)) return undefined;
  return { pid, host, place, born, since, token, staging, left };
}

function isMark(data: unknown): data is string {
  return typeof data === "string" && /^[0-9a-f]{12}$/.test(data);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The tokens of locks that this program holds: it may have been unable to remove one. */
export const held = new Set<string>();

/** How long a lock counts that nobody can look after, without a sign of life: more than any build is silent. */
const patience = 5 * 60 * 1000;

/**
 * Whether an owner is still at work. A process number can be another one's by now, and one from elsewhere can't be
 * looked up at all: there the lock's file has to be touched from time to time.
 * @param touched when the lock's file was, by the clock of its disk
 */
export function isAtWork({ pid, place, born, staging, token }: Owner, touched: number): boolean {
  // Of our own, we know.
  if (staging === stagingMark) return held.has(token);
  const isQuiet = Date.now() - touched > patience;
  if (place !== placeHere()) return !isQuiet;
  if (!isRunning(pid)) return false;
  return born === "" ? !isQuiet : birthOf(pid) === born;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is one, too.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function placeHere(): string {
  const start = textOf(() => readFileSync("/proc/sys/kernel/random/boot_id", "utf8"));
  const container = textOf(() => readlinkSync("/proc/self/ns/pid"));
  return [hostname(), start.trim(), container].join(" ");
}

/** Field 22 of proc(5)'s stat; the second one, the name, may hold anything but ends with the last parenthesis. */
function birthOf(pid: number): string {
  const stat = textOf(() => readFileSync(`/proc/${pid}/stat`, "utf8"));
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
}

/** Empty where the system doesn't say. */
function textOf(read: () => string): string {
  try {
    return read();
  } catch {
    return "";
  }
}
