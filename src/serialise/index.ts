/**
 * The serialise room: the selected articles come in, the feeds' files go out, chunk by chunk, and
 * after them the pictures and recordings that they name. Each body is read and rendered once, when
 * the feeds come to it, however many formats carry it.
 *
 * What can go wrong: an article that can't be read or rendered is left out, named in `failed`, and
 * its problems kept in `problems`.
 */
import type { Progress } from "../buildResult.ts";
import type { Config } from "../config/index.ts";
import { formats } from "../formats/index.ts";
import type { Article, Instant, Item } from "../model.ts";
import { type Problem, ProblemError } from "../problems/index.ts";
import { bytesOf, type OutputFile } from "../publish/index.ts";
import { type Assets, createAssets, renderItem } from "../render/index.ts";
import { channelOf } from "./channel.ts";
import { located } from "./located.ts";
import { share } from "./share.ts";

/** Where the articles behind rows, and their pages, are found. */
export interface Source {
  /** @throws ProblemError where it can't be read */
  story(row: number): { readonly article: Article; readonly body: string };
  absolutePath(row: number): string;
  /** The page of the published article that a path names. */
  permalinkOf(path: string): string | undefined;
}

/** One writing of the feeds. */
export class FeedWriting {
  readonly problems: Problem[] = [];
  /** Of what was published, in order. */
  readonly ids: string[] = [];
  /** Rows of those that can't be published. */
  readonly failed: number[] = [];
  /** What paths to other articles were taken for. */
  readonly pages = new Map<string, string | undefined>();
  readonly assets: Assets;

  /**
   * @param rows what the feeds carry, in their order
   * @param updated when the last of it changed
   */
  constructor(
    private readonly rows: readonly number[],
    private readonly updated: Instant | undefined,
    private readonly source: Source,
    private readonly config: Config,
    private readonly progress: Progress | undefined,
  ) {
    const taken = Object.values(formats).map(({ fileName }) => fileName);
    this.assets = createAssets(config.content, config.site.url, taken);
  }

  /** The feeds. Their chunks are to be taken in turn, so that no item has to wait for a slow one. */
  feeds(): OutputFile[] {
    const channel = channelOf(this.config, this.updated);
    const names = this.config.feeds.formats;
    const readers = share(this.items(), names.length);
    return names.map((name, index) => {
      const items = readers[index] ?? [];
      return { path: formats[name].fileName, chunks: formats[name].write({ channel, items }) };
    });
  }

  /** The local files that the feeds name; known once the feeds are written. */
  media(): OutputFile[] {
    return this.assets.found().map(({ path, outputPath, identity }) => {
      return { path: outputPath, chunks: bytesOf(path, identity) };
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
      if (index % 100 === 99) this.progress?.({ room: "render", done: index + 1, total });
    }
  }

  private item(row: number): Item | undefined {
    const { site, feeds } = this.config;
    const report = (each: Problem) => this.problems.push(located(each, this.source.absolutePath(row)));
    try {
      const { article, body } = this.source.story(row);
      const { content: mode, readingTime } = feeds;
      const { assets, permalinkOf } = this;
      return renderItem(article, body, { site, mode, readingTime, assets, permalinkOf, report });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      this.problems.push(...error.problems);
      return undefined;
    }
  }

  private readonly permalinkOf = (path: string): string | undefined => {
    if (!this.pages.has(path)) this.pages.set(path, this.source.permalinkOf(path));
    return this.pages.get(path);
  };
}
