import type { FormatName } from "../../src/formats/index.ts";
import { readAtom } from "./atom.ts";
import { readJson } from "./json.ts";
import { readRss } from "./rss.ts";

/**
 * A feed as a reader of its format understands it, under the words of `expected.yaml`. A key is
 * there if the format has a place for it; `null` where the feed leaves that place empty.
 */
export interface ReadFeed {
  readonly feed: Readonly<Record<string, unknown>>;
  readonly items: readonly Readonly<Record<string, unknown>>[];
}

const readers: Readonly<Record<FormatName, (source: string) => ReadFeed>> = {
  rss: readRss,
  atom: readAtom,
  json: readJson,
};

/** Reads a feed with feedsmith. */
export function readBack(format: FormatName, source: string): ReadFeed {
  return readers[format](source);
}
