import type { Files } from "../discover/index.ts";
import { day, type Instant } from "../model.ts";
import { writeHash } from "./hash.ts";
import type { Heads } from "./heads.ts";
import type { LastIndex } from "./lastIndex.ts";

/** Stories that would come to readers as new ones, though they had them. */
export interface Renewals {
  /** Whose file has another id now than the one that it was published with. */
  readonly ids: readonly { readonly row: number; readonly former: string }[];
  /** Whose date went forward by a day or more, from one that was past. */
  readonly dates: readonly { readonly row: number; readonly from: Instant; readonly to: Instant }[];
}

/** What renewals are looked for in. */
export interface Renewing {
  readonly files: Files;
  readonly heads: Heads;
  readonly last: LastIndex | undefined;
  /** All ids that were published last. */
  readonly published: ReadonlySet<string>;
  readonly now: Instant;
}

/** Finds them among rows, by what their files said before. */
export function renewals(rows: Iterable<number>, { files, heads, last, published, now }: Renewing): Renewals {
  const [ids, dates]: [Renewals["ids"][number][], Renewals["dates"][number][]] = [[], []];
  const before = last?.heads();
  if (last === undefined || before === undefined) return { ids, dates };
  const gone = byHash(heads.unknown(published));
  for (const row of rows) {
    const formerRow = last.formerRow(row, files);
    if (formerRow < 0 || !before.isArticle(formerRow)) continue;
    const former = gone.get(hashAt(before, formerRow));
    const [from, to] = [before.published(formerRow), heads.published(row)];
    if (former !== undefined) ids.push({ row, former });
    else if (hashAt(before, formerRow) === hashAt(heads, row) && from <= now && to >= from + day)
      dates.push({ row, from, to });
  }
  return { ids, dates };
}

function byHash(ids: ReadonlySet<string>): ReadonlyMap<string, string> {
  const hash = new Uint32Array(2);
  return new Map(
    [...ids].map((id) => {
      writeHash(id, hash, 0);
      return [hash.join(), id];
    }),
  );
}

function hashAt({ names }: Heads, row: number): string {
  return names.subarray(4 * row, 4 * row + 2).join();
}
