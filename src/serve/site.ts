import { readFileSync, statSync } from "node:fs";
import type { Config } from "../config/index.ts";
import type { Problem } from "../problems/index.ts";
import type { Round } from "../watch/index.ts";
import { type Document, documentsOf, type Feed, feedsOf } from "./documents.ts";
import { type Entry, type ReadFeed, readFeed } from "./read/index.ts";

/** A document with what stands in it. */
export interface Read {
  readonly document: Document;
  readonly text: string;
  readonly feed: ReadFeed;
}

/** What is larger no page shows. */
const largest = 32 * 1024 * 1024;
/** A story's page asks for its feed's formats and all partners'. */
const mostKept = 24;

/** What there is to be shown: the last round that wrote something, and what is wrong now. */
export class Site {
  readonly config: Config;
  readonly documents: readonly Document[];
  readonly feeds: readonly Feed[];
  readonly problems: readonly Problem[];
  /** The folder that their places are relative to. */
  readonly base: string;
  readonly result: Round["result"];
  readonly #read: Map<string, { readonly state: string; readonly read: Read }>;

  /** @param last what was shown before: where nothing was written, that stays */
  constructor({ config, problems, base, result }: Round, last?: Site) {
    const shown = result ?? last?.result;
    this.config = config;
    this.problems = problems;
    this.base = base;
    this.result = shown;
    this.documents = documentsOf(shown?.files ?? [], config);
    this.feeds = feedsOf(this.documents, config.site.title);
    this.#read = last ? last.#read : new Map();
  }

  /** The main feed. */
  get main(): Feed | undefined {
    return this.feeds.find(({ kind }) => kind === "main");
  }

  feedOf(document: Document): Feed | undefined {
    return this.feeds.find(({ documents }) => documents.includes(document));
  }

  document(name: string | null): Document | undefined {
    return this.documents.find((each) => each.name === name);
  }

  /** Reads a document; nothing where it isn't there any more, or is too large. */
  read(document: Document): Read | undefined {
    try {
      const { size, mtimeMs, ino } = statSync(document.path);
      const state = `${size} ${mtimeMs} ${ino}`;
      const kept = this.#read.get(document.path);
      if (kept?.state === state) return { ...kept.read, document };
      if (size > largest) return undefined;
      const text = readFileSync(document.path, "utf8");
      const read = { document, text, feed: readFeed(text) };
      this.#keep(document.path, { state, read });
      return read;
    } catch {
      return undefined;
    }
  }

  #keep(path: string, read: { readonly state: string; readonly read: Read }): void {
    this.#read.delete(path);
    this.#read.set(path, read);
    const [oldest] = this.#read.keys();
    if (this.#read.size > mostKept && oldest !== undefined) this.#read.delete(oldest);
  }
}

/** The same story in another document: partners may have ids of their own, and then its address tells. */
export function sameIn(
  { entries }: ReadFeed,
  { id, url, title }: Pick<Entry, "id" | "url" | "title">,
): Entry | undefined {
  const found =
    (url && entries.find((each) => each.url === url)) ||
    (id && entries.find((each) => each.id === id)) ||
    entries.find((each) => each.title !== "" && each.title === title);
  return found || undefined;
}
