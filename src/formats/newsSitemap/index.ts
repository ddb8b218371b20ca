/**
 * A news sitemap, by which Google News finds new articles (sitemaps.org's format with Google's
 * extension): articles come in, newest first; a document goes out in pieces of text, an article at a
 * time. Any string is safe in any field. Without any article it is empty, as Google allows.
 */
import type { Instant } from "../../model.ts";
import { rfc3339 } from "../dates.ts";
import { attributes, declaration, element, parentElement, text, textElement } from "../xml.ts";
import { newsLanguage } from "./language.ts";

/** An article as the sitemap needs it. */
export interface NewsArticle {
  /** Its page. */
  readonly url: string;
  readonly title: string;
  /** When it first appeared. */
  readonly published: Instant;
  /** BCP 47; the publication's unless given. */
  readonly language?: string | undefined;
}

/** A publication and its articles of the last days. */
export interface News {
  /** As Google News shows it, without anything in parentheses. */
  readonly name: string;
  /** BCP 47. */
  readonly language?: string | undefined;
  /** Those published within `window` before now; more than `limit` aren't asked for. */
  readonly articles: Iterable<NewsArticle>;
}

/** What Google takes: articles of two days, 1,000 of them at most. */
export const newsSitemap = {
  fileName: "news-sitemap.xml",
  mediaType: "application/xml",
  /** Milliseconds. */
  window: 2 * 24 * 60 * 60 * 1000,
  limit: 1000,
  write,
} as const;

const namespaces = {
  xmlns: "http://www.sitemaps.org/schemas/sitemap/0.9",
  "xmlns:news": "http://www.google.com/schemas/sitemap-news/0.9",
};

function* write({ name, language, articles }: News): Iterable<string> {
  yield declaration;
  yield `<urlset${attributes(namespaces)}>\n`;
  let count = 0;
  for (const article of articles) {
    yield urlElement(article, publication(name, [article.language, language]));
    count++;
    if (count === newsSitemap.limit) break;
  }
  yield "</urlset>\n";
}

function urlElement({ url, title, published }: NewsArticle, publication: string): string {
  const news =
    publication +
    element("      ", "news:publication_date", rfc3339(published)) +
    textElement("      ", "news:title", title || url);
  const children = element("    ", "loc", text(url)) + parentElement("    ", "news:news", news);
  return parentElement("  ", "url", children);
}

/** Its language is the article's: a publication may have several. */
function publication(name: string, languages: readonly (string | undefined)[]): string {
  const children =
    element("        ", "news:name", text(name)) +
    element("        ", "news:language", newsLanguage(languages));
  return parentElement("      ", "news:publication", children);
}
