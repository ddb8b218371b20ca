import { type JsonFeed, parseJsonFeed } from "feedsmith";
import { z } from "zod";
import type { ReadFeed } from "./readBack.ts";
import { instant } from "./values.ts";

type Item = JsonFeed.Item<string>;

/** What feedwright says in its own extension, which feedsmith passes over. */
const extension = z.looseObject({
  copyright: z.string().optional(),
  reading_minutes: z.number().optional(),
  word_count: z.number().optional(),
  comments_url: z.string().optional(),
  rights: z.string().optional(),
  source: z.strictObject({ title: z.string(), url: z.string() }).optional(),
  image: z.looseObject({}).optional(),
  contributors: z.array(z.looseObject({ name: z.string() })).optional(),
});
const extended = z.looseObject({ _feedwright: extension.optional() });
const document = extended.extend({ items: z.array(extended) });

type Extension = z.infer<typeof extension>;

export function readJson(source: string): ReadFeed {
  const feed = parseJsonFeed(source);
  const own = document.parse(JSON.parse(source));
  return {
    feed: {
      title: feed.title ?? null,
      url: feed.home_page_url ?? null,
      description: feed.description ?? null,
      language: feed.language ?? null,
      authors: people(feed.authors),
      copyright: own._feedwright?.copyright ?? null,
      hubs: (feed.hubs ?? []).map(({ url }) => url),
      self: feed.feed_url ?? null,
    },
    items: (feed.items ?? []).map((item, index) => readItem(item, own.items[index]?._feedwright)),
  };
}

function readItem(item: Item, own: Extension = {}): Record<string, unknown> {
  return {
    id: item.id ?? null,
    url: item.url ?? null,
    title: item.title ?? null,
    summary: item.summary ?? null,
    contentHtml: item.content_html ?? null,
    published: instant(item.date_published),
    updated: instant(item.date_modified),
    authors: people(item.authors),
    contributors: own.contributors ?? [],
    categories: (item.tags ?? []).map((term) => ({ term })),
    enclosures: enclosures(item),
    image: item.image === undefined ? null : { url: item.image, ...own.image },
    language: item.language ?? null,
    comments: own.comments_url ?? null,
    rights: own.rights ?? null,
    source: own.source ?? null,
    externalUrl: item.external_url ?? null,
    readingMinutes: own.reading_minutes ?? null,
    wordCount: own.word_count ?? null,
  };
}

function people(list: Item["authors"]): object[] {
  return (list ?? []).map(({ name, url, avatar }) => ({
    name: name ?? null,
    url: url ?? null,
    avatar: avatar ?? null,
  }));
}

function enclosures({ attachments = [] }: Item): object[] {
  return attachments.map((each) => ({
    url: each.url,
    type: each.mime_type ?? null,
    length: each.size_in_bytes ?? 0,
    title: each.title ?? null,
    duration: each.duration_in_seconds ?? null,
  }));
}
