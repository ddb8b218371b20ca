import type { OwnFeed } from "../config/index.ts";
import type { FeedKind, Tombstone } from "../model.ts";

/** A feed before it is written: what it is of, what it says of itself, which articles it may have. */
export interface FeedPlan extends Pick<OwnFeed, "limit" | "content" | "formats"> {
  readonly kind: FeedKind;
  /** As people call what it is of. */
  readonly label: string;
  readonly title: string;
  readonly description?: string | undefined;
  /** BCP 47. */
  readonly language: string;
  /** Below the output folder and the site's address: empty for the main feed, else ending in `/`. */
  readonly folder: string;
  /** Its articles, newest first: the limit's worth, and more where some can't be rendered. */
  newest(count: number): readonly number[];
  readonly tombstones: readonly Tombstone[];
  /** Folders of its archives, and of the feed that it is an archive of. */
  readonly archive?: ArchivePlace | undefined;
}

/** A document's place among a feed's archives: their folders. */
export interface ArchivePlace {
  readonly isArchive: boolean;
  readonly previous?: string | undefined;
  readonly next?: string | undefined;
}
