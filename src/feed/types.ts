import type { Author, Enclosure, Item as OriginalItem, FeedOptions as OriginalOptions } from "feed";
import type { ArchiveLinks, Category, Cloud, Credit, Link, Origin, UpdateRhythm } from "../model.ts";

/** The syndication module's hint, with a `Date`. */
export interface FeedRhythm extends Omit<UpdateRhythm, "base"> {
  readonly base?: Date;
}

/** `feed`'s options, and what the formats have beside them. */
export interface FeedOptions extends OriginalOptions {
  /** More than one author; `author` comes first. */
  authors?: Author[];
  categories?: Category[];
  /** WebSub hubs; `hub` comes first. */
  hubs?: string[];
  /** JSON Feed: where older items go on. */
  nextUrl?: string;
  /** Where older items stand: RFC 5005. `isArchive` says that this is such a document itself. */
  archive?: Partial<ArchiveLinks>;
  /** What was taken back. */
  tombstones?: FeedTombstone[];
  /** A square picture; without it `image` stands in. */
  icon?: string;
  managingEditor?: Author;
  webMaster?: Author;
  /** RSS syndication module. */
  sy?: FeedRhythm;
  cloud?: Cloud;
  /** Prefix to URI, for extensions. Those of well-known modules needn't be given. */
  namespaces?: Record<string, string>;
  /** Members for JSON Feed; each name starts with `_`. */
  jsonExtensions?: Record<string, unknown>;
  /** `itunes:explicit`, with `podcast`; false where it isn't said. */
  explicit?: boolean;
}

/** An item that was taken back: RFC 6721. */
export interface FeedTombstone {
  /** As the item had it. */
  id?: string;
  /** The item's; stands in for a missing `id`. */
  link?: string;
  when: Date;
  reason?: string;
}

/** A picture with its words. */
export interface FeedImage extends Enclosure {
  alt?: string;
  caption?: string;
  credit?: string;
  width?: number;
  height?: number;
}

/** What was put right after publication. */
export interface FeedCorrection {
  date: Date;
  note: string;
}

/** `feed`'s item, and what the formats have beside it. `description` may be HTML. */
export interface FeedItem extends OriginalItem {
  image?: string | FeedImage;
  /** As `author`. */
  authors?: Author[];
  /** Any number of files, beside `enclosure`, `audio` and `video`. */
  enclosures?: Enclosure[];
  source?: Origin;
  comments?: string;
  /** As `copyright`. */
  rights?: string;
  language?: string;
  topic?: string | Category;
  tags?: (string | Category)[];
  credit?: Credit;
  links?: Link[];
  externalUrl?: string;
  corrections?: FeedCorrection[];
  wordCount?: number;
  /** Whole minutes. */
  readingMinutes?: number;
  jsonExtensions?: Record<string, unknown>;
}
