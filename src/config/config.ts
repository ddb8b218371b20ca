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

/** What a further feed is to be: with the main feed's values where it has none of its own. */
export interface OwnFeed {
  /** A template, as is `description`. */
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  /** How many articles there have to be for it to be written. */
  readonly minimum: number;
  readonly limit: number;
  readonly content: "full" | "summary";
  readonly formats: readonly FormatName[];
}

/** What articles are divided by. */
export type ScopeName = "topic" | "author" | "tag" | "language";

/** A feed for each topic, author … */
export interface Scope extends OwnFeed {
  readonly by: ScopeName;
}

/** What an article has to be: in each of these that is there, one of the listed. */
export type Criteria = { readonly [name in ScopeName]?: readonly string[] | undefined };

/** A feed of articles to which all of `where` applies, and nothing of its `not`. */
export interface NamedFeed extends OwnFeed {
  readonly name: string;
  readonly where: Criteria & { readonly not?: Criteria | undefined };
}

/** Where a story can be passed on. */
export type ShareName =
  | "email"
  | "whatsapp"
  | "telegram"
  | "facebook"
  | "bluesky"
  | "mastodon"
  | "x"
  | "linkedin"
  | "reddit";

/** What one article may cost. */
export interface Limits {
  /** Bytes of front matter. */
  readonly head: number;
  /** Of one list in it. */
  readonly entries: number;
  /** Bytes of what stands behind it. */
  readonly body: number;
  /** Signs in it that Markdown or HTML could mean something by. */
  readonly markup: number;
  /** Of its tables. */
  readonly cells: number;
  /** Characters of the HTML that it becomes. */
  readonly content: number;
  /** To render it, and as many again for each quarter of a megabyte. */
  readonly seconds: number;
  /** Bytes of a picture or recording that is copied. */
  readonly file: number;
  /** Width by height of a picture that is copied. */
  readonly pixels: number;
}

/** An article's absolute address, by its path below the content folder. */
export type Addresses = Readonly<Record<string, string>>;

/** The configuration, checked, with defaults filled in and every path absolute. */
export interface Config {
  /** The folder that the file's relative paths start from. */
  readonly root: string;
  /** Absent where flags alone configure the build. */
  readonly file?: string | undefined;
  readonly site: Site;
  /** Folder of the articles. */
  readonly content: string;
  /** Folder that the feeds are put into. */
  readonly output: string;
  /** Symbolic link to a complete copy of `output`, where all is published at once. */
  readonly link?: string | undefined;
  /** Pattern of an article's address. */
  readonly permalink: string;
  /**
   * Where the site has its articles, by their paths below `content`: set by programs that know, as the
   * adapters do. Nothing else says an address then, and a file that isn't named has no page: it is passed over.
   */
  readonly addresses?: Addresses | undefined;
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
  /** Hosts, in lower case, whose frames may be shown. */
  readonly embeds: readonly string[];
  readonly limits: Limits;
  /** In the order topic, author, tag, language. */
  readonly scopes: readonly Scope[];
  readonly selections: readonly NamedFeed[];
  /** What the main feed's archives are divided by. */
  readonly archive?: "month" | "year" | undefined;
  /** What becomes of an article that was published and whose file is gone. */
  readonly missing: "withdraw" | "keep" | "refuse";
  /** What becomes of an article that was published and can't be read or rendered any more. */
  readonly broken: "keep" | "drop" | "fail";
  /** What a build may do to the feeds unless somebody insists. */
  readonly guards: {
    /** Whether none that had items may become empty. */
    readonly emptied: boolean;
    /** The share of a feed's items that may be gone at once, from 0 to 1. */
    readonly lost: number;
    /** How many published articles may have another id at once. */
    readonly ids: number;
    /** How many may have a later date. */
    readonly dates: number;
  };
  /** For how many days a withdrawal is told of. */
  readonly tombstones: number;
  /** The articles' own pages, where there are to be any. */
  readonly pages?:
    | {
        /** A folder of templates that stand in for the built-in ones. */
        readonly theme?: string | undefined;
        readonly perPage: number;
        readonly share: readonly ShareName[];
      }
    | undefined;
  readonly websub: { readonly hubs: readonly string[] };
  readonly delivery: {
    /** The page of the feeds, below `output`. */
    readonly page?: string | undefined;
    /** Whether a list of all feeds is written; where it isn't said, if there are several. */
    readonly opml?: boolean | undefined;
    readonly head: boolean;
    readonly servers: readonly ("netlify" | "cloudflare" | "nginx" | "caddy" | "apache")[];
    readonly compress: readonly ("gzip" | "br")[];
  };
  /** In the configuration's order, each with its profile. */
  readonly partners: readonly Partner[];
}
