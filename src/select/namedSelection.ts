import type { NamedFeed, Site } from "../config/index.ts";
import type { Tombstone } from "../model.ts";
import type { FeedPlan } from "./feedPlan.ts";
import { titled } from "./titles.ts";
import { fitting, type Terms } from "./traits.ts";

/** Takes the articles of a feed that the configuration names, as they come. */
export class NamedSelection {
  readonly #rows: number[] = [];
  readonly #tombstones: Tombstone[] = [];
  readonly #fits: (terms: Terms) => boolean;

  constructor(readonly feed: NamedFeed) {
    this.#fits = fitting(feed.where);
  }

  add(row: number, terms: Terms): void {
    if (this.#fits(terms)) this.#rows.push(row);
  }

  bury(tombstone: Tombstone, terms: Terms): void {
    if (this.#fits(terms)) this.#tombstones.push(tombstone);
  }

  get isEmpty(): boolean {
    return this.#rows.length === 0;
  }

  /** The feed, if there are articles enough for it. */
  plans(site: Site): FeedPlan[] {
    const { name, where, minimum, limit, content, formats, ...texts } = this.feed;
    if (this.#rows.length < minimum) return [];
    const [language] = where.language?.length === 1 ? where.language : [site.language];
    const folder = `feeds/${name}/`;
    return [
      {
        kind: "named",
        key: folder,
        ...titled(texts, name, site),
        label: texts.title ?? name,
        language: language ?? site.language,
        folder,
        newest: (count) => this.#rows.slice(0, count),
        tombstones: this.#tombstones,
        limit,
        content,
        formats,
      },
    ];
  }
}
