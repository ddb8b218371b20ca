import type { Instant } from "./instant.ts";

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
  /** The same as sanitised HTML, where it was rendered. */
  readonly noteHtml?: string | undefined;
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
  /** Where in that the article's own text stands: lead picture, corrections and credit are around it. */
  readonly body?: readonly [from: number, to: number] | undefined;
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
