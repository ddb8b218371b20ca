import { type Problem, problem } from "../problems/index.ts";
import type { PublishedIds } from "./manifest.ts";

/** A feed about to be written: its item ids, newest first. */
export interface PlannedFeed {
  readonly path: string;
  readonly ids: readonly string[];
}

/**
 * What a careful editor would ask before publishing: would a feed become empty, or lose most of
 * the stories that it had without any of them being held back?
 * @param known whether an article with this id was read, published or not
 * @param standing how many items the file in place has; asked where the last build isn't known
 * @returns one fatal problem a feed; `--force` passes them over
 */
export function guard(
  last: PublishedIds,
  planned: readonly PlannedFeed[],
  known: (id: string) => boolean,
  standing: (path: string) => number,
): Problem[] {
  return planned.flatMap(({ path, ids }) => {
    if (ids.length === 0) {
      const before = last[path]?.length ?? standing(path);
      return before > 0 ? [problem("feed-emptied", { feed: path, before })] : [];
    }
    const before = last[path] ?? [];
    const lost = before.filter((id) => !known(id)).length;
    return lost * 2 > before.length
      ? [problem("feed-shrunk", { feed: path, before: before.length, lost })]
      : [];
  });
}
