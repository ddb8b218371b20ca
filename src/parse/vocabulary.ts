/**
 * Front matter's words: feedwright's own, and the names that other generators use for the same.
 * Names are compared without regard to case, as Hugo and Pelican do. `docs/front-matter.md` is
 * made from this table.
 */

/** A word of feedwright's front matter. */
export interface Word {
  readonly says: string;
  /** What it takes, for people. */
  readonly takes: string;
  /** Other generators' names for it, and who uses them; earlier ones win. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** Decides whether, when or as what a story appears: wrong values cost the article. */
  readonly decides?: true;
}

export const vocabulary = {
  title: {
    says: "Headline. Markdown and entities become plain text.",
    takes: "text",
    aliases: { headline: "newsrooms", name: "schema.org", subject: "others" },
    decides: true,
  },
  date: {
    says: "When it was published (else the date in the file's name, else `updated`). In the future: held back until then.",
    takes: "date",
    aliases: {
      pubDate: "Astro, RSS",
      pubDatetime: "Astro themes",
      published: "feed (a date, not true or false)",
      datePublished: "schema.org",
      date_published: "JSON Feed",
      publishedAt: "Next.js, Contentlayer",
      published_at: "Ghost, dev.to",
      publish_date: "others",
      publication_date: "others",
      created: "others",
      createdAt: "others",
      created_at: "Ghost",
      "DC.date": "Dublin Core",
    },
    decides: true,
  },
  embargo: {
    says: "Not before this moment, whatever `date` says; feeds tell it as the date, if it is later.",
    takes: "date",
    aliases: { publishDate: "Hugo", embargoed: "newsrooms", publish_at: "others" },
    decides: true,
  },
  updated: {
    says: "The last change that readers should hear of.",
    takes: "date",
    aliases: {
      lastmod: "Hugo",
      modified: "Pelican, Hugo",
      updatedDate: "Astro",
      modDatetime: "Astro themes",
      last_update: "Docusaurus (its `date`)",
      last_modified_at: "Jekyll",
      dateModified: "schema.org",
      date_modified: "JSON Feed",
      updatedAt: "others",
      updated_at: "Ghost",
      lastUpdated: "VitePress",
      modifiedDate: "others",
    },
    decides: true,
  },
  expires: {
    says: "Out of all feeds from this moment on.",
    takes: "date",
    aliases: { expiryDate: "Hugo", unpublishDate: "Hugo", expiry: "others" },
    decides: true,
  },
  draft: {
    says: "`true`: not published.",
    takes: "true or false",
    aliases: {
      unlisted: "Docusaurus",
      hidden: "others",
      private: "others",
      eleventyExcludeFromCollections: "Eleventy",
    },
    decides: true,
  },
  status: {
    says: "`withdrawn`: taken back after publication. `draft` and `hidden`: not published.",
    takes: "`published`, `draft`, `hidden` or `withdrawn`",
    decides: true,
  },
  withdrawn: { says: "When it was withdrawn.", takes: "date", decides: true },
  reason: { says: "Why it was withdrawn.", takes: "text" },
  id: {
    says: "The item's id, kept for ever. Without one, the permalink is the id.",
    takes: "text, best a URL or a tag: URI",
    aliases: { guid: "feed, RSS" },
    decides: true,
  },
  slug: {
    says: "The last part of the address.",
    takes: "text; beginning with `/` it is the whole path",
    decides: true,
  },
  permalink: {
    says: "The article's whole path, instead of the configured pattern.",
    takes: "path, or URL on the site",
    aliases: { url: "Hugo, Pelican", path: "Zola", link: "feed" },
    decides: true,
  },
  canonical: {
    says: "The address of the piece elsewhere that this one is about or was first published as; a `link`, `url` or `path` to another site is one.",
    takes: "URL",
    aliases: {
      canonical_url: "Jekyll, dev.to",
      canonicalUrl: "others",
      external_url: "JSON Feed",
      externalUrl: "Hugo themes",
      original_url: "others",
    },
  },
  authors: {
    says: "Who wrote it; the site's author where it is left out.",
    takes: "name, `Name <mail>`, `{name, email, url, avatar}`, or a list of them",
    aliases: { author: "most", byline: "newsrooms", by: "others", creator: "Dublin Core" },
  },
  contributors: { says: "Who helped.", takes: "as `authors`", aliases: { contributor: "feed" } },
  topic: {
    says: "The label above the headline.",
    takes: "text",
    aliases: { category: "Pelican, Jekyll, feed", section: "newsrooms" },
  },
  categories: {
    says: "The first is the topic where there is none, the others are tags.",
    takes: "list",
  },
  tags: {
    says: "What it is about.",
    takes: "list, or text with commas (in Jekyll's `_posts`, blanks)",
    aliases: { tag: "Jekyll", keywords: "others" },
  },
  summary: {
    says: "One or two sentences; derived from the body where it is left out.",
    takes: "text",
    aliases: {
      description: "Hugo, Astro, feed",
      excerpt: "Jekyll",
      abstract: "others",
      standfirst: "newsrooms",
      dek: "newsrooms",
      lede: "newsrooms",
      teaser: "others",
    },
  },
  image: {
    says: "The lead picture; the body's first where it is left out.",
    takes: "path or URL, or `{src, alt, caption, credit, width, height, length, type}`",
    aliases: {
      cover: "Hugo PaperMod, Zola",
      heroImage: "Astro",
      hero: "others",
      featured_image: "Hugo themes",
      featuredImage: "Gatsby",
      feature_image: "Ghost",
      coverImage: "Next.js",
      cover_image: "dev.to",
      images: "Hugo (the first)",
      thumbnail: "others",
      banner: "others",
      header: "Jekyll Minimal Mistakes (its `image`)",
    },
  },
  imageAlt: {
    says: "The lead picture's text alternative.",
    takes: "text",
    aliases: { heroImageAlt: "Astro", image_alt: "others", coverAlt: "others", alt: "others" },
  },
  imageCaption: { says: "The lead picture's caption.", takes: "text", aliases: { image_caption: "others" } },
  imageCredit: { says: "The lead picture's credit.", takes: "text", aliases: { image_credit: "others" } },
  credit: {
    says: "The agency whose copy this is.",
    takes: "name, or `{name, url}`; a list of them",
    aliases: { agency: "newsrooms", credits: "newsrooms" },
    decides: true,
  },
  language: {
    says: "The article's language.",
    takes: "BCP 47 tag",
    aliases: { lang: "Jekyll, Pelican", locale: "others" },
  },
  corrections: {
    says: "What was put right, and when; shown at the end of the article.",
    takes: "list of `{date, note}`",
    aliases: { correction: "newsrooms" },
  },
  enclosures: {
    says: "Files that travel with the article.",
    takes: "list of paths, URLs or `{url, type, length, duration, title}`",
    aliases: { enclosure: "feed, RSS" },
  },
  audio: {
    says: "A recording that travels with the article, beside its enclosures.",
    takes: "as `enclosures`",
  },
  video: { says: "A film that does.", takes: "as `enclosures`" },
  source: {
    says: "The feed or publication it was taken from.",
    takes: "`{title, url}`",
    aliases: { origin: "others" },
  },
  via: { says: "Where its subject was found.", takes: "URL" },
  related: { says: "Further pages on the subject.", takes: "list of URLs or `{title, url}`" },
  comments: { says: "The discussion's page.", takes: "URL", aliases: { comments_url: "others" } },
  rights: {
    says: "Who holds the rights.",
    takes: "text",
    aliases: { copyright: "feed, Hugo", license: "others" },
  },
  partners: {
    says: "Which syndication partners may have it.",
    takes: "`{allow: […]}` or `{deny: […]}`",
    decides: true,
  },
  authorUrl: { says: "The one author's page.", takes: "URL", aliases: { author_url: "Docusaurus" } },
  authorEmail: {
    says: "The one author's mail address.",
    takes: "address",
    aliases: { author_email: "others" },
  },
  authorImage: {
    says: "The one author's picture.",
    takes: "URL",
    aliases: { author_image_url: "Docusaurus", author_image: "others" },
  },
} as const satisfies Record<string, Word>;

export type WordName = keyof typeof vocabulary;

/** Maps whose content is looked at as if it stood at the top, where the top doesn't say it. */
export const containers: ReadonlySet<string> = new Set(["taxonomies", "params", "extra"]);

/** A lower-case key to the word it means, and its rank among the word's names. */
export const meanings: ReadonlyMap<string, { readonly name: WordName; readonly rank: number }> = new Map(
  wordNames().flatMap((name) =>
    namesOf(name).map((key, rank) => [key.toLowerCase(), { name, rank }] as const),
  ),
);

/** A word's own name and its aliases. */
export function namesOf(name: WordName): readonly string[] {
  const word: Word = vocabulary[name];
  return [name, ...Object.keys(word.aliases ?? {})];
}

/** All words, in the table's order. */
export function wordNames(): readonly WordName[] {
  return Object.keys(vocabulary).filter((key): key is WordName => key in vocabulary);
}
