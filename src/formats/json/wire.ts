/** JSON Feed 1.1 as it is written: https://www.jsonfeed.org/version/1.1/. */

export interface JsonAuthor {
  readonly name: string;
  readonly url?: string | undefined;
  readonly avatar?: string | undefined;
}

interface JsonHub {
  readonly type: "WebSub";
  readonly url: string;
}

/** Top level, without `items`: those are written one at a time. */
export interface JsonFeedHead {
  readonly version: "https://jsonfeed.org/version/1.1";
  readonly title: string;
  readonly home_page_url?: string | undefined;
  readonly feed_url?: string | undefined;
  readonly description?: string | undefined;
  readonly next_url?: string | undefined;
  readonly icon?: string | undefined;
  readonly favicon?: string | undefined;
  readonly authors?: readonly JsonAuthor[] | undefined;
  readonly language?: string | undefined;
  readonly hubs?: readonly JsonHub[] | undefined;
}

export interface JsonAttachment {
  readonly url: string;
  readonly mime_type: string;
  readonly title?: string | undefined;
  readonly size_in_bytes?: number | undefined;
  readonly duration_in_seconds?: number | undefined;
}

/** An item's first members, before its `content_html`. */
export interface JsonItemHead {
  readonly id: string;
  readonly url: string;
  readonly external_url?: string | undefined;
  readonly title?: string | undefined;
}

/** An item's further members. */
export interface JsonItemDetails {
  readonly content_text?: string | undefined;
  readonly summary?: string | undefined;
  readonly image?: string | undefined;
  readonly date_published?: string | undefined;
  readonly date_modified: string;
  readonly authors?: readonly JsonAuthor[] | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly language?: string | undefined;
  readonly attachments?: readonly JsonAttachment[] | undefined;
}
