/**
 * The serialise room: the selected articles come in, the feeds' files go out, chunk by chunk, and
 * after them the pictures and recordings that they name. Each article is rendered once, when the
 * feeds come to it, however many formats carry it.
 *
 * What can go wrong: an article that can't be read or rendered is left out, named in `failed`, and
 * its problems kept in `problems`.
 */
import type { Progress } from "../buildResult.ts";
import type { Config } from "../config/index.ts";
import { formats } from "../formats/index.ts";
import type { Instant, Item } from "../model.ts";
import type { Problem } from "../problems/index.ts";
import type { OutputFile } from "../publish/index.ts";
import type { RoomClock } from "../roomClock.ts";
import { channelOf } from "./channel.ts";
import type { Renderings } from "./renderings.ts";
import { share } from "./share.ts";

export { Renderings } from "./renderings.ts";

/** What the feeds are written from. */
export interface FeedSources {
  readonly renderings: Renderings;
  readonly config: Config;
  readonly clock: RoomClock;
  readonly progress?: Progress | undefined;
}

/** One writing of the feeds. */
export class FeedWriting {
  readonly problems: Problem[] = [];
  /** Of what was published, in order. */
  readonly ids: string[] = [];
  /** Rows of those that can't be published. */
  readonly failed: number[] = [];
  /** What paths to other articles were taken for. */
  readonly pages = new Map<string, string | null>();

  /**
   * @param rows what the feeds carry, in their order
   * @param updated when the last of it changed
   */
  constructor(
    private readonly rows: readonly number[],
    private readonly updated: Instant | undefined,
    private readonly sources: FeedSources,
  ) {}

  /** The feeds. Their chunks are to be taken in turn, so that no item has to wait for a slow one. */
  feeds(): OutputFile[] {
    const { config } = this.sources;
    const channel = channelOf(config, this.updated);
    const names = config.feeds.formats;
    const readers = share(this.items(), names.length);
    return names.map((name, index) => {
      const items = readers[index] ?? [];
      return { path: formats[name].fileName, chunks: formats[name].write({ channel, items }) };
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
        yield item;
      }
      if (index % 100 === 99) this.sources.progress?.({ room: "render", done: index + 1, total });
    }
  }

  private item(row: number): Item | undefined {
    const { clock, renderings } = this.sources;
    const { item, problems, uses } = clock.time("render", () => renderings.of(row));
    this.problems.push(...problems);
    for (const [path, page] of uses.pages) this.pages.set(path, page);
    return item;
  }
}
