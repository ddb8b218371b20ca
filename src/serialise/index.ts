/**
 * The serialise room: planned feeds and their articles come in, the feeds' files go out, chunk by chunk,
 * and after them the pictures and recordings that they name. Each article is rendered once, when the
 * first feed comes to it, however many feeds and formats carry it.
 *
 * What can go wrong: an article that can't be read or rendered is left out, named in `failed`, and
 * its problems kept in `Findings`.
 */
import type { Progress } from "../buildResult.ts";
import type { Config } from "../config/index.ts";
import { formats } from "../formats/index.ts";
import type { Instant, Item } from "../model.ts";
import type { OutputFile } from "../publish/index.ts";
import type { RoomClock } from "../roomClock.ts";
import type { FeedPlan } from "../select/index.ts";
import { channelOf } from "./channel.ts";
import type { Findings } from "./findings.ts";
import { pathsOf } from "./paths.ts";
import { share } from "./share.ts";
import type { SharedRenderings } from "./sharedRenderings.ts";

export { addressOf } from "./channel.ts";
export { type Finding, Findings } from "./findings.ts";
export type { PartnerSources } from "./partnerWriting.ts";
export { pathsOf } from "./paths.ts";
export { renderSettings } from "./renderer.ts";
export { Renderings } from "./renderings.ts";
export { SharedRenderings } from "./sharedRenderings.ts";

/** What feeds are written from. */
export interface FeedSources {
  readonly renderings: SharedRenderings;
  readonly findings: Findings;
  readonly config: Config;
  readonly clock: RoomClock;
  readonly progress?: Progress | undefined;
}

/** One writing of a feed. */
export class FeedWriting {
  /** Of what was published, in order. */
  readonly ids: string[] = [];
  /** Rows of those that can't be published. */
  readonly failed: number[] = [];
  readonly paths: readonly string[];

  /**
   * @param rows what the feed carries, in its order
   * @param updated when the last of it changed
   */
  constructor(
    private readonly plan: FeedPlan,
    private readonly rows: readonly number[],
    private readonly updated: Instant | undefined,
    private readonly sources: FeedSources,
  ) {
    this.paths = pathsOf(plan);
  }

  /** The feed's documents. Their chunks are to be taken in turn, so that no item has to wait for a slow one. */
  documents(): OutputFile[] {
    const channel = channelOf(this.sources.config, this.plan, this.updated);
    const { formats: names, tombstones } = this.plan;
    const readers = share(this.items(), names.length);
    return names.map((name, index) => {
      const items = readers[index] ?? [];
      return { path: this.paths[index] ?? "", chunks: formats[name].write({ channel, items, tombstones }) };
    });
  }

  /** Renders articles until one was found for each that failed; those that fail too are noted. */
  tryOthers(rows: readonly number[]): void {
    let missing = this.failed.length;
    for (const row of rows) {
      if (missing === 0) return;
      if (this.item(row) === undefined) this.failed.push(row);
      else missing--;
    }
  }

  private *items(): Generator<Item> {
    const total = this.rows.length;
    for (const [index, row] of this.rows.entries()) {
      const item = this.item(row);
      if (item === undefined) this.failed.push(row);
      else {
        this.ids.push(item.id);
        yield this.plan.content === "summary" ? { ...item, contentHtml: undefined } : item;
      }
      if (index % 100 === 99) this.sources.progress?.({ room: "render", done: index + 1, total });
    }
  }

  private item(row: number): Item | undefined {
    const { clock, renderings, findings } = this.sources;
    const rendering = clock.time("render", () => renderings.of(row));
    findings.add(renderings.path(row), rendering);
    return rendering.item;
  }
}
