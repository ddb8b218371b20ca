import type {
  Correction,
  Credit,
  EnclosureReference,
  Link,
  Origin,
  Person,
  PictureReference,
} from "../model.ts";
import type { Place, Report } from "../problems/index.ts";
import type { Input } from "./input.ts";

/** An article as a source has it, in our words. Texts are plain unless their name ends in `Html`. */
export interface ImportedArticle {
  /** Where it stands in its source. */
  readonly place: Place;
  /** Exactly as in the source. */
  readonly id?: string | undefined;
  /** The article's page. */
  readonly url?: string | undefined;
  /** Where the piece stands that it is about, if elsewhere. */
  readonly externalUrl?: string | undefined;
  /** The last part of its address, where the source says it. */
  readonly slug?: string | undefined;
  readonly title?: string | undefined;
  /** As its source has it: not sanitised, addresses as they were. */
  readonly contentHtml: string;
  /** What relative addresses start from; else the article's page. */
  readonly base?: string | undefined;
  readonly summary?: string | undefined;
  readonly date?: string | undefined;
  readonly updated?: string | undefined;
  /** Not to be seen: not finished, or not for all. */
  readonly held?: "draft" | "hidden" | undefined;
  readonly authors: readonly Person[];
  readonly contributors?: readonly Person[] | undefined;
  readonly topic?: string | undefined;
  readonly tags: readonly string[];
  readonly language?: string | undefined;
  readonly image?: PictureReference | undefined;
  readonly enclosures?: readonly EnclosureReference[] | undefined;
  readonly origin?: Origin | undefined;
  readonly credit?: Credit | undefined;
  readonly corrections?: readonly Correction[] | undefined;
  readonly links?: readonly Link[] | undefined;
  readonly comments?: string | undefined;
  readonly rights?: string | undefined;
  /** Whole minutes, as feedwright's own feeds tell them. */
  readonly readingMinutes?: number | undefined;
  /** What we have no word for. */
  readonly extra?: Readonly<Record<string, unknown>> | undefined;
}

/** What a source says of itself; filled while it is read. */
export interface About {
  title?: string | undefined;
  /** The site's address. */
  url?: string | undefined;
  language?: string | undefined;
  /** Stand in where an article names none. */
  authors: readonly Person[];
  /** Whether feedwright wrote it: then all of its content is known to the byte. */
  isOwn: boolean;
  /** What was passed over because it is no article, by kind. */
  readonly passedOver: Map<string, number>;
}

/**
 * Who an article is by that names nobody. What feedwright wrote names everybody: its feeds' own
 * author may be the site, which Atom wants one of.
 */
export function inheritedAuthors({ authors, isOwn }: About): readonly Person[] {
  return isOwn ? [] : authors;
}

/** The site's address: as the source says it, or else as it is known here. */
export function homeOf({ about, site }: Pick<Reading, "about" | "site">): string | undefined {
  return about.url ?? site;
}

/** What a reader of a format needs besides its source. */
export interface Reading {
  readonly about: About;
  /** The address that the source's site had, where the source can't say it; ends in `/`. */
  readonly site: string | undefined;
  readonly report: Report;
}

/** Reads a source's articles one at a time. Throws a `ProblemError` where it can't be read at all. */
export type SourceReader = (input: Input, reading: Reading) => AsyncIterable<ImportedArticle>;
