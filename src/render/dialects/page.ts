import type { Article } from "../../model.ts";

/** What the dialects have to know of the article whose body they read. */
export interface Page {
  readonly article: Article;
  /** Absolute, ending in `/`. */
  readonly siteUrl: string;
  /** The page of the article that a reference names, from this article's place or from the root's. */
  permalinkOf(reference: string): string | undefined;
  /** Inline Markdown as HTML, for what has to stand inside of HTML. */
  line(markdown: string): string;
  /** Notes a mark that nothing can be shown for. */
  leaveOut(mark: string): void;
}

/** In characters: a value may be asked for thousands of times. */
const longestValue = 1000;

/** A front-matter value, as `{{ page.title }}`, `{{ title }}` and `{{< param title >}}` ask for it. */
export function pageValue(name: string, page: Page): string | undefined {
  const value = anyValue(name, page);
  return value !== undefined && value.length > longestValue ? undefined : value;
}

function anyValue(name: string, { article }: Page): string | undefined {
  const key = name.replace(/^(?:page\.)?(?:(?:extra|data|params)\.)?/i, "");
  if (key === "title") return article.title;
  if (key === "url" || key === "permalink") return article.permalink;
  if (key === "canonical_url" || key === "external_url") return article.canonical;
  if (!Object.hasOwn(article.extra, key)) return undefined;
  const value = article.extra[key];
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}
