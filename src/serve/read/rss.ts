import { type Entry, instantOf, type ReadFeed } from "./entry.ts";
import { childrenOf, type Element, textIn, textsIn, wordsIn } from "./xml.ts";

/** An RSS 2.0 document as a reader takes it. */
export function readRss(root: Element): Omit<ReadFeed, "faults"> {
  const [channel = root] = childrenOf(root, "channel");
  const [image = root] = childrenOf(channel, "image");
  return {
    format: "RSS",
    title: textIn(channel, "title"),
    description: textIn(channel, "description"),
    url: textIn(channel, "link"),
    icon: textIn(image, "url"),
    entries: childrenOf(channel, "item").map(entryOf),
  };
}

function entryOf(item: Element): Entry {
  const html = textIn(item, "content:encoded");
  const description = textIn(item, "description");
  return {
    id: textIn(item, "guid"),
    url: textIn(item, "link"),
    title: textIn(item, "title"),
    summary: description,
    html: html || description,
    published: instantOf(textIn(item, "pubDate")),
    updated: instantOf(textIn(item, "dcterms:modified", "atom:updated")),
    authors: [...new Set([...textsIn(item, "dc:creator"), ...textsIn(item, "author").map(nameIn)])],
    topics: textsIn(item, "category"),
    image: imageIn(item),
    media: mediaIn(item),
    language: textIn(item, "dc:language"),
    words: wordsIn(item),
    line: item.line,
  };
}

/** A name stands behind its mail address, in parentheses. */
function nameIn(author: string): string {
  return /^\S+@\S+ \((.+)\)$/.exec(author)?.[1] ?? author;
}

/** Enclosures, and what Media RSS has beside them. */
function mediaIn(item: Element) {
  const elements = [...childrenOf(item, "enclosure"), ...contents(item)].filter((each) => !isPicture(each));
  const found = elements.map(({ attributes: { url = "", type = "" } }) => ({ url, type }));
  return found.filter(({ url }, at) => found.findIndex((other) => other.url === url) === at);
}

function contents(item: Element): Element[] {
  return [item, ...childrenOf(item, "media:group")].flatMap((each) => childrenOf(each, "media:content"));
}

function imageIn(item: Element): string {
  const pictures = contents(item).filter(isPicture);
  return [...pictures, ...childrenOf(item, "media:thumbnail")][0]?.attributes.url ?? "";
}

function isPicture({ attributes: { medium = "", type = "" } }: Element): boolean {
  return medium === "image" || type.startsWith("image/");
}
