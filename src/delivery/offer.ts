import type { Config } from "../config/index.ts";
import type { Instant, Listing } from "../model.ts";

/** What a site offers to those who look for its feeds. */
export interface Offer {
  readonly site: Config["site"];
  /** The main feed first; at least that one. */
  readonly listings: readonly Listing[];
  /** WebSub hubs. */
  readonly hubs: readonly string[];
  /** Minutes that a copy of a feed may be kept. */
  readonly ttl?: number | undefined;
  /** Newest first; the page shows the first few. */
  readonly headlines?: readonly Headline[] | undefined;
  /** The list of all feeds, below the output folder. */
  readonly opml?: string | undefined;
  /** Partners' documents that are for anybody, as Google's sitemap. */
  readonly partners?: readonly PartnerDocument[] | undefined;
  /** Whether the articles' pages are there, too. */
  readonly hasPages?: boolean | undefined;
  /** Whether older articles stand in archives, which name no hub. */
  readonly hasArchives?: boolean | undefined;
}

/** A partner's document, as servers have to know it. */
export interface PartnerDocument {
  /** Below the output folder. */
  readonly path: string;
  /** Without parameters. */
  readonly mediaType: string;
}

/** A story as the page shows it. An `Item` is one. */
export interface Headline {
  readonly title: string;
  readonly url: string;
  readonly published?: Instant | undefined;
  readonly summary?: string | undefined;
  /** BCP 47. */
  readonly language?: string | undefined;
}
