import type { Instant } from "./instant.ts";
import type { Correction, Credit, Link, Origin, Person } from "./item.ts";

/** Why an article is not in any feed now, and until when, where that is known. */
export interface Hold {
  readonly reason: "draft" | "withdrawn" | "expired" | "embargo" | "future";
  readonly until?: Instant | undefined;
}

/** A picture as an article names it: `src` is a URL or a path, not yet resolved. */
export interface PictureReference {
  readonly src: string;
  readonly alt?: string | undefined;
  readonly caption?: string | undefined;
  readonly credit?: string | undefined;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  /** In bytes; a local file knows its own, as it does its `type`. */
  readonly length?: number | undefined;
  readonly type?: string | undefined;
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
