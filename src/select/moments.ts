import type { Heads, Timing } from "../index/index.ts";
import type { Article, Instant } from "../model.ts";
import { type Licence, mayHave } from "../partners/mayHave.ts";
import type { Partner } from "../partners/partner.ts";
import { tellsUntil } from "../partners/tombstones.ts";
import type { ArticleOf } from "./selection.ts";
import { toldOf } from "./tombstones.ts";

/**
 * What becomes of an article: from `withdrawn` to `forgotten` its withdrawal is told of, and at `ended` a
 * partner's time with it ends.
 */
type Event = "published" | "updated" | "expired" | "withdrawn" | "forgotten" | "ended";

/** When the clock alone makes documents others, by what becomes of which row. */
export interface Moment {
  readonly at: Instant;
  readonly event: Event;
  readonly row: number;
  /** The only one whom it concerns. */
  readonly partner?: string | undefined;
}

/** What moments are found for. */
export interface Recipients {
  /** How long feeds tell of withdrawals. */
  readonly tombstones: number;
  readonly partners: readonly Partner[];
}

/** From when to when documents have something of an article, and what begins and ends then. */
interface Span {
  readonly from: Instant;
  readonly to: Instant;
  readonly first?: Event | undefined;
  readonly last: Event;
  /** Whether they tell of the article's changes then. */
  readonly changes: boolean;
  readonly partner?: string | undefined;
}

/**
 * All moments to come, soonest first.
 * @param articleOf asked only for what was withdrawn, or is said to change later
 */
export function momentsAfter(
  now: Instant,
  heads: Heads,
  recipients: Recipients,
  articleOf: ArticleOf,
): readonly Moment[] {
  const moments: Moment[] = [];
  const isQuiet = (row: number) => recipients.partners.length === 0 && heads.isPlainlyDue(row, now);
  for (let row = 0; row < heads.length; row++) {
    const timing = isQuiet(row) ? undefined : heads.timing(row);
    if (timing === undefined || timing.draft) continue;
    const isToChange = (heads.changed(row) ?? now) > now;
    const changes = isToChange ? (articleOf(row)?.changes ?? []) : [];
    const licence = heads.traits?.of(row) ?? {};
    const spans =
      timing.withdrawn === undefined
        ? storySpans(timing, now, recipients, licence)
        : withdrawalSpans(articleOf(row), recipients, licence);
    for (const span of spans)
      for (const { at, event } of eventsIn(span, changes, now))
        moments.push({ at, event, row, partner: span.partner });
  }
  return moments.sort((a, b) => a.at - b.at || a.row - b.row);
}

function storySpans(
  { published, embargo = published, expires: to = Number.POSITIVE_INFINITY }: Timing,
  now: Instant,
  { partners }: Recipients,
  licence: Licence,
): readonly Span[] {
  const from = Math.max(published, embargo);
  const ended = partners.flatMap((partner): Span[] => {
    const verdict = mayHave(partner, licence, published, Math.max(from, now));
    const { until = to } = verdict.may ? verdict : {};
    return until < to ? [{ from, to: until, last: "ended", changes: false, partner: partner.name }] : [];
  });
  return [{ from, to, first: "published", last: "expired", changes: true }, ...ended];
}

function withdrawalSpans(
  article: Article | undefined,
  { tombstones, partners }: Recipients,
  licence: Licence,
): readonly Span[] {
  if (article?.withdrawn === undefined) return [];
  const { published, updated = published, withdrawn } = article;
  const told = toldOf(withdrawn, tombstones);
  const from = Math.max(told.from ?? published, published);
  // Without a date of its own it has that of the article's last change.
  const span = { from, first: "withdrawn", last: "forgotten", changes: told.from === undefined } as const;
  const partnersToo = partners.flatMap((partner) => {
    const to = tellsUntil(partner.profile, { when: told.from ?? updated });
    const isTold = mayHave(partner, licence, published, published).may;
    return to === undefined || !isTold ? [] : [{ ...span, to, partner: partner.name }];
  });
  return [...(tombstones === 0 ? [] : [{ ...span, to: told.to }]), ...partnersToo];
}

/** A change tells readers something only while the article is there. */
function eventsIn({ from, to, first, last, ...span }: Span, changes: readonly Instant[], now: Instant) {
  if (to <= from) return [];
  const updates = span.changes ? [...new Set(changes)].filter((at) => at > from && at < to) : [];
  const events: readonly { readonly at: Instant; readonly event: Event | undefined }[] = [
    { at: from, event: first },
    ...updates.map((at) => ({ at, event: "updated" as const })),
    { at: to, event: last },
  ];
  return events.flatMap(({ at, event }) => (event && at > now && Number.isFinite(at) ? [{ at, event }] : []));
}
