import type { Item } from "../model.ts";
import { PartnerDocument, type Story } from "../partners/index.ts";
import type { Problem } from "../problems/index.ts";
import type { OutputFile } from "../publish/index.ts";
import type { PartnerPlan } from "../select/index.ts";
import { channelFor } from "./channel.ts";
import type { FeedSources } from "./index.ts";

/** What a partner's document is written from. */
export interface PartnerSources extends FeedSources {
  readonly now: number;
  /** What is said of an article beside its item; its file as messages name it. */
  readonly detailsOf: (row: number) => Omit<Story, "item">;
}

/** One writing of a partner's document: of articles that keep to its rules, as far as it has room. */
export class PartnerWriting {
  /** Of what it has, in order: the publication's own. */
  readonly ids: string[] = [];
  /** By their ids: those that the partner would have to be told of if they went. */
  readonly stories: Record<string, { url: string; title: string; published: number }> = {};
  /** Rows of those that can't be rendered: the next ones took their places. */
  readonly failed: number[] = [];
  #examined = 0;
  readonly #document: PartnerDocument;
  readonly #items = new Map<string, Item>();

  constructor(
    private readonly plan: PartnerPlan,
    private readonly sources: PartnerSources,
  ) {
    const { partner, tombstones } = plan;
    const channel = channelFor(plan, sources.config);
    const { now } = sources;
    this.#document = new PartnerDocument(partner, { channel, stories: this.#stories(), tombstones, now });
  }

  documents(): OutputFile[] {
    return [{ path: this.plan.path, shown: this.plan.shownPath, chunks: this.#chunks() }];
  }

  /** How many articles were looked at; where that were all, any further one would have been, too. */
  get examined(): number {
    const all = this.plan.newest(this.#examined + 1).length === this.#examined;
    return all ? Number.MAX_SAFE_INTEGER : this.#examined;
  }

  /** What breaks the partner's rules. */
  get problems(): readonly Problem[] {
    return this.#document.problems;
  }

  *#chunks(): Generator<string> {
    yield* this.#document.chunks();
    for (const file of this.#document.files) this.#note(this.#items.get(file));
  }

  #note(item: Item | undefined): void {
    if (item === undefined) return;
    const { id, url, title, updated, published = updated } = item;
    this.ids.push(id);
    if (this.plan.partner.profile.deletion) this.stories[id] = { url, title, published };
  }

  *#stories(): Generator<Story> {
    const { renderings, findings, clock, detailsOf } = this.sources;
    for (const row of this.plan.newest(Number.POSITIVE_INFINITY)) {
      this.#examined++;
      const rendering = clock.time("render", () => renderings.of(row));
      findings.add(renderings.path(row), rendering);
      const { item } = rendering;
      if (item === undefined) this.failed.push(row);
      else {
        const details = detailsOf(row);
        this.#items.set(details.file, item);
        yield { item, ...details };
      }
    }
  }
}
