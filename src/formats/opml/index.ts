/**
 * A list of feeds in OPML 2.0 (http://opml.org/spec2.opml), which feed readers take in as subscriptions:
 * listings come in, in their order; a document goes out in pieces of text. Any string is safe in any field.
 */
import type { Instant, Listing, Person } from "../../model.ts";
import { rfc822 } from "../dates.ts";
import { mailAddress } from "../people.ts";
import { declaration, parentElement, textElement } from "../xml.ts";
import { type GroupTitles, outlines } from "./outlines.ts";

/** The feeds that a publication has. */
export interface FeedList {
  readonly title: string;
  /** The page that the feeds belong to. */
  readonly url: string;
  /** Who is answerable for the list. */
  readonly owner?: Person | undefined;
  /** The newest change of any of the feeds. Never the clock. */
  readonly updated?: Instant | undefined;
  /** At least one. */
  readonly feeds: readonly Listing[];
  /** What the groups are called, if not in English. */
  readonly groupTitles?: GroupTitles | undefined;
}

/** OPML 2.0, as a list of subscriptions. */
export const opml = { fileName: "feeds.opml", mediaType: "text/x-opml", write } as const;

/** The main feed first, then the others in a group for each kind. */
function* write(list: FeedList): Iterable<string> {
  yield declaration;
  yield '<opml version="2.0">\n';
  yield parentElement("  ", "head", head(list));
  yield parentElement("  ", "body", outlines("    ", list.url, list.feeds, list.groupTitles));
  yield "</opml>\n";
}

/** `docs`, which the specification also has, is left out: validators don't know it. */
function head({ title, owner, updated }: FeedList): string {
  const margin = "    ";
  return (
    textElement(margin, "title", title) +
    textElement(margin, "dateModified", updated === undefined ? undefined : rfc822(updated)) +
    textElement(margin, "ownerName", owner?.name) +
    textElement(margin, "ownerEmail", mailAddress(owner)) +
    textElement(margin, "ownerId", owner?.url)
  );
}
