import type { OwnFeed } from "../config/index.ts";
import type { FeedKind, Tombstone } from "../model.ts";
import type { Partner } from "../partners/index.ts";

/** Documents before they are written: one feed's in its formats, or one partner's. */
export type Plan = FeedPlan | PartnerPlan;

interface DocumentPlan {
  /** Tells it from all others, from build to build. */
  readonly key: string;
  /** As people call what it is of. */
  readonly label: string;
  /** Its articles, newest first: the limit's worth, and more where some can't be rendered, or may not stand there. */
  newest(count: number): readonly number[];
  readonly limit: number;
  readonly tombstones: readonly Tombstone[];
}

/** A feed: what it is of, what it says of itself, which articles it may have. */
export interface FeedPlan extends DocumentPlan, Pick<OwnFeed, "content" | "formats"> {
  readonly kind: Exclude<FeedKind, "partner">;
  readonly title: string;
  readonly description?: string | undefined;
  /** BCP 47. */
  readonly language: string;
  /** Below the output folder and the site's address: empty for the main feed, else ending in `/`. */
  readonly folder: string;
  /** Folders of its archives, and of the feed that it is an archive of. */
  readonly archive?: ArchivePlace | undefined;
}

/** A document's place among a feed's archives: their folders. */
export interface ArchivePlace {
  readonly isArchive: boolean;
  readonly previous?: string | undefined;
  readonly next?: string | undefined;
}

/** A partner's document. Which of its articles it takes, its profile decides when they are rendered. */
export interface PartnerPlan extends DocumentPlan {
  readonly kind: "partner";
  readonly partner: Partner;
  /** From the output folder on: where its file stands, and the same as it may be told. */
  readonly path: string;
  readonly shownPath: string;
  /** Whether its address is for the partner alone. */
  readonly isPrivate: boolean;
}
