import type { Article, Instant } from "../model.ts";
import { type Hold, holdOf } from "./due.ts";

/** An article that is held back, and why. */
interface Held extends Hold {
  readonly article: Article;
}

/** What selection decides. */
export interface Selection {
  /** All that may be published now, newest first. */
  readonly due: readonly Article[];
  readonly held: readonly Held[];
}

/** Parts articles into those that are due and those that are held back, each in feed order. */
export function select(articles: readonly Article[], now: Instant): Selection {
  const due: Article[] = [];
  const held: Held[] = [];
  for (const article of articles) {
    const hold = holdOf(article, now);
    if (hold === undefined) due.push(asOf(article, now));
    else held.push({ article, ...hold });
  }
  return { due: due.sort(newestFirst), held: held.sort((a, b) => newestFirst(a.article, b.article)) };
}

/** A change that is yet to come has not been: no feed may say that it is newer than the clock. */
function asOf(article: Article, now: Instant): Article {
  const { updated, changes = [] } = article;
  if (updated === undefined || updated <= now) return article;
  return { ...article, updated: changes.findLast((each) => each <= now) };
}

/** Newest first; the same instant by id, compared as characters, so that two machines agree. */
export function newestFirst(a: Article, b: Article): number {
  if (a.published !== b.published) return b.published - a.published;
  return a.id < b.id ? -1 : Number(a.id > b.id);
}

/** When the last of some articles changed: a feed's own date, which never is the clock's. */
export function lastChange(articles: readonly Article[]): Instant | undefined {
  return articles.reduce<Instant | undefined>((last, { published, updated = published }) => {
    return last === undefined || updated > last ? updated : last;
  }, undefined);
}
