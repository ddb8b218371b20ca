import type { Heads, Timing } from "../index/index.ts";
import type { Article, Instant } from "../model.ts";
import type { ArticleOf } from "./selection.ts";
import { toldOf } from "./tombstones.ts";

/** What becomes of an article: from `withdrawn` to `forgotten`, Atom feeds tell that it was withdrawn. */
type Event = "published" | "updated" | "expired" | "withdrawn" | "forgotten";

/** When the clock alone makes feeds others, by what becomes of which row. */
export interface Moment {
  readonly at: Instant;
  readonly event: Event;
  readonly row: number;
}

/** From when to when feeds have something of an article, and what begins and ends then. */
interface Span {
  readonly from: Instant;
  readonly to: Instant;
  readonly first: Event;
  readonly last: Event;
  /** Whether feeds tell of the article's changes then. */
  readonly changes: boolean;
}

/**
 * All moments to come, soonest first.
 * @param days how long withdrawals are told of
 * @param articleOf asked only for what was withdrawn, or is said to change later
 */
export function momentsAfter(
  now: Instant,
  heads: Heads,
  days: number,
  articleOf: ArticleOf,
): readonly Moment[] {
  const moments: Moment[] = [];
  for (let row = 0; row < heads.length; row++) {
    const timing = heads.isPlainlyDue(row, now) ? undefined : heads.timing(row);
    const span = timing && spanOf(timing, () => articleOf(row)?.withdrawn, days);
    if (span === undefined || span.to <= Math.max(span.from, now)) continue;
    const isToChange = span.changes && (heads.changed(row) ?? now) > now;
    const changes = isToChange ? (articleOf(row)?.changes ?? []) : [];
    for (const { at, event } of eventsIn(span, changes)) if (at > now) moments.push({ at, event, row });
  }
  return moments.sort((a, b) => a.at - b.at || a.row - b.row);
}

/** Nothing where feeds never have anything of it. */
function spanOf(timing: Timing, withdrawal: () => Article["withdrawn"], days: number): Span | undefined {
  if (timing.draft) return undefined;
  return timing.withdrawn === undefined ? storySpan(timing) : withdrawalSpan(timing, withdrawal(), days);
}

function storySpan({ published, embargo = published, expires = Number.POSITIVE_INFINITY }: Timing): Span {
  return {
    from: Math.max(published, embargo),
    to: expires,
    first: "published",
    last: "expired",
    changes: true,
  };
}

function withdrawalSpan(
  { published }: Timing,
  withdrawn: Article["withdrawn"],
  days: number,
): Span | undefined {
  if (withdrawn === undefined || days === 0) return undefined;
  const { from = published, to } = toldOf(withdrawn, days);
  // Without a date of its own it has that of the article's last change.
  const changes = withdrawn.since === undefined;
  return { from: Math.max(from, published), to, first: "withdrawn", last: "forgotten", changes };
}

/** A change tells readers something only while the article is there. */
function eventsIn({ from, to, first, last }: Span, changes: readonly Instant[]): Omit<Moment, "row">[] {
  const updates = [...new Set(changes)].filter((at) => at > from && at < to);
  return [
    { at: from, event: first },
    ...updates.map((at) => ({ at, event: "updated" as const })),
    ...(Number.isFinite(to) ? [{ at: to, event: last }] : []),
  ];
}
