import type { Config } from "../../src/config/index.ts";
import type { Headline, Offer } from "../../src/delivery/index.ts";
import type { ListedDocument, Listing } from "../../src/model.ts";

const files = {
  rss: ["rss.xml", "application/rss+xml"],
  atom: ["atom.xml", "application/atom+xml"],
  json: ["feed.json", "application/feed+json"],
} as const;

/** The site, as its configuration is resolved. */
export function siteAt(url = "https://daily.example/", others: Partial<Offer["site"]> = {}): Offer["site"] {
  return {
    title: "The Daily Example",
    url,
    description: "News of feeds, agencies and newsrooms.",
    language: "en",
    timezone: "UTC",
    authors: [],
    ...others,
  };
}

/** A feed in all formats, below a folder of the site. */
export function listing(kind: Listing["kind"], label: string, folder = "", url = siteAt().url): Listing {
  const documents = (["rss", "atom", "json"] as const).map((format): ListedDocument => {
    const [name, mediaType] = files[format];
    const path = `${folder}${name}`;
    return { format, path, url: new URL(encodeURI(path), url).href, mediaType };
  });
  const title = kind === "main" ? label : `The Daily Example: ${label}`;
  return { kind, label, title, documents };
}

const headlines: readonly Headline[] = [
  {
    title: "An Atom id is for ever",
    url: "https://daily.example/formats/atom-ids/",
    published: Date.UTC(2026, 2, 2, 7),
    summary:
      "RFC 4287, section 4.2.6, has an entry keep its id when it is moved, corrected or syndicated again.",
  },
  {
    title: "Why nobody should trust a pubDate without a zone",
    url: "https://daily.example/formats/rss-dates/",
    published: Date.UTC(2026, 1, 26, 16),
    summary:
      "Half of all feeds of small newsrooms have dates that no reader understands as they were meant. What RFC 822 says, what readers make of it, and why an offset in the front matter ends the matter for good, whichever zone the machine of the next build is in.",
  },
  { title: "Стрічки українських редакцій", url: "https://daily.example/uk/feeds/", language: "uk" },
];

/** What a newsroom of some size offers. */
export function offer(others: Partial<Offer> = {}): Offer {
  const { url } = others.site ?? siteAt();
  return {
    site: siteAt(),
    listings: [
      listing("main", "The Daily Example", "", url),
      listing("topic", "Science", "topics/science/", url),
      listing("topic", "Politics", "topics/politics/", url),
      listing("author", "Oksana Petrenko", "authors/oksana-petrenko/", url),
      listing("tag", "київ", "tags/київ/", url),
      listing("language", "Українська", "languages/uk/", url),
    ],
    hubs: [],
    headlines,
    ...others,
  };
}

/** Nothing is wanted but this. */
export function wanted(some: Partial<Config["delivery"]>): Config["delivery"] {
  return { head: false, servers: [], compress: [], ...some };
}
