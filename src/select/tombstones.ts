import type { Article, Instant, Tombstone } from "../model.ts";
import type { ArticleOf, Selection } from "./selection.ts";

const day = 24 * 60 * 60 * 1000;

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

/** From when to when feeds tell of a withdrawal; one without a date they tell of at any time. */
export function toldOf(
  { since }: NonNullable<Article["withdrawn"]>,
  days: number,
): { readonly from: Instant | undefined; readonly to: Instant } {
  return { from: since, to: since === undefined ? Number.POSITIVE_INFINITY : since + days * day };
}
