import { dirname, join } from "node:path";
import { stage } from "../publish/index.ts";
import { readRegular } from "../regularFile.ts";
import { makeOwnFolder } from "../sealed/ownFolder.ts";
import type { Feed } from "./feeds.ts";

/** What each hub was told, and took: the digest of each topic's file. */
interface Notices {
  readonly version: 1;
  readonly hubs: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Where the notices of a root stand. They can be deleted at any time: all feeds are told once more then. */
export function noticesPath(root: string): string {
  return join(root, ".feedwright", "notices.json");
}

/** Which feeds a hub doesn't know of as they are: those that it has still to be told. */
export function owedTo(hub: string, feeds: readonly Feed[], root: string): readonly Feed[] {
  const told = readNotices(root)[hub] ?? {};
  return feeds.filter(({ topic, digest }) => told[topic] !== digest);
}

/**
 * Notes that a hub took some notices, as one step. Read anew, as another process may have noted its own.
 * Throws what the file system throws.
 * @param feeds all that there are; what was told of others is forgotten
 */
export function noteTaken(hub: string, taken: readonly Feed[], feeds: readonly Feed[], root: string): void {
  const path = noticesPath(root);
  const hubs = readNotices(root);
  const now = new Map(taken.map(({ topic, digest }) => [topic, digest]));
  const digests = feeds.flatMap(({ topic }) => {
    const digest = now.get(topic) ?? hubs[hub]?.[topic];
    return digest === undefined ? [] : [[topic, digest] as const];
  });
  const notices: Notices = { version: 1, hubs: { ...hubs, [hub]: Object.fromEntries(digests) } };
  makeOwnFolder(dirname(path));
  stage(path, JSON.stringify(notices)).commit();
}

/** Missing or broken notices are none. */
function readNotices(root: string): Notices["hubs"] {
  try {
    const data: unknown = JSON.parse(readRegular(noticesPath(root)));
    return isNotices(data) ? data.hubs : {};
  } catch {
    return {};
  }
}

function isNotices(data: unknown): data is Notices {
  if (!isObject(data) || data.version !== 1 || !isObject(data.hubs)) return false;
  return Object.values(data.hubs).every(
    (told) => isObject(told) && Object.values(told).every((digest) => typeof digest === "string"),
  );
}

function isObject(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === "object" && data !== null;
}
