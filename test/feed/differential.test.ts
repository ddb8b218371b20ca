import { Feed as Original } from "feed";
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { describe, expect, it } from "vitest";
import { Feed, type FeedItem } from "../../src/feed.ts";
import { item, options } from "./samples.ts";

/** Inputs that the original gets right, each with what it shows. */
const inputs: Readonly<Record<string, readonly FeedItem[]>> = {
  "no items": [],
  "an item with everything": [item],
  "an item by its guid": [
    {
      title: "G",
      guid: "urn:uuid:3b1e",
      link: "https://harbour.example/g",
      date: item.date,
      content: "<p>g</p>",
    },
  ],
  "an item by an id that is no address": [{ ...item, id: "tag:harbour.example,2024:9" }],
  "an item with audio of a known length and type": [
    { ...item, audio: { url: "https://harbour.example/horn.mp3", length: 4711, type: "audio/mpeg" } },
  ],
  "an item with a video by its address": [{ ...item, video: "https://harbour.example/tide.mp4" }],
  "an item with a picture by its address": [{ ...item, image: "https://harbour.example/quay.png" }],
  "an item with an enclosure whose address needs escaping": [
    {
      ...item,
      enclosure: { url: "https://harbour.example/a.pdf?x=1&y=2", length: 5, type: "application/pdf" },
    },
  ],
  "several items, in their order": [item, { ...item, id: "tag:harbour.example,2024:b", title: "Second" }],
  "an item in other scripts": [
    { ...item, title: "Пором запізнюється 🚢", description: "缺席", content: "<p>ё</p>" },
  ],
};

function both(items: readonly FeedItem[]) {
  const [ours, theirs] = [new Feed(options), new Original(options)];
  for (const feed of [ours, theirs]) {
    for (const each of items) feed.addItem({ ...each });
    feed.addCategory("Harbours");
    feed.addContributor({ name: "Bo Sun", email: "bo@harbour.example" });
  }
  return { ours, theirs };
}

/** What both say; the original's faults are left out, each with its reason. */
function rssFacts(xml: string) {
  const { items, ...head } = parseRssFeed(xml);
  const { title, description, link, language, ttl, copyright, image, categories, generator, lastBuildDate } =
    head;
  return {
    head: { title, description, link, language, ttl, copyright, image, categories, generator, lastBuildDate },
    links: head.atom?.links?.map(({ rel, href }) => [rel, href]),
    items: items?.map((each) => ({
      ...{ title: each.title, link: each.link, description: each.description, content: each.content },
      ...{ guid: each.guid?.value, pubDate: each.pubDate, categories: each.categories },
      // It writes names without a mail address as `author`, and the last enclosure of several.
      authors: each.authors ?? each.dc?.creators,
      enclosure: each.enclosures?.[0],
    })),
  };
}

function atomFacts(xml: string) {
  const { entries, ...head } = parseAtomFeed(xml);
  const { id, title, subtitle, updated, rights, icon, logo, authors, contributors, categories } = head;
  const text = (construct: { value?: unknown } | undefined) => construct?.value;
  return {
    head: { id, updated: instant(updated), icon, logo, authors, contributors, categories },
    texts: [title, subtitle, rights].map(text),
    links: head.links?.map(({ rel, href }) => [rel, href]),
    entries: entries?.map((each) => ({
      // It calls every title HTML, has no `rel` for alternates, no scheme from a domain, and no term.
      texts: [each.title, each.summary, each.content, each.rights].map(text),
      ...{ id: each.id, authors: each.authors, contributors: each.contributors },
      dates: [each.published, each.updated].map(instant),
      links: each.links?.map(({ rel = "alternate", href, length }) => ({ rel, href, length })),
      labels: each.categories?.map(({ label, term }) => label ?? term),
    })),
  };
}

function jsonFacts(json: string) {
  const { items, ...head } = parseJsonFeed(json);
  return {
    head: [head.title, head.home_page_url, head.feed_url, head.description, head.icon],
    // It writes one author only, and no attachments.
    author: head.authors?.[0],
    items: items?.map((each) => ({
      ...{ url: each.url, title: each.title, summary: each.summary, image: each.image, tags: each.tags },
      ...{ html: each.content_html, author: each.authors?.[0] },
      dates: [each.date_published, each.date_modified].map(instant),
    })),
  };
}

function instant(date: unknown) {
  return typeof date === "string" ? Date.parse(date) : undefined;
}

describe.each(Object.entries(inputs))("feedwright's Feed says what feed says of %s", (_, items) => {
  const { ours, theirs } = both(items);

  it("in RSS", () => {
    expect(rssFacts(ours.rss2())).toEqual(rssFacts(theirs.rss2()));
  });

  it("in Atom", () => {
    expect(atomFacts(ours.atom1())).toEqual(atomFacts(theirs.atom1()));
  });

  it("in JSON Feed", () => {
    expect(jsonFacts(ours.json1())).toEqual(jsonFacts(theirs.json1()));
  });
});
