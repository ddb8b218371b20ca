import { Feed as Original } from "feed";
import { type FormatName, formats } from "../formats/index.ts";
import { attributes } from "../formats/xml.ts";
import type { Channel, FeedModel, Item } from "../model.ts";
import type { Problem, Report } from "../problems/index.ts";
import { tombstones } from "./archive.ts";
import { toChannel } from "./channel.ts";
import { Given } from "./given.ts";
import { type ItemContext, toItem } from "./item.ts";
import type { FeedItem, FeedOptions } from "./types.ts";

/**
 * `feed`'s class with writers that stand by the specifications. All that `feed` takes is taken, and
 * more (`FeedOptions`, `FeedItem`). Nothing is thrown for what is wrong with one item: it is left
 * out, and `problems` says why.
 */
export class Feed extends Original {
  /** What the feed says of itself, as it was given. */
  declare options: FeedOptions;
  /** What was added, in order; whatever is wrong with it is found when it is written. */
  declare items: FeedItem[];

  /** @param options what `feed` takes, and more; nothing is checked here */
  constructor(options: FeedOptions) {
    super(options);
  }

  /** Adds an item; nothing is checked here. */
  override addItem(item: FeedItem): void {
    super.addItem(item);
  }

  /** What is wrong with the options and the items, as they are now. */
  get problems(): readonly Problem[] {
    const found: Problem[] = [];
    const report = (one: Problem) => found.push(one);
    const options = this.#options(report);
    this.#channel(options, report);
    tombstones(options);
    const podcast = Boolean(options.raw("podcast"));
    for (const item of this.items) toItem(item, { format: "rss", podcast, report });
    return found;
  }

  /** The feed in pieces, an item at a time: for files and responses of any length. */
  *stream(format: FormatName): Generator<string, void, undefined> {
    const pieces = formats[format].write(this.#model(format));
    let instruction = format === "json" ? "" : stylesheet(this.#options(unheard));
    for (const piece of pieces) {
      yield piece + instruction;
      instruction = "";
    }
  }

  /** RSS 2.0. */
  override rss2(): string {
    return whole(this.stream("rss"));
  }

  /** Atom 1.0. */
  override atom1(): string {
    return whole(this.stream("atom"));
  }

  /** JSON Feed 1.1. */
  override json1(): string {
    return whole(large(this.stream("json")));
  }

  #model(format: FormatName): FeedModel {
    const options = this.#options(unheard);
    const podcast = Boolean(options.raw("podcast"));
    return {
      channel: this.#channel(options, unheard),
      items: this.#items({ format, podcast, report: unheard }),
      tombstones: tombstones(options),
    };
  }

  #options(report: Report): Given {
    return Given.from(this.options, theFeed, report) ?? new Given({}, theFeed, report);
  }

  #channel(options: Given, report: Report): Channel {
    const { categories, contributors, extensions } = this;
    const lists = new Given({ categories, contributors, extensions }, theFeed, report);
    return toChannel(lists, options, this.items, report);
  }

  *#items(context: ItemContext): Iterable<Item> {
    for (const given of this.items) {
      const item = toItem(given, context);
      if (item) yield item;
    }
  }
}

const theFeed = () => "the feed";

/** What is wrong is told by `problems`, not by each writing. */
const unheard: Report = () => {};

/** Written after the XML declaration, which is a document's first piece. */
function stylesheet(options: Given): string {
  const href = options.text("stylesheet");
  return href ? `<?xml-stylesheet${attributes({ href, type: "text/xsl" })}?>\n` : "";
}

function whole(pieces: Iterable<string>): string {
  let text = "";
  for (const piece of pieces) text += piece;
  return text;
}

/**
 * JSON's content is new text, escaped: ten thousand such strings, kept until the last is there, would
 * be moved about in memory. Large ones lie still.
 */
function* large(pieces: Iterable<string>): Iterable<string> {
  let some: string[] = [];
  for (const piece of pieces) {
    if (some.push(piece) < 32) continue;
    yield some.join("");
    some = [];
  }
  yield some.join("");
}
