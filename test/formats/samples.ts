import { type FormatName, formats } from "../../src/formats/index.ts";
import type { Channel, FeedModel, Item, Tombstone } from "../../src/model.ts";

const first = Date.UTC(2025, 1, 23, 18, 4);

/** A channel that says only what it has to. */
export const channel: Channel = {
  id: "https://news.example/",
  title: "The Example",
  url: "https://news.example/",
  language: "en",
  authors: [],
  self: {
    rss: "https://news.example/rss.xml",
    atom: "https://news.example/atom.xml",
    json: "https://news.example/feed.json",
  },
};

/** An item that says only what it has to. */
export const item: Item = {
  id: "https://news.example/a",
  url: "https://news.example/a",
  title: "A headline",
  updated: first,
  authors: [],
  tags: [],
  enclosures: [],
};

/** A channel that says all there is to say. */
export const fullChannel: Channel = {
  ...channel,
  description: "News & views",
  authors: [{ name: "Newsroom", email: "desk@news.example", url: "https://news.example/about" }],
  contributors: [{ name: "Picture desk", url: "https://news.example/pictures" }],
  categories: [{ term: "news", label: "News", scheme: "https://news.example/subjects/" }],
  hubs: ["https://hub.example/"],
  nextUrl: "https://news.example/feed-2.json",
  image: "https://news.example/logo.png",
  icon: "https://news.example/icon.png",
  favicon: "https://news.example/favicon.ico",
  copyright: "© 2025 The Example & Sons",
  managingEditor: { name: "Edith Tor", email: "edith@news.example" },
  webMaster: { name: "Webb Master", email: "webb@news.example" },
  ttl: 15,
  rhythm: { period: "hourly", frequency: 2, base: first },
  cloud: {
    domain: "rpc.news.example",
    port: 80,
    path: "/RPC2",
    registerProcedure: "notify",
    protocol: "xml-rpc",
  },
  updated: first + 3_600_000,
  namespaces: { georss: "http://www.georss.org/georss" },
  jsonExtensions: { _desk: { about: "https://news.example/desk", shift: "late" } },
};

const documents = (name: string) => ({
  rss: `https://news.example/${name}.rss`,
  atom: `https://news.example/${name}.atom`,
  json: `https://news.example/${name}.json`,
});

/** An archive's channel, with archives before and after it. */
export const archiveChannel: Channel = {
  ...channel,
  self: documents("2024-12"),
  archive: {
    isArchive: true,
    current: documents("current"),
    previous: documents("2024-11"),
    next: documents("2025-01"),
  },
};

/** An item that says all there is to say. */
export const fullItem: Item = {
  ...item,
  externalUrl: "https://elsewhere.example/piece",
  title: "Ready to step down & more",
  summary: "What was said in Kyiv.",
  contentHtml: '<p>See <a href="https://news.example/b?x=1&amp;y=2">this</a>.</p>',
  published: first,
  updated: first + 3_600_000,
  authors: [
    { name: "Ann Author", email: "ann@news.example", url: "https://news.example/ann" },
    { name: "Bo" },
  ],
  contributors: [{ name: "Cy Contributor" }],
  topic: { term: "zelensky", label: "Volodymyr Zelensky", scheme: "https://news.example/topics/" },
  tags: [{ term: "nato", label: "NATO" }, { term: "ukraine" }],
  image: {
    url: "https://news.example/kyiv.jpg",
    type: "image/jpeg",
    length: 1234,
    width: 1200,
    height: 800,
    alt: "A man at a desk",
    caption: "Kyiv on Sunday",
    credit: "P. Hotographer/AFP",
  },
  enclosures: [
    { url: "https://news.example/a.mp3", type: "audio/mpeg", length: 99, title: "Listen", duration: 61 },
    { url: "https://news.example/a.pdf", type: "application/pdf", length: 0 },
  ],
  credit: { name: "AFP", url: "https://agency.example/" },
  origin: { title: "The Wire & Co", url: "https://wire.example/feed.xml" },
  links: [
    { rel: "related", url: "https://news.example/r", title: "Background", type: "text/html" },
    { rel: "via", url: "https://news.example/v" },
  ],
  comments: "https://news.example/a#comments",
  rights: "© AFP",
  language: "uk",
  corrections: [{ date: first + 60_000, note: "The day was wrong." }],
  wordCount: 612,
  readingMinutes: 2,
  extensions: [{ name: "georss:point", content: "50.45 30.52" }],
  jsonExtensions: { _desk: { page: 3 } },
};

/** A story that was taken back, with the reason. */
export const tombstone: Tombstone = {
  id: "https://news.example/b",
  url: "https://news.example/b",
  title: "A headline that was wrong",
  published: first,
  when: first + 7_200_000,
  reason: "Its only source took the claim back.",
};

/** A feed of the given items, whole. */
export function written(
  format: FormatName,
  items: readonly Item[] = [item],
  of: Channel = channel,
  tombstones?: readonly Tombstone[],
): string {
  return [...formats[format].write({ channel: of, items, tombstones })].join("");
}

/** A feed that tells which of its items have been asked for. */
export function watched(count: number): { readonly feed: FeedModel; readonly pulled: string[] } {
  const pulled: string[] = [];
  function* items() {
    for (let i = 0; i < count; i++) {
      const id = `https://news.example/${i}`;
      pulled.push(id);
      yield { ...item, id, url: id };
    }
  }
  return { feed: { channel, items: items() }, pulled };
}
