/**
 * The words that all rooms share: what an article says (`Article`), what a feed carries (`Item`),
 * and the feed itself (`FeedModel`). Every URL in an `Item` or a `Channel` is absolute, every
 * instant is UTC, every text is plain text unless its name ends in `Html`.
 */

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** Why an article is not in any feed now, and until when, where that is known. */
export interface Hold {
  readonly reason: "draft" | "withdrawn" | "expired" | "embargo" | "future";
  readonly until?: Instant | undefined;
}

/** Someone who wrote or contributed. */
export interface Person {
  readonly name: string;
  readonly email?: string | undefined;
  readonly url?: string | undefined;
  readonly avatar?: string | undefined;
}

/** The agency whose copy this is, as the page's last line credits it. */
export interface Credit {
  readonly name: string;
  readonly url?: string | undefined;
}

/** A subject. `scheme` is an absolute URL that names the vocabulary; `label` is for people. */
export interface Category {
  readonly term: string;
  readonly label?: string | undefined;
  readonly scheme?: string | undefined;
}

/** A picture. `width` and `height` in pixels, `length` in bytes. */
export interface Picture {
  readonly url: string;
  readonly type?: string | undefined;
  readonly length?: number | undefined;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  readonly alt?: string | undefined;
  readonly caption?: string | undefined;
  readonly credit?: string | undefined;
}

/** A file that travels with an item. `length` in bytes (0: unknown), `duration` in seconds. */
export interface Enclosure {
  readonly url: string;
  readonly type: string;
  readonly length: number;
  readonly title?: string | undefined;
  readonly duration?: number | undefined;
}

/** What was put right after publication, and when, where that is known. */
export interface Correction {
  readonly date?: Instant | undefined;
  readonly note: string;
}

/** The feed or publication that an item was taken from. */
export interface Origin {
  readonly title: string;
  readonly url: string;
}

/** A further link of an item: RFC 4287, section 4.2.7. */
export interface Link {
  readonly rel: "related" | "via";
  readonly url: string;
  readonly title?: string | undefined;
  readonly type?: string | undefined;
}

/** An element of a declared namespace: `prefix:name`, its attributes, and its text or children. */
export interface ExtensionElement {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string>> | undefined;
  readonly content?: string | readonly ExtensionElement[] | undefined;
}

/** A picture as an article names it: `src` is a URL or a path, not yet resolved. */
export interface PictureReference {
  readonly src: string;
  readonly alt?: string | undefined;
  readonly caption?: string | undefined;
  readonly credit?: string | undefined;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

/** A file as an article names it: `url` is a URL or a path, not yet resolved. */
export interface EnclosureReference {
  readonly url: string;
  readonly type?: string | undefined;
  readonly length?: number | undefined;
  readonly duration?: number | undefined;
  readonly title?: string | undefined;
}

/** Which partners may, or may not, have an article. */
export type PartnerRule = { readonly allow: readonly string[] } | { readonly deny: readonly string[] };

/** What an article's head says: everything that selection needs, nothing of the body. */
export interface Article {
  /** Path below the content folder, with `/` between folders. */
  readonly file: string;
  readonly id: string;
  /** Absolute URL of the article's page. */
  readonly permalink: string;
  /** Whether its front matter says the address, or it follows from the file's place. */
  readonly addressClaimed?: boolean | undefined;
  /** As written: may hold Markdown or entities. */
  readonly title: string;
  readonly published: Instant;
  readonly updated?: Instant | undefined;
  /** All changes after publication, in order; `updated` is the last, and after selection the last one yet. */
  readonly changes?: readonly Instant[] | undefined;
  /** Not before this instant, whatever `published` says. */
  readonly embargo?: Instant | undefined;
  readonly expires?: Instant | undefined;
  readonly draft: boolean;
  readonly withdrawn?:
    | { readonly since?: Instant | undefined; readonly reason?: string | undefined }
    | undefined;
  /** As written: may hold Markdown or entities. */
  readonly summary?: string | undefined;
  readonly topic?: string | undefined;
  readonly tags: readonly string[];
  /** Empty where the article names none: the site's authors stand in. */
  readonly authors: readonly Person[];
  readonly contributors: readonly Person[];
  readonly credit?: Credit | undefined;
  readonly language?: string | undefined;
  readonly canonical?: string | undefined;
  readonly image?: PictureReference | undefined;
  readonly enclosures: readonly EnclosureReference[];
  readonly corrections: readonly Correction[];
  readonly origin?: Origin | undefined;
  readonly links: readonly Link[];
  readonly comments?: string | undefined;
  readonly rights?: string | undefined;
  readonly partners?: PartnerRule | undefined;
  /** Front-matter keys that feedwright has no use for, as they were. */
  readonly extra: Readonly<Record<string, unknown>>;
}

/** One published story, ready for any format. */
export interface Item {
  /** Compared as characters by every reader; never normalised. */
  readonly id: string;
  /** The article's page. */
  readonly url: string;
  /** Where the piece that this item is about stands, if elsewhere (JSON Feed `external_url`). */
  readonly externalUrl?: string | undefined;
  readonly title: string;
  readonly summary?: string | undefined;
  /** Sanitised HTML with absolute URLs; absent in summary feeds. */
  readonly contentHtml?: string | undefined;
  readonly published?: Instant | undefined;
  /** The last change that its editors call one; equals `published` where there was none. */
  readonly updated: Instant;
  readonly authors: readonly Person[];
  readonly contributors?: readonly Person[] | undefined;
  /** The topic label, written as a category before the tags. */
  readonly topic?: Category | undefined;
  readonly tags: readonly Category[];
  readonly image?: Picture | undefined;
  readonly enclosures: readonly Enclosure[];
  readonly credit?: Credit | undefined;
  readonly origin?: Origin | undefined;
  readonly links?: readonly Link[] | undefined;
  /** Address of the item's discussion page. */
  readonly comments?: string | undefined;
  readonly rights?: string | undefined;
  /** BCP 47. */
  readonly language?: string | undefined;
  readonly corrections?: readonly Correction[] | undefined;
  readonly wordCount?: number | undefined;
  /** Whole minutes, at least 1. */
  readonly readingMinutes?: number | undefined;
  /** Elements for RSS and Atom. */
  readonly extensions?: readonly ExtensionElement[] | undefined;
  /** Members for JSON Feed; each name starts with `_`. */
  readonly jsonExtensions?: Readonly<Record<string, unknown>> | undefined;
}

/** RSS 2.0 `cloud` (rssCloud). */
export interface Cloud {
  readonly domain: string;
  readonly port: number;
  readonly path: string;
  readonly registerProcedure: string;
  readonly protocol: string;
}

/** The RSS syndication module's hint of how often a feed changes. */
export interface UpdateRhythm {
  readonly period: "hourly" | "daily" | "weekly" | "monthly" | "yearly";
  readonly frequency?: number | undefined;
  readonly base?: Instant | undefined;
}

/** A feed's address, or another document's of its kind, in each format that has one. */
export interface Addresses {
  readonly rss?: string | undefined;
  readonly atom?: string | undefined;
  readonly json?: string | undefined;
}

/** Where a feed's older items stand: RFC 5005, section 4; in JSON Feed `next_url`. */
export interface ArchiveLinks {
  /** Whether this document is an archive, which isn't subscribed to; else it is the feed itself. */
  readonly isArchive: boolean;
  /** The feed that an archive belongs to. */
  readonly current?: Addresses | undefined;
  /** The next older archive. */
  readonly previous?: Addresses | undefined;
  /** The next newer archive. */
  readonly next?: Addresses | undefined;
}

/** What a feed says of itself. */
export interface Channel {
  readonly id: string;
  /** What items' ids are unique in, where they are no IRIs: feeds that share items share it. Else `id`. */
  readonly idSpace?: string | undefined;
  readonly title: string;
  /** The site's page that this feed belongs to. */
  readonly url: string;
  readonly description?: string | undefined;
  readonly language?: string | undefined;
  readonly authors: readonly Person[];
  readonly contributors?: readonly Person[] | undefined;
  readonly categories?: readonly Category[] | undefined;
  /** This feed's own address, per format. */
  readonly self: Addresses;
  readonly hubs?: readonly string[] | undefined;
  /** JSON Feed's next page of older items; else that of `archive`. */
  readonly nextUrl?: string | undefined;
  readonly archive?: ArchiveLinks | undefined;
  readonly image?: string | undefined;
  readonly icon?: string | undefined;
  readonly favicon?: string | undefined;
  readonly copyright?: string | undefined;
  readonly managingEditor?: Person | undefined;
  readonly webMaster?: Person | undefined;
  readonly generator?: string | undefined;
  /** Minutes that a reader may cache the RSS feed. */
  readonly ttl?: number | undefined;
  readonly rhythm?: UpdateRhythm | undefined;
  readonly cloud?: Cloud | undefined;
  /** The newest item's change; absent in an empty feed. Never the clock. */
  readonly updated?: Instant | undefined;
  /** Prefix to namespace URI, for the extensions' elements. */
  readonly namespaces?: Readonly<Record<string, string>> | undefined;
  readonly extensions?: readonly ExtensionElement[] | undefined;
  readonly jsonExtensions?: Readonly<Record<string, unknown>> | undefined;
}

/** A story that was taken back: RFC 6721. */
export interface Tombstone {
  /** The item's. */
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly published: Instant;
  /** When it was taken back. */
  readonly when: Instant;
  readonly reason?: string | undefined;
}

/** A feed as its writers take it: items are pulled once, in order, and not held. */
export interface FeedModel {
  readonly channel: Channel;
  readonly items: Iterable<Item>;
  /** What formats tell that have a word for it. */
  readonly tombstones?: readonly Tombstone[] | undefined;
}

/** What a feed's items have in common. */
export type FeedKind = "main" | "topic" | "author" | "tag" | "language" | "named" | "archive" | "partner";

/** A feed as those who look for one find it: in a list of feeds, a page's head, a server's headers. */
export interface Listing {
  readonly kind: Exclude<FeedKind, "archive" | "partner">;
  /** As people call that: `Science`; of the main feed the publication's title. */
  readonly label: string;
  /** The feed's own. */
  readonly title: string;
  readonly description?: string | undefined;
  /** BCP 47. */
  readonly language?: string | undefined;
  /** How many items it has now. */
  readonly items: number;
  /** In the order of their formats; at least one. */
  readonly documents: readonly ListedDocument[];
}

/** One of a feed's files. */
export interface ListedDocument {
  readonly format: "rss" | "atom" | "json";
  /** Below the output folder, with `/` between folders. */
  readonly path: string;
  /** Absolute. */
  readonly url: string;
  /** Without parameters. */
  readonly mediaType: string;
}
