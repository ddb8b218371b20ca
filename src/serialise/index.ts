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
import type { Article, Item } from "../model.ts";
import { readBody } from "../parse/index.ts";
import { type Problem, ProblemError } from "../problems/index.ts";
import { bytesOf, type OutputFile } from "../publish/index.ts";
import { type Assets, createAssets, renderItem } from "../render/index.ts";
import { lastChange } from "../select/index.ts";
import { channelOf } from "./channel.ts";
import { located } from "./located.ts";
import { permalinksOf } from "./permalinks.ts";
import { share } from "./share.ts";

/** One writing of the feeds. */
export class FeedWriting {
  readonly problems: Problem[] = [];
  readonly failed: Article[] = [];
  private readonly assets: Assets;
  private readonly permalinkOf: (path: string) => string | undefined;

  /**
   * @param articles what the feeds carry
   * @param published what articles may link to
   */
  constructor(
    private readonly articles: readonly Article[],
    published: readonly Article[],
    private readonly config: Config,
    private readonly progress: Progress | undefined,
  ) {
    const taken = Object.values(formats).map(({ fileName }) => fileName);
    this.assets = createAssets(config.content, config.site.url, taken);
    this.permalinkOf = permalinksOf(published, config.content);
  }

  /** The feeds. Their chunks are to be taken in turn, so that no item has to wait for a slow one. */
  feeds(): OutputFile[] {
    const channel = channelOf(this.config, lastChange(this.articles));
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
  tryOthers(articles: readonly Article[]): void {
    let missing = this.failed.length;
    for (const article of articles) {
      if (missing === 0) return;
      if (this.item(article) === undefined) this.failed.push(article);
      else missing--;
    }
  }

  private *items(): Generator<Item> {
    const total = this.articles.length;
    for (const [index, article] of this.articles.entries()) {
      const item = this.item(article);
      if (item === undefined) this.failed.push(article);
      else yield item;
      if (index % 100 === 99) this.progress?.({ room: "render", done: index + 1, total });
    }
  }

  private item(article: Article): Item | undefined {
    const { site, feeds } = this.config;
    const report = (each: Problem) => this.problems.push(located(each, article.source.absolutePath));
    try {
      const body = readBody(article);
      const { content: mode, readingTime } = feeds;
      const { assets, permalinkOf } = this;
      return renderItem(article, body, { site, mode, readingTime, assets, permalinkOf, report });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      this.problems.push(...error.problems);
      return undefined;
    }
  }
}
