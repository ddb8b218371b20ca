import { type AtomFeed, parseAtomFeed } from "feedsmith";
import { leadPicture, mediaOf } from "./media.ts";
import type { ReadFeed } from "./readBack.ts";
import { instant, linked, minutes } from "./values.ts";

type Entry = AtomFeed.Entry<string>;
type People = Entry["authors"];

export function readAtom(source: string): ReadFeed {
  const feed = parseAtomFeed(source);
  return {
    feed: {
      id: feed.id ?? null,
      title: feed.title?.value ?? null,
      url: linked(feed.links, "alternate")[0] ?? null,
      description: feed.subtitle?.value ?? null,
      language: feed.xml?.lang ?? null,
      updated: instant(feed.updated),
      authors: people(feed.authors),
      copyright: feed.rights?.value ?? null,
      hubs: linked(feed.links, "hub"),
      self: linked(feed.links, "self")[0] ?? null,
    },
    items: (feed.entries ?? []).map((entry) => readEntry(entry, feed.xml?.lang)),
  };
}

function readEntry(entry: Entry, language: string | undefined): Record<string, unknown> {
  const { links } = entry;
  return {
    id: entry.id ?? null,
    url: linked(links, "alternate")[0] ?? null,
    title: entry.title?.value ?? null,
    summary: entry.summary?.value ?? null,
    contentHtml: entry.content?.value ?? null,
    published: instant(entry.published),
    updated: instant(entry.updated),
    authors: people(entry.authors),
    contributors: people(entry.contributors),
    categories: (entry.categories ?? []).map(({ term, scheme }) => ({ term, scheme: scheme ?? null })),
    enclosures: enclosures(entry),
    image: leadPicture(entry.media),
    language: entry.xml?.lang ?? language ?? null,
    comments: linked(links, "replies")[0] ?? null,
    rights: entry.rights?.value ?? null,
    source: source(entry),
    via: linked(links, "via"),
    related: linked(links, "related"),
    readingMinutes: minutes(entry.dc?.formats?.[0]),
  };
}

function people(list: People): object[] {
  return (list ?? []).map(({ name, email, uri }) => ({
    name: name ?? null,
    email: email ?? null,
    url: uri ?? null,
  }));
}

function enclosures({ links = [], media }: Entry): object[] {
  const files = links.filter(({ rel }) => rel === "enclosure");
  return files.map(({ href, type, length, title }) => ({
    url: href,
    type: type ?? null,
    length: length ?? 0,
    title: title ?? null,
    duration: mediaOf(media, href)?.duration ?? null,
  }));
}

function source({ source }: Entry) {
  return source ? { title: source.title?.value, url: linked(source.links, "alternate")[0] } : null;
}
