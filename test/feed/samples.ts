import { Feed, type FeedItem, type FeedOptions } from "../../src/feed.ts";

export const options: FeedOptions = {
  title: "Harbour Notes",
  description: "Tides & ferries",
  id: "https://harbour.example/?from=feed&x=1",
  link: "https://harbour.example/",
  language: "en",
  updated: new Date("2024-05-04T03:02:01Z"),
  feedLinks: {
    rss: "https://harbour.example/rss.xml?a=1&b=2",
    atom: "https://harbour.example/atom.xml",
    json: "https://harbour.example/feed.json",
  },
  image: "https://harbour.example/mast.png",
  favicon: "https://harbour.example/favicon.ico",
  copyright: "2024 Harbour Notes",
  hub: "https://hub.example/",
  ttl: 30,
  generator: "harbour press",
  author: { name: "Mo Ring", email: "mo@harbour.example", link: "https://harbour.example/mo" },
};

export const item: FeedItem = {
  title: "The ferry is late",
  id: "https://harbour.example/ferry?id=1&v=2",
  link: "https://harbour.example/ferry",
  date: new Date("2024-05-04T03:02:01Z"),
  published: new Date("2024-05-03T00:00:00Z"),
  description: "An hour, they say.",
  content: "<p>An hour, they say, <b>or two</b>.</p>",
  author: [{ name: "Mo Ring", email: "mo@harbour.example", link: "https://harbour.example/mo" }],
  contributor: [{ name: "Bo Sun", email: "bo@harbour.example" }],
  category: [{ name: "Ferries" }, { name: "Delays", domain: "https://harbour.example/subjects" }],
  copyright: "Mo Ring",
};

/** A feed of the sample options, and others, with the given items. */
export function feedOf(items: readonly FeedItem[] = [item], more: Partial<FeedOptions> = {}): Feed {
  const feed = new Feed({ ...options, ...more });
  for (const each of items) feed.addItem(each);
  return feed;
}

/** The first item in JSON Feed. */
export const jsonItem = (feed: Feed) => JSON.parse(feed.json1()).items[0];
