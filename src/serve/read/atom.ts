import { type Entry, instantOf, type ReadFeed } from "./entry.ts";
import { childrenOf, type Element, textIn, textsIn, wordsIn } from "./xml.ts";

/** An Atom 1.0 document as a reader takes it. */
export function readAtom(root: Element): Omit<ReadFeed, "faults"> {
  const defaults = { authors: namesIn(root), language: root.attributes["xml:lang"] ?? "" };
  return {
    format: "Atom",
    title: textIn(root, "title"),
    description: textIn(root, "subtitle"),
    url: linkIn(root, "alternate")?.url ?? "",
    icon: textIn(root, "icon", "logo"),
    entries: childrenOf(root, "entry").map((entry) => entryOf(entry, defaults)),
  };
}

/** What holds for entries that say nothing else (RFC 4287, sections 2 and 4.1.1). */
type Defaults = Pick<Entry, "authors" | "language">;

function entryOf(entry: Element, { authors, language }: Defaults): Entry {
  const own = namesIn(entry);
  const enclosures = linksIn(entry, "enclosure");
  const summary = textIn(entry, "summary");
  const [{ attributes = {} } = entry] = childrenOf(entry, "content");
  return {
    id: textIn(entry, "id"),
    url: linkIn(entry, "alternate")?.url ?? "",
    title: textIn(entry, "title"),
    summary,
    html: textIn(entry, "content") || summary,
    published: instantOf(textIn(entry, "published")),
    updated: instantOf(textIn(entry, "updated")),
    authors: own.length > 0 ? own : authors,
    topics: childrenOf(entry, "category").map(({ attributes: { term = "", label = term } }) => label),
    image: enclosures.find(({ type }) => type.startsWith("image/"))?.url ?? thumbnailIn(entry),
    media: enclosures.filter(({ type }) => !type.startsWith("image/")),
    language:
      entry.attributes["xml:lang"] ?? attributes["xml:lang"] ?? (textIn(entry, "dc:language") || language),
    words: wordsIn(entry),
    line: entry.line,
  };
}

function namesIn(element: Element): readonly string[] {
  return childrenOf(element, "author").flatMap((author) => textsIn(author, "name"));
}

function linksIn(element: Element, rel: string) {
  return childrenOf(element, "link").flatMap(
    ({ attributes: { rel: seen = "alternate", href = "", type = "" } }) =>
      seen === rel ? [{ url: href, type }] : [],
  );
}

function linkIn(element: Element, rel: string) {
  return linksIn(element, rel)[0];
}

function thumbnailIn(entry: Element): string {
  const media = [...childrenOf(entry, "media:content"), ...childrenOf(entry, "media:thumbnail")];
  return media[0]?.attributes.url ?? "";
}
