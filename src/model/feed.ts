import type { Instant } from "./instant.ts";
import type { Category, ExtensionElement, Item, Person, Tombstone } from "./item.ts";

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
