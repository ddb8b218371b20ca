import type { Author, Enclosure, Item as OriginalItem, FeedOptions as OriginalOptions } from "feed";
import type { ArchiveLinks, Category, Cloud, Credit, Link, Origin, UpdateRhythm } from "../model.ts";

/** The syndication module's hint, with a `Date`. */
export interface FeedRhythm extends Omit<UpdateRhythm, "base"> {
  /** From when the period is counted. */
  readonly base?: Date;
}

/** `feed`'s options, and what the formats have beside them. */
export interface FeedOptions extends OriginalOptions {
  /** More than one author; `author` comes first. */
  authors?: Author[];
  /** Subjects of the whole feed, beside those of `addCategory`. */
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
  /** Who answers for the content (RSS); needs an `email`. */
  managingEditor?: Author;
  /** Who answers for the technology (RSS); needs an `email`. */
  webMaster?: Author;
  /** RSS syndication module. */
  sy?: FeedRhythm;
  /** Where to ask for notices of changes (RSS 2.0, `cloud`). */
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
  /** When it was taken back. */
  when: Date;
  /** Why, in plain text. */
  reason?: string;
}

/** A picture with its words. */
export interface FeedImage extends Enclosure {
  /** What stands for the picture where it can't be seen. */
  alt?: string;
  /** What stands below it. */
  caption?: string;
  /** Who made it. */
  credit?: string;
  /** In pixels. */
  width?: number;
  /** In pixels. */
  height?: number;
}

/** What was put right after publication. */
export interface FeedCorrection {
  /** When that was. */
  date: Date;
  /** What was put right, in plain text. */
  note: string;
}

/** `feed`'s item, and what the formats have beside it. `description` may be HTML. */
export interface FeedItem extends OriginalItem {
  /** The lead picture: its address, or with its words and size. */
  image?: string | FeedImage;
  /** As `author`. */
  authors?: Author[];
  /** Any number of files, beside `enclosure`, `audio` and `video`. */
  enclosures?: Enclosure[];
  /** The feed that it was taken from. */
  source?: Origin;
  /** Address of its discussion's page. */
  comments?: string;
  /** As `copyright`. */
  rights?: string;
  /** BCP 47. */
  language?: string;
  /** The label above the headline; written before the tags. */
  topic?: string | Category;
  /** What it is about, beside `category`. */
  tags?: (string | Category)[];
  /** The agency whose copy it is. */
  credit?: Credit;
  /** Further pages on the subject, or where it was found. */
  links?: Link[];
  /** The page elsewhere that it is about (JSON Feed `external_url`). */
  externalUrl?: string;
  /** What was put right; put it into `content` too where readers should see it. */
  corrections?: FeedCorrection[];
  /** Words of its text. */
  wordCount?: number;
  /** Whole minutes. */
  readingMinutes?: number;
  /** Members for JSON Feed; each name starts with `_`. */
  jsonExtensions?: Record<string, unknown>;
}
