import type { FormatName } from "../formats/index.ts";
import type { Person } from "../model.ts";
import type { Partner } from "../partners/index.ts";

/** What the configuration says of the site. Every address is absolute. */
export interface Site {
  readonly title: string;
  /** Ends in `/`. */
  readonly url: string;
  readonly description?: string | undefined;
  /** BCP 47, as it was written. */
  readonly language: string;
  /** An IANA name that this machine knows. */
  readonly timezone: string;
  readonly authors: readonly Person[];
  readonly image?: string | undefined;
  readonly icon?: string | undefined;
  readonly favicon?: string | undefined;
  readonly copyright?: string | undefined;
}

/** The configuration, checked, with defaults filled in and every path absolute. */
export interface Config {
  /** The folder that the file's relative paths start from. */
  readonly root: string;
  /** Absent where flags alone configure the build. */
  readonly file?: string | undefined;
  readonly site: Site;
  /** Folder of the articles. */
  readonly content: string;
  /** Folder that the feeds go to. */
  readonly output: string;
  /** Pattern of an article's address. */
  readonly permalink: string;
  /** Globs relative to `content`. */
  readonly ignore: readonly string[];
  readonly feeds: {
    /** `Infinity` where the configuration says `all`. */
    readonly limit: number;
    readonly content: "full" | "summary";
    /** At least one, in the order rss, atom, json. */
    readonly formats: readonly FormatName[];
    /** Whether each article begins with its reading time. */
    readonly readingTime: boolean;
    /** Minutes. */
    readonly ttl?: number | undefined;
  };
  readonly websub: { readonly hubs: readonly string[] };
  /** In the configuration's order, each with its profile. */
  readonly partners: readonly Partner[];
}
