import type { Item } from "../model.ts";
import type { RoomClock } from "../roomClock.ts";
import type { PagePlan, StoryPlan } from "../select/index.ts";
import type { Findings, Renderings } from "../serialise/index.ts";
import { type Teaser, teaserOf } from "./teaser.ts";

/** A page asks for its own story and both neighbours, and the next page for the next one. */
const held = 3;

/** Rendered stories as pages ask for them: whole ones for a moment, and of each the little that others show. */
export class PageItems {
  /** Rows of those that can't be rendered. */
  readonly failed = new Set<number>();
  readonly #recent = new Map<number, Item | undefined>();
  readonly #teasers = new Map<number, Teaser | undefined>();
  /** Rows of all stories, newest first, and the place of each in that. */
  readonly #order: readonly number[];
  readonly #places: ReadonlyMap<number, number>;

  constructor(
    plans: readonly PagePlan[],
    private readonly sources: { readonly renderings: Renderings; readonly findings: Findings },
    private readonly clock: RoomClock,
  ) {
    this.#order = plans.flatMap((plan) => (plan.kind === "story" ? [plan.row] : []));
    this.#places = new Map(this.#order.map((row, at) => [row, at]));
  }

  item(row: number): Item | undefined {
    if (this.#recent.has(row)) return this.#recent.get(row);
    const { renderings, findings } = this.sources;
    const rendering = this.clock.time("render", () => renderings.of(row));
    findings.add(renderings.path(row), rendering);
    const { item } = rendering;
    if (item === undefined) this.failed.add(row);
    this.#teasers.set(row, item && teaserOf(item));
    this.#recent.set(row, item);
    const [oldest] = this.#recent.keys();
    if (this.#recent.size > held && oldest !== undefined) this.#recent.delete(oldest);
    return item;
  }

  teaser(row: number): Teaser | undefined {
    if (!this.#teasers.has(row)) this.item(row);
    return this.#teasers.get(row);
  }

  /** A story's neighbours: what can't be rendered is passed over. */
  neighbours({ row }: StoryPlan): Record<"newer" | "older", Teaser | undefined> {
    return { newer: this.#from(row, -1), older: this.#from(row, 1) };
  }

  #from(row: number, step: 1 | -1): Teaser | undefined {
    for (let at = (this.#places.get(row) ?? 0) + step; ; at += step) {
      const next = this.#order[at];
      const teaser = next === undefined ? undefined : this.teaser(next);
      if (next === undefined || teaser !== undefined) return teaser;
    }
  }
}
