import { type Article, day, type Instant, type Tombstone } from "../model.ts";
import type { ArticleOf, Selection } from "./selection.ts";

/** What was withdrawn and is told of, by its row; and when the clock alone changes that. */
export interface Tombstones {
  readonly byRow: ReadonlyMap<number, Tombstone>;
  readonly until: number;
}

/**
 * What feeds tell of withdrawals: each for some days. One without a date is told of as long as its
 * file is there, and dated by the article's last change: the clock mustn't show.
 * @param days 0 for none
 */
export function tombstonesOf(
  { held, now }: Pick<Selection, "held" | "now">,
  days: number,
  articleOf: ArticleOf,
): Tombstones {
  const byRow = new Map<number, Tombstone>();
  let until = Number.POSITIVE_INFINITY;
  for (const { row, reason } of held) {
    const article = reason === "withdrawn" && days > 0 ? articleOf(row) : undefined;
    if (article?.withdrawn === undefined || article.published > now) continue;
    const { id, permalink: url, title, published, updated = published } = article;
    const { since, reason: why } = article.withdrawn;
    const { from: first = now, to: last } = toldOf(article.withdrawn, days);
    if (first <= now && now < last)
      byRow.set(row, { id, url, title, published, when: since ?? updated, reason: why });
    for (const moment of [first, last]) if (moment > now) until = Math.min(until, moment);
  }
  return { byRow, until };
}

/** What was published, and that no file has any more. */
export interface Gone {
  readonly id: string;
  readonly since: Instant;
  /** The feed files that had it, below the output folder. */
  readonly feeds: readonly string[];
  /** As partners have it, where they may have to be told of its end. */
  readonly story?: Pick<Tombstone, "url" | "title" | "published"> | undefined;
}

/** What is told of it: as of a withdrawal. Of what no partner has, only the id is known. */
export function tombstoneOf({ id, since, story }: Gone): Tombstone {
  const { url, title, published } = story ?? { url: id, title: id, published: since };
  return { id, url, title, published, when: since };
}

/** From when to when feeds tell of a withdrawal; one without a date they tell of at any time. */
export function toldOf(
  { since }: NonNullable<Article["withdrawn"]>,
  days: number,
): { readonly from: Instant | undefined; readonly to: Instant } {
  return { from: since, to: since === undefined ? Number.POSITIVE_INFINITY : since + days * day };
}
