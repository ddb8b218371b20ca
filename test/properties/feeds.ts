import fc from "fast-check";
import type { Channel, Item, Listing, Tombstone } from "../../src/model.ts";

const troubles = [
  ...[
    "]]>",
    "<![CDATA[",
    "-->",
    "<!--",
    "<?x?>",
    "</item>",
    "&",
    "&amp;",
    "&#0;",
    "&#x26;",
    "<",
    ">",
    '"',
    "'",
    "\\u0000",
  ],
  ...["\0", "\x01", "\x08", "\t", "\n", "\r", "\r\n", "\x0B", "\x1F", "\x7F", "\x85", "\u2028", "\uFEFF"],
  ...["\uFFFE", "\uFFFF", "\uD800", "\uDC00", "\uDBFF\uDFFF", "\u{1F5DE}", "\u{1FFFF}", "ї", " "],
];

/** Any string that can be: any code units in any order, often those that make trouble. */
export const anyText = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...troubles) },
      fc.string({ unit: "grapheme" }),
      fc.string({ unit: "binary" }),
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(""));

const maybe = fc.option(anyText, { nil: undefined });
const count = fc.option(fc.nat(), { nil: undefined });
const instant = fc.integer({ min: 0, max: Date.UTC(2099, 0, 1) });
const person = fc.record({ name: anyText, email: maybe, url: maybe, avatar: maybe });
const category = fc.record({ term: anyText, label: maybe, scheme: maybe });
const link = fc.record({ rel: fc.constantFrom("related", "via"), url: anyText, title: maybe, type: maybe });
const few = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 2 });
const sometimes = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
const extension = fc.record({
  name: fc.oneof(anyText, fc.constantFrom("x:a", "bare", "x:x:x", "media:title")),
  attributes: fc.dictionary(
    fc.oneof(anyText, fc.constantFrom("k", "x:k", "xmlns", "xmlns:x", "xml:lang")),
    anyText,
  ),
  content: fc.oneof(anyText, fc.constant([{ name: "x:b" }, { name: "b", content: "]]>" }])),
});
const addresses = sometimes(fc.record({ rss: maybe, atom: maybe, json: maybe }));
const jsonExtensions = fc.dictionary(anyText, fc.jsonValue());

/** Items with any string in any field. */
export const anyItem: fc.Arbitrary<Item> = fc.record({
  id: anyText,
  url: anyText,
  externalUrl: maybe,
  title: anyText,
  summary: maybe,
  contentHtml: maybe,
  published: sometimes(instant),
  updated: instant,
  authors: few(person),
  contributors: few(person),
  topic: sometimes(category),
  tags: few(category),
  image: sometimes(
    fc.record({
      url: anyText,
      type: maybe,
      length: count,
      width: count,
      height: count,
      alt: maybe,
      caption: maybe,
      credit: maybe,
    }),
  ),
  enclosures: few(
    fc.record({ url: anyText, type: anyText, length: fc.nat(), title: maybe, duration: count }),
  ),
  credit: sometimes(fc.record({ name: anyText, url: maybe })),
  origin: sometimes(fc.record({ title: anyText, url: anyText })),
  links: few(link),
  comments: maybe,
  rights: maybe,
  language: maybe,
  corrections: few(fc.record({ date: instant, note: anyText })),
  wordCount: count,
  readingMinutes: count,
  extensions: few(extension),
  jsonExtensions,
});

/** Stories that were taken back, with any string in any field. */
export const anyTombstone: fc.Arbitrary<Tombstone> = fc.record({
  id: anyText,
  url: anyText,
  title: anyText,
  published: instant,
  when: instant,
  reason: maybe,
});

/** Feeds of any kind, with any string in any field. */
export const anyListing: fc.Arbitrary<Listing> = fc.record({
  kind: fc.constantFrom("main", "topic", "author", "tag", "language", "named"),
  label: anyText,
  title: anyText,
  description: maybe,
  language: maybe,
  documents: fc.array(
    fc.record({
      format: fc.constantFrom("rss", "atom", "json"),
      path: anyText,
      url: anyText,
      mediaType: anyText,
    }),
    { minLength: 1, maxLength: 3 },
  ),
});

/** Channels with any string in any field. */
export const anyChannel: fc.Arbitrary<Channel> = fc.record({
  id: anyText,
  idSpace: maybe,
  title: anyText,
  url: anyText,
  description: maybe,
  language: maybe,
  authors: few(person),
  contributors: few(person),
  categories: few(category),
  self: fc.record({ rss: anyText, atom: anyText, json: anyText }),
  hubs: few(anyText),
  nextUrl: maybe,
  archive: sometimes(
    fc.record({ isArchive: fc.boolean(), current: addresses, previous: addresses, next: addresses }),
  ),
  image: maybe,
  icon: maybe,
  favicon: maybe,
  copyright: maybe,
  managingEditor: sometimes(person),
  webMaster: sometimes(person),
  generator: maybe,
  ttl: count,
  rhythm: sometimes(
    fc.record({ period: fc.constant("daily" as const), frequency: count, base: sometimes(instant) }),
  ),
  cloud: sometimes(
    fc.record({
      domain: anyText,
      port: fc.nat(),
      path: anyText,
      registerProcedure: anyText,
      protocol: anyText,
    }),
  ),
  updated: sometimes(instant),
  namespaces: fc
    .dictionary(anyText, anyText, { maxKeys: 3 })
    .map((others) => ({ ...others, x: "https://x.example/ns" })),
  extensions: few(extension),
  jsonExtensions,
});
