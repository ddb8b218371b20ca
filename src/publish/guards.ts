import type { Instant } from "../model.ts";
import { type Problem, problem } from "../problems/index.ts";
import type { LastPublished } from "./manifest.ts";

/** A feed about to be written: its item ids, newest first. */
export interface PlannedFeed {
  readonly path: string;
  readonly ids: readonly string[];
}

/** What a build may do without anybody insisting. */
export interface GuardLimits {
  readonly emptied: boolean;
  /** A share from 0 to 1. */
  readonly lost: number;
  readonly ids: number;
  readonly dates: number;
}

/** What guards look at. */
export interface Guarded {
  readonly last: Pick<LastPublished, "ids" | "site">;
  readonly planned: readonly PlannedFeed[];
  /** The site's address. */
  readonly site: string;
  /** Whether an article with this id was read, published or not. */
  readonly known: (id: string) => boolean;
  /** How many items the file in place has; asked where the last build isn't known. */
  readonly standing: (path: string) => number;
  /** Published articles that have another id now, by their files. */
  readonly changedIds: readonly { readonly file: string; readonly from: string; readonly to: string }[];
  /** Published articles that are new again by their dates. */
  readonly movedDates: readonly { readonly file: string; readonly from: Instant; readonly to: Instant }[];
}

/**
 * What a careful editor would ask before publishing: would a feed become empty, or lose stories that nobody held
 * back? Would readers get stories again that they have, by other ids or by later dates?
 * @returns fatal problems; `--force` passes them over
 */
export function guard(guarded: Guarded, limits: GuardLimits): Problem[] {
  const moved = siteMoved(guarded, limits);
  if (moved) return [moved];
  const { changedIds, movedDates } = guarded;
  return [
    ...guarded.planned.flatMap((feed) => feedHarmed(feed, guarded, limits)),
    ...(changedIds.length > limits.ids ? [problem("ids-changed", { stories: changedIds })] : []),
    ...(movedDates.length > limits.dates ? [problem("dates-moved", { stories: movedDates })] : []),
  ];
}

function feedHarmed(
  { path, ids }: PlannedFeed,
  { last, known, standing }: Guarded,
  limits: GuardLimits,
): Problem[] {
  const had = last.ids[path] ?? [];
  if (ids.length === 0) {
    const before = last.ids[path]?.length ?? standing(path);
    return limits.emptied && before > 0 ? [problem("feed-emptied", { feed: path, before })] : [];
  }
  const lost = had.filter((id) => !known(id)).length;
  return lost > limits.lost * had.length
    ? [problem("feed-shrunk", { feed: path, before: had.length, lost })]
    : [];
}

/** Another address makes other ids: then that is said, and not what follows from it. */
function siteMoved({ last, planned, site, known }: Guarded, limits: GuardLimits): Problem | undefined {
  if (last.site === undefined || last.site === site) return undefined;
  const ids = new Set(planned.flatMap(({ path }) => last.ids[path] ?? []));
  const changed = [...ids].filter((id) => !known(id)).length;
  return changed > limits.ids
    ? problem("site-moved", { from: last.site, to: site, changed, of: ids.size })
    : undefined;
}
