import type { Article, Category, Correction, Item, Link, Person } from "../model.ts";
import type { RenderSite } from "./context.ts";
import type { References } from "./references.ts";

/** What an item has from the article's head alone. */
type Head = Omit<Item, "summary" | "contentHtml" | "body" | "image" | "wordCount" | "readingMinutes"> & {
  readonly corrections: readonly Correction[];
};

/**
 * All of an item that doesn't hang on the body.
 * @param plain makes plain text of what may hold Markdown
 */
export function itemHead(
  article: Article,
  site: RenderSite,
  references: References,
  plain: (text: string) => string,
): Head {
  const { id, permalink, published, updated = published, credit, origin, rights } = article;
  const originUrl = origin && references.link(origin.url);
  const person = (each: Person) => absolutePerson(each, references);
  return {
    id,
    url: permalink,
    externalUrl: elsewhere(article, references),
    title: plain(article.title),
    published,
    updated,
    authors: (article.authors.length > 0 ? article.authors : site.authors).map(person),
    contributors: article.contributors.map(person),
    topic: topic(article.topic, site.url),
    tags: article.tags.map((term) => ({ term })),
    enclosures: article.enclosures.flatMap((each) => references.enclosure(each) ?? []),
    credit: credit && { name: plain(credit.name), url: credit.url && references.link(credit.url) },
    origin: origin && originUrl ? { title: plain(origin.title), url: originUrl } : undefined,
    links: article.links.flatMap((each) => absoluteLink(each, references) ?? []),
    comments: article.comments && references.link(article.comments),
    rights: rights && plain(rights),
    language: article.language ?? site.language,
    corrections: article.corrections.map(({ date, note }) => ({ date, note: plain(note) })),
  };
}

function absolutePerson(person: Person, references: References): Person {
  const { name, email, url, avatar } = person;
  return { name, email, url: url && references.link(url), avatar: avatar && references.media(avatar)?.url };
}

function absoluteLink(link: Link, references: References): Link | undefined {
  const url = references.link(link.url);
  return url === undefined ? undefined : { ...link, url };
}

/** The topic's own text is the term: it doesn't change when a label's spelling rules do. */
function topic(term: string | undefined, siteUrl: string): Category | undefined {
  return term ? { term, scheme: `${siteUrl}topics/` } : undefined;
}

/** Where the piece stands, if on another host: on the same one it is this page's other address. */
function elsewhere({ canonical, permalink }: Article, references: References): string | undefined {
  const url = canonical && references.link(canonical);
  return url && new URL(url).host !== new URL(permalink).host ? url : undefined;
}
