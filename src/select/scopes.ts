import type { Scope, Site } from "../config/index.ts";
import type { Tombstone } from "../model.ts";
import type { FeedPlan } from "./feedPlan.ts";
import { folderName } from "./folderName.ts";
import { languageName } from "./languageNames.ts";
import { titled } from "./titles.ts";
import type { Terms } from "./traits.ts";

const folders = { topic: "topics", author: "authors", tag: "tags", language: "languages" } as const;

/** What has one folder: articles, newest first, and how their terms are spelt. */
interface Group {
  readonly rows: number[];
  readonly tombstones: Tombstone[];
  readonly spellings: Map<string, number>;
}

/** Divides articles by one kind of their terms, as they come: a feed for each term. */
export class ScopeDivision {
  readonly #groups = new Map<string, Group>();
  /** A term's group: few terms are on many articles. */
  readonly #byTerm = new Map<string, Group>();

  constructor(private readonly scope: Scope) {}

  /** Takes the next article, in the feeds' order. */
  add(row: number, terms: Terms): void {
    for (const term of terms[this.scope.by]) {
      const { rows, spellings } = this.#groupOf(term);
      if (rows.at(-1) !== row) rows.push(row);
      spellings.set(term, (spellings.get(term) ?? 0) + 1);
    }
  }

  /** Takes a story that was taken back, when all articles were taken: alone it makes no feed. */
  bury(tombstone: Tombstone, terms: Terms): void {
    for (const term of terms[this.scope.by]) {
      const stones = this.#groupOf(term).tombstones;
      if (!stones.includes(tombstone)) stones.push(tombstone);
    }
  }

  /** The feeds, by their folders. */
  plans(site: Site): FeedPlan[] {
    const { by, minimum, limit, content, formats, ...texts } = this.scope;
    const large = [...this.#groups].filter(([, { rows }]) => rows.length >= minimum);
    return large
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, { rows, tombstones, spellings }]) => {
        const spelt = usual(spellings);
        const label = by === "language" ? languageName(spelt) : spelt;
        const folder = `${folders[by]}/${name}/`;
        return {
          kind: by,
          key: folder,
          label,
          ...titled(texts, label, site),
          language: by === "language" ? spelt : site.language,
          folder,
          newest: (count) => rows.slice(0, count),
          tombstones,
          limit,
          content,
          formats,
        };
      });
  }

  #groupOf(term: string): Group {
    let group = this.#byTerm.get(term);
    if (group === undefined) {
      const name = folderName(term);
      group = this.#groups.get(name) ?? { rows: [], tombstones: [], spellings: new Map() };
      this.#groups.set(name, group);
      this.#byTerm.set(term, group);
    }
    return group;
  }
}

/** The spelling that most articles have; of several the first by its characters. */
function usual(spellings: ReadonlyMap<string, number>): string {
  const [[first = ""] = []] = [...spellings].sort(
    ([a, many], [b, others]) => others - many || (a < b ? -1 : 1),
  );
  return first;
}
