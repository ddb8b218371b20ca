import { parseRssFeed, type RssFeed } from "feedsmith";
import { furtherMedia, leadPicture, mediaOf } from "./media.ts";
import type { ReadFeed } from "./readBack.ts";
import { instant, linked, minutes } from "./values.ts";

type Item = RssFeed.Item<string>;

export function readRss(source: string): ReadFeed {
  const feed = parseRssFeed(source);
  return {
    feed: {
      title: feed.title ?? null,
      url: feed.link ?? null,
      description: feed.description ?? null,
      language: feed.language ?? null,
      updated: instant(feed.lastBuildDate),
      authors: (feed.dc?.creators ?? []).map((name) => ({ name })),
      copyright: feed.copyright ?? null,
      hubs: linked(feed.atom?.links, "hub"),
      self: linked(feed.atom?.links, "self")[0] ?? null,
    },
    items: (feed.items ?? []).map(readItem),
  };
}

function readItem(item: Item): Record<string, unknown> {
  const { dc, dcterms, atom, media } = item;
  return {
    id: item.guid?.value ?? null,
    url: item.link ?? null,
    title: item.title ?? null,
    summary: item.description ?? null,
    contentHtml: item.content?.encoded ?? null,
    published: instant(item.pubDate),
    updated: instant(dcterms?.modified?.[0]),
    authors: authors(item),
    contributors: (dc?.contributors ?? []).map((name) => ({ name })),
    categories: (item.categories ?? []).map(({ name, domain }) => ({ term: name, scheme: domain ?? null })),
    enclosures: enclosures(item),
    image: leadPicture(media),
    language: dc?.languages?.[0] ?? null,
    comments: item.comments ?? null,
    rights: dc?.rights?.[0] ?? null,
    source: item.source ?? null,
    via: linked(atom?.links, "via"),
    related: linked(atom?.links, "related"),
    readingMinutes: minutes(dc?.formats?.[0]),
  };
}

function authors({ authors = [], dc }: Item): object[] {
  const creators = (dc?.creators ?? []).map((name) => ({ name }));
  return [...authors.map(({ name, email }) => ({ name: name ?? null, email: email ?? null })), ...creators];
}

/** The enclosure with what `media:content` says of it, then the further media. */
function enclosures({ enclosures: [first] = [], media }: Item): object[] {
  if (first === undefined) return [];
  const { url, type, length } = first;
  const details = mediaOf(media, url);
  const lead = {
    url,
    type,
    length,
    title: details?.title?.value ?? null,
    duration: details?.duration ?? null,
  };
  const others = furtherMedia(media, url).map((each) => ({
    url: each.url,
    type: each.type ?? null,
    length: each.fileSize ?? 0,
    title: each.title?.value ?? null,
    duration: each.duration ?? null,
  }));
  return [lead, ...others];
}
