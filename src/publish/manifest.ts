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
  /** Pictures and recordings that were put beside the feeds, by it and those before. */
  readonly media: readonly string[];
  /** Files that it was about to put in place for the first time: nobody knows which of them are there. */
  readonly placing: readonly string[];
  /** The site's address; nothing where the last build isn't known. */
  readonly site?: string | undefined;
  /** Feed files whose addresses are told to nobody, and what is told of each instead. */
  readonly hidden: Readonly<Record<string, string>>;
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
  readonly site?: string | undefined;
  readonly lists: readonly (readonly string[])[];
  /** Which of the lists each feed file has. */
  readonly feeds: Readonly<Record<string, number>>;
  /** Absent where none is. */
  readonly missing?: readonly Missing[];
  readonly stories?: Readonly<Record<string, PublishedStory>>;
  /** Absent where there are none. */
  readonly others?: readonly string[];
  readonly media?: readonly string[];
  readonly placing?: readonly string[];
  /** Which of the feed files are private, and how each may be told; absent where none is. */
  readonly private?: Readonly<Record<string, string>>;
  /** CRC-32 of all else, as JSON. */
  readonly checksum?: number;
}

/** Where the manifest of a root stands. It can be deleted at any time; only the guards miss it. */
function manifestPath(root: string): string {
  return join(root, ".feedwright", "manifest.json");
}

/** The last build's feeds in an output folder. A missing, broken or foreign manifest knows none. */
export function readManifest(root: string, output: string): LastPublished {
  const last = read(root, output);
  const { lists = [], feeds = {}, missing = [], stories = {} } = last ?? {};
  const { others = [], media = [], placing = [], private: hidden = {}, site } = last ?? {};
  const ids = Object.entries(feeds).map(([path, list]) => [path, lists[list] ?? []] as const);
  return { ids: Object.fromEntries(ids), missing, stories, others, media, placing, hidden, site };
}

/** The same feeds as files, for whoever tells others of them. */
export function readListing(root: string, output: string): readonly ListedFeed[] {
  const { ids, hidden } = readManifest(root, output);
  return Object.keys(ids).map((path) => ({ path, isPrivate: Object.hasOwn(hidden, path) }));
}

function read(root: string, output: string): Manifest | undefined {
  try {
    const data: unknown = JSON.parse(readRegular(manifestPath(root)));
    return isManifest(data) && data.output === relative(root, output) && isWhole(data) ? data : undefined;
  } catch {
    return undefined;
  }
}

/** Writes the manifest as one step, and only if it differs. Where it can't be written, that is said. */
export function writeManifest(
  root: string,
  output: string,
  { ids: feeds, missing, stories, others, media, placing, hidden, site }: LastPublished,
  report: Report,
): void {
  const path = manifestPath(root);
  const lists = [...new Set(Object.values(feeds))];
  const numbers = new Map(lists.map((ids, number) => [ids, number]));
  const places = Object.entries(feeds).map(([path, ids]) => [path, numbers.get(ids) ?? 0] as const);
  const isSecret = Object.keys(hidden).length > 0;
  const manifest: Manifest = {
    version: 2,
    output: relative(root, output),
    site,
    lists,
    feeds: Object.fromEntries(places),
    ...(missing.length > 0 && { missing }),
    ...(Object.keys(stories).length > 0 && { stories }),
    ...(others.length > 0 && { others }),
    ...(media.length > 0 && { media }),
    ...(placing.length > 0 && { placing }),
    ...(isSecret && { private: hidden }),
  };
  try {
    makeOwnFolder(dirname(path));
    const checksum = crc32(JSON.stringify(manifest));
    // It may know addresses that are told to nobody.
    const mode = isSecret ? 0o600 : 0o666;
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
  return (
    areOptions(data) &&
    Object.values(data.feeds).every((list) => Number.isInteger(list)) &&
    data.lists.every(isListOfTexts)
  );
}

/** What may be absent. */
function areOptions(data: object): boolean {
  if ("site" in data && typeof data.site !== "string") return false;
  if ("missing" in data && !(Array.isArray(data.missing) && data.missing.every(isMissing))) return false;
  if ("stories" in data && !areStories(data.stories)) return false;
  if ("private" in data && !areTexts(data.private)) return false;
  const lists = Object.entries(data).filter(([name]) => ["others", "media", "placing"].includes(name));
  return lists.every(([, list]) => isListOfTexts(list));
}

function areStories(data: unknown): boolean {
  return typeof data === "object" && data !== null && Object.values(data).every(isStory);
}

function areTexts(data: unknown): boolean {
  return (
    typeof data === "object" && data !== null && !Array.isArray(data) && isListOfTexts(Object.values(data))
  );
}

function isListOfTexts(data: unknown): data is readonly string[] {
  return Array.isArray(data) && data.every((each) => typeof each === "string");
}
