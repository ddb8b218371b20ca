import { byline } from "../../formats/people.ts";
import { mailbox } from "../../formats/rss/people.ts";
import { subjects } from "../../formats/subjects.ts";
import type { Category, Channel, Credit, Instant, Item, Person, Picture, Tombstone } from "../../model.ts";
import type { Fields, Value } from "./value.ts";

/** What templates may ask for: the catalogue that profiles are checked by, and that `docs/partners.md` lists. */

/** The fields of what isn't a single value; the first is what it says as text. */
export const records = {
  person: ["name", "email", "url", "avatar", "mailbox"],
  category: ["name", "term", "label", "scheme"],
  picture: ["url", "type", "length", "width", "height", "alt", "caption", "credit"],
  enclosure: ["url", "type", "length", "duration", "title"],
  "name and address": ["name", "url"],
  link: ["url", "rel", "title", "type"],
  correction: ["note", "date"],
} as const satisfies Record<string, readonly string[]>;

type Kind = "text" | "HTML" | "date" | "number" | "yes or no" | keyof typeof records;

/** A field: what it is, what the members of a list go by where an element is repeated, and its value. */
export interface Field<From> {
  readonly kind: Kind;
  readonly says: string;
  readonly one?: string;
  read(from: From): Value;
}

/** An item as a partner gets it. */
export interface Told {
  readonly item: Item;
  readonly channel: Channel;
  /** Those that fit; the first is the lead picture. */
  readonly pictures: readonly Picture[];
  /** As the partner calls them. */
  readonly categories: readonly Category[];
}

const dateOf = (instant: Instant | undefined): Date | undefined =>
  instant === undefined ? undefined : new Date(instant);

function person(who: Person): Fields {
  const { name, email, url, avatar } = who;
  return { name, email, url, avatar, mailbox: mailbox(who) ?? name };
}

function category({ term, label, scheme }: Category): Fields {
  return { name: label || term, term, label, scheme };
}

function picture({ url, type, length, width, height, alt, caption, credit }: Picture): Fields {
  return { url, type, length: length || undefined, width, height, alt, caption, credit };
}

function named(credit: Credit | undefined): Fields | undefined {
  return credit && { name: credit.name, url: credit.url };
}

function files({ enclosures }: Item): Fields[] {
  return enclosures.map(({ url, type, length, duration, title }) => {
    return { url, type, length: length || undefined, duration, title };
  });
}

/** The fields of an item. */
export const itemFields: Readonly<Record<string, Field<Told>>> = {
  id: { kind: "text", says: "The id, as the profile's `id` makes it", read: ({ item }) => item.id },
  url: { kind: "text", says: "The article's page", read: ({ item }) => item.url },
  externalUrl: {
    kind: "text",
    says: "Where the piece stands that the item is about",
    read: ({ item }) => item.externalUrl,
  },
  title: { kind: "text", says: "The headline", read: ({ item }) => item.title },
  summary: {
    kind: "text",
    says: "The summary; empty where `content` is `none`",
    read: ({ item }) => item.summary,
  },
  content: {
    kind: "HTML",
    says: "The whole article; empty where `content` isn't `full`",
    read: ({ item }) => item.contentHtml,
  },
  published: {
    kind: "date",
    says: "When it was published",
    read: ({ item }) => new Date(item.published ?? item.updated),
  },
  updated: {
    kind: "date",
    says: "When it last changed; `published` where it never did",
    read: ({ item }) => new Date(item.updated),
  },
  modified: {
    kind: "date",
    says: "When it last changed; empty where it never did",
    read: ({ item }) =>
      item.updated > (item.published ?? item.updated) ? new Date(item.updated) : undefined,
  },
  authors: {
    kind: "person",
    one: "author",
    says: "Its authors, else the site's",
    read: ({ item }) => item.authors.map(person),
  },
  byline: {
    kind: "person",
    one: "person",
    says: "Its authors, and behind them the agency that is credited",
    read: ({ item }) => byline(item).map(person),
  },
  contributors: {
    kind: "person",
    one: "contributor",
    says: "Those who contributed",
    read: ({ item }) => item.contributors?.map(person),
  },
  topic: {
    kind: "category",
    says: "The topic, as the article has it",
    read: ({ item }) => item.topic && category(item.topic),
  },
  tags: {
    kind: "category",
    one: "tag",
    says: "The tags, as the article has them",
    read: ({ item }) => item.tags.map(category),
  },
  subjects: {
    kind: "category",
    one: "subject",
    says: "The topic and the tags, none twice",
    read: ({ item }) => subjects(item).map(category),
  },
  categories: {
    kind: "category",
    one: "category",
    says: "The same, as the profile's `categories` make them",
    read: ({ categories }) => categories.map(category),
  },
  image: {
    kind: "picture",
    says: "The first picture that fits the rules",
    read: ({ pictures: [first] }) => first && picture(first),
  },
  images: {
    kind: "picture",
    one: "image",
    says: "All pictures that fit the rules",
    read: ({ pictures }) => pictures.map(picture),
  },
  enclosure: { kind: "enclosure", says: "The first file beside it", read: ({ item }) => files(item)[0] },
  enclosures: {
    kind: "enclosure",
    one: "enclosure",
    says: "The files beside it",
    read: ({ item }) => files(item),
  },
  credit: { kind: "name and address", says: "The agency", read: ({ item }) => named(item.credit) },
  source: {
    kind: "name and address",
    says: "The publication that it was taken from",
    read: ({ item }) => item.origin && { name: item.origin.title, url: item.origin.url },
  },
  links: {
    kind: "link",
    one: "link",
    says: "Further links",
    read: ({ item }) => item.links?.map(({ url, rel, title, type }) => ({ url, rel, title, type })),
  },
  comments: { kind: "text", says: "The discussion's address", read: ({ item }) => item.comments },
  rights: { kind: "text", says: "The rights line", read: ({ item }) => item.rights },
  language: {
    kind: "text",
    says: "The language tag, else the feed's",
    read: ({ item, channel }) => item.language ?? channel.language,
  },
  corrections: {
    kind: "correction",
    one: "correction",
    says: "What was put right",
    read: ({ item }) => item.corrections?.map(({ note, date }) => ({ note, date: dateOf(date) })),
  },
  words: { kind: "number", says: "How many words it has", read: ({ item }) => item.wordCount },
  minutes: {
    kind: "number",
    says: "How many minutes it takes to read",
    read: ({ item }) => item.readingMinutes,
  },
};

/** The fields of a feed: `channel.title` and so on, everywhere. */
export const channelFields: Readonly<Record<string, Field<Channel>>> = {
  title: { kind: "text", says: "The publication's name", read: ({ title }) => title },
  id: { kind: "text", says: "The feed's id", read: ({ id }) => id },
  url: { kind: "text", says: "The site", read: ({ url }) => url },
  self: {
    kind: "text",
    says: "This document's own address",
    read: ({ self }) => self.rss ?? self.atom ?? self.json,
  },
  description: { kind: "text", says: "What it publishes", read: ({ description }) => description },
  language: { kind: "text", says: "Its language tag", read: ({ language }) => language },
  authors: {
    kind: "person",
    one: "author",
    says: "The site's authors",
    read: ({ authors }) => authors.map(person),
  },
  categories: {
    kind: "category",
    one: "category",
    says: "Its categories",
    read: ({ categories }) => categories?.map(category),
  },
  image: { kind: "text", says: "The logo", read: ({ image }) => image },
  icon: { kind: "text", says: "The large icon", read: ({ icon }) => icon },
  favicon: { kind: "text", says: "The small icon", read: ({ favicon }) => favicon },
  copyright: { kind: "text", says: "The rights line", read: ({ copyright }) => copyright },
  hubs: { kind: "text", one: "hub", says: "WebSub hubs", read: ({ hubs }) => hubs },
  ttl: { kind: "number", says: "Minutes between two visits", read: ({ ttl }) => ttl },
  updated: {
    kind: "date",
    says: "The newest change among the items",
    read: ({ updated }) => dateOf(updated),
  },
};

/** The fields of an article that was withdrawn: in `deletion`. */
export const deletionFields: Readonly<Record<string, Field<Tombstone>>> = {
  id: { kind: "text", says: "The item's id", read: ({ id }) => id },
  url: { kind: "text", says: "The article's page", read: ({ url }) => url },
  title: { kind: "text", says: "The headline that it had", read: ({ title }) => title },
  published: {
    kind: "date",
    says: "When it was published",
    read: ({ published }) => new Date(published),
  },
  withdrawn: { kind: "date", says: "When it was withdrawn", read: ({ when }) => new Date(when) },
  reason: { kind: "text", says: "Why", read: ({ reason }) => reason },
};

/** The fields that an id may be made of: those that never change, and that are known of withdrawn articles too. */
export const idFields: Readonly<Record<string, Field<Tombstone>>> = Object.fromEntries(
  ["id", "url", "published"].flatMap((name) => {
    const field = deletionFields[name];
    return field ? [[name, field]] : [];
  }),
);
