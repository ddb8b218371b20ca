import type { ListedDocument, Listing } from "../../model.ts";
import { guarded } from "../rss/text.ts";
import { attributes, each, emptyElement, parentElement } from "../xml.ts";

const kinds = ["topic", "author", "tag", "language", "named"] as const;

/** What the groups are called. */
export type GroupTitles = Readonly<Record<(typeof kinds)[number], string>>;

const english: GroupTitles = {
  topic: "Topics",
  author: "Authors",
  tag: "Tags",
  language: "Languages",
  named: "Selections",
};

/** The main feed, then a group for each other kind that there is. */
export function outlines(margin: string, url: string, feeds: readonly Listing[], titles = english): string {
  const ofKind = (kind: Listing["kind"]) => feeds.filter((feed) => feed.kind === kind);
  return (
    each(ofKind("main"), (feed) => subscription(margin, url, feed)) +
    each(kinds, (kind) => group(margin, url, ofKind(kind), titles[kind]))
  );
}

/** Text alone: any more would need a type that says what it means. */
function group(margin: string, url: string, feeds: readonly Listing[], title: string): string {
  const children = each(feeds, (feed) => subscription(`${margin}  `, url, feed));
  return children && parentElement(margin, "outline", children, attributes({ text: guarded(title) }));
}

/** A feed that can be subscribed to. `text` may be taken for HTML; it is the feed's title as is `title`. */
function subscription(margin: string, url: string, feed: Listing): string {
  const document = preferred(feed.documents);
  if (!document) return "";
  const title = feed.title || feed.label || document.url;
  return emptyElement(
    margin,
    "outline",
    attributes({
      type: "rss",
      text: guarded(title),
      title,
      xmlUrl: document.url,
      htmlUrl: url,
      description: feed.description || undefined,
      language: feed.language || undefined,
      version: document.format === "rss" ? "RSS" : undefined,
    }),
  );
}

/** One document a feed, in the format that most readers know. The specification has a version for RSS only. */
function preferred(documents: readonly ListedDocument[]): ListedDocument | undefined {
  const of = (format: ListedDocument["format"]) => documents.find((one) => one.format === format);
  return of("rss") ?? of("atom") ?? of("json");
}
