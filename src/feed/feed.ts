import { Feed as Original } from "feed";
import { type FormatName, formats } from "../formats/index.ts";
import { wholeJson } from "../formats/json/writer.ts";
import { attributes } from "../formats/xml.ts";
import type { FeedModel, Item } from "../model.ts";
import type { Problem, Report } from "../problems/index.ts";
import { toChannel } from "./channel.ts";
import { toItem } from "./item.ts";
import type { FeedItem, FeedOptions } from "./types.ts";

/**
 * `feed`'s class with writers that stand by the specifications. All that `feed` takes is taken, and
 * more (`FeedOptions`, `FeedItem`). Nothing is thrown for what is wrong with one item: it is left
 * out, and `problems` says why.
 */
export class Feed extends Original {
  declare options: FeedOptions;
  declare items: FeedItem[];

  constructor(options: FeedOptions) {
    super(options);
  }

  override addItem(item: FeedItem): void {
    super.addItem(item);
  }

  /** What is wrong with the options and the items, as they are now. */
  get problems(): readonly Problem[] {
    const found: Problem[] = [];
    const report = (one: Problem) => found.push(one);
    toChannel(this, report);
    for (const item of this.items) toItem(item, this.options, "rss", report);
    return found;
  }

  /** The feed in pieces, an item at a time: for files and responses of any length. */
  *stream(format: FormatName): Generator<string, void, undefined> {
    const pieces = formats[format].write(this.#model(format));
    let instruction = format === "json" ? "" : stylesheet(this.options);
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
    return wholeJson(this.#model("json"));
  }

  #model(format: FormatName): FeedModel {
    return { channel: toChannel(this, unheard), items: this.#items(format) };
  }

  *#items(format: FormatName): Iterable<Item> {
    for (const given of this.items) {
      const item = toItem(given, this.options, format, unheard);
      if (item) yield item;
    }
  }
}

/** What is wrong is told by `problems`, not by each writing. */
const unheard: Report = () => {};

/** Written after the XML declaration, which is a document's first piece. */
function stylesheet({ stylesheet }: FeedOptions): string {
  return stylesheet ? `<?xml-stylesheet${attributes({ href: stylesheet, type: "text/xsl" })}?>\n` : "";
}

/** Joined by and by: a few large pieces are handled sooner than ten thousand small ones. */
function whole(pieces: Iterable<string>): string {
  let text = "";
  let batch: string[] = [];
  for (const piece of pieces) {
    if (batch.push(piece) < 32) continue;
    text += batch.join("");
    batch = [];
  }
  return text + batch.join("");
}
