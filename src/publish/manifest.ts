import { dirname, join, relative } from "node:path";
import { crc32 } from "node:zlib";
import { problem, type Report } from "../problems/index.ts";
import { readRegular } from "../regularFile.ts";
import { makeOwnFolder } from "../sealed/ownFolder.ts";
import { isMissing, isStory, type Missing, type PublishedStory } from "./missing.ts";
import { stage } from "./stage.ts";

/** What the last build published: each feed file's item ids. */
export type PublishedIds = Readonly<Record<string, readonly string[]>>;

/** What the last build knew of what it and those before it published. */
export interface LastPublished {
  readonly ids: PublishedIds;
  readonly missing: readonly Missing[];
  /** By their ids: those that partners have who would have to be told if they went. */
  readonly stories: Readonly<Record<string, PublishedStory>>;
  /** Files beside the feeds: lists, pages, compressed documents. */
  readonly others: readonly string[];
}

/** A feed file that the last build published. */
export interface ListedFeed {
  /** Below the output folder, with `/` between folders. */
  readonly path: string;
  /** Meant for some readers only: its address is told to nobody. */
  readonly isPrivate: boolean;
}

/** As it is written: feeds have the same items in all formats, so each list is there once. */
interface Manifest {
  readonly version: 2;
  /** The output folder, from the root: another one's feeds are compared with nothing. */
  readonly output: string;
  readonly lists: readonly (readonly string[])[];
  /** Which of the lists each feed file has. */
  readonly feeds: Readonly<Record<string, number>>;
  /** Absent where none is. */
  readonly missing?: readonly Missing[];
  readonly stories?: Readonly<Record<string, PublishedStory>>;
  /** Absent where there are none. */
  readonly others?: readonly string[];
  /** Which of the feed files are private; absent where none is. */
  readonly private?: readonly string[];
  /** CRC-32 of all else, as JSON. */
  readonly checksum?: number;
}

/** Where the manifest of a root stands. It can be deleted at any time; only the guards miss it. */
function manifestPath(root: string): string {
  return join(root, ".feedwright", "manifest.json");
}

/** The last build's feeds in an output folder. A missing, broken or foreign manifest knows none. */
export function readManifest(root: string, output: string): LastPublished {
  const { lists = [], feeds = {}, missing = [], stories = {}, others = [] } = read(root, output) ?? {};
  const ids = Object.entries(feeds).map(([path, list]) => [path, lists[list] ?? []] as const);
  return { ids: Object.fromEntries(ids), missing, stories, others };
}

/** The same feeds as files, for whoever tells others of them. */
export function readListing(root: string, output: string): readonly ListedFeed[] {
  const { feeds = {}, private: hidden = [] } = read(root, output) ?? {};
  return Object.keys(feeds).map((path) => ({ path, isPrivate: hidden.includes(path) }));
}

function read(root: string, output: string): Manifest | undefined {
  try {
    const data: unknown = JSON.parse(readRegular(manifestPath(root)));
    return isManifest(data) && data.output === relative(root, output) && isWhole(data) ? data : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Writes the manifest as one step, and only if it differs. Where it can't be written, that is said.
 * @param isPrivate whether a feed file's address has to be told to nobody
 */
export function writeManifest(
  root: string,
  output: string,
  { ids: feeds, missing, stories, others }: LastPublished,
  report: Report,
  isPrivate: (path: string) => boolean = () => false,
): void {
  const path = manifestPath(root);
  const lists = [...new Set(Object.values(feeds))];
  const numbers = new Map(lists.map((ids, number) => [ids, number]));
  const places = Object.entries(feeds).map(([path, ids]) => [path, numbers.get(ids) ?? 0] as const);
  const hidden = Object.keys(feeds).filter(isPrivate);
  const manifest: Manifest = {
    version: 2,
    output: relative(root, output),
    lists,
    feeds: Object.fromEntries(places),
    ...(missing.length > 0 && { missing }),
    ...(Object.keys(stories).length > 0 && { stories }),
    ...(others.length > 0 && { others }),
    ...(hidden.length > 0 && { private: hidden }),
  };
  try {
    makeOwnFolder(dirname(path));
    const checksum = crc32(JSON.stringify(manifest));
    // It may know addresses that are told to nobody.
    const mode = hidden.length > 0 ? 0o600 : 0o666;
    stage(path, JSON.stringify({ ...manifest, checksum }), mode).commit();
  } catch (error) {
    report(problem("state-unwritable", { error }, { file: path }));
  }
}

function isWhole({ checksum, ...rest }: Manifest): boolean {
  return checksum === undefined || checksum === crc32(JSON.stringify(rest));
}

function isManifest(data: unknown): data is Manifest {
  if (typeof data !== "object" || data === null || !("version" in data) || data.version !== 2) return false;
  if (!("output" in data) || typeof data.output !== "string") return false;
  if (!("feeds" in data) || typeof data.feeds !== "object" || data.feeds === null) return false;
  if (!("lists" in data) || !Array.isArray(data.lists)) return false;
  if ("missing" in data && !(Array.isArray(data.missing) && data.missing.every(isMissing))) return false;
  if ("stories" in data && !areStories(data.stories)) return false;
  if ("others" in data && !isListOfTexts(data.others)) return false;
  if ("private" in data && !isListOfTexts(data.private)) return false;
  return Object.values(data.feeds).every((list) => Number.isInteger(list)) && data.lists.every(isListOfTexts);
}

function areStories(data: unknown): boolean {
  return typeof data === "object" && data !== null && Object.values(data).every(isStory);
}

function isListOfTexts(data: unknown): data is readonly string[] {
  return Array.isArray(data) && data.every((each) => typeof each === "string");
}
