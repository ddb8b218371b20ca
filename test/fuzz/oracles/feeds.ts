import assert from "node:assert/strict";
import { formats } from "../../../src/formats/index.ts";
import type { Item } from "../../../src/model.ts";
import { all, channelOf, type Element, read, texts } from "../../formats/reader.ts";
import { channel } from "../../formats/samples.ts";
import { carried } from "../../properties/carried.ts";

/** What one item's content is in each of the three feeds. */
interface Contents {
  readonly rss: string;
  readonly atom: string;
  readonly json: string;
}

/** What readers get as each item's content, in the items' order; each feed is read back strictly. */
function contentsOf(items: readonly Item[]): Contents[] {
  const write = (name: keyof typeof formats) => [...formats[name].write({ channel, items })].join("");
  const rss = all(channelOf(write("rss")), "item").map((one) => textIn(one, "content:encoded"));
  const atom = all(read(write("atom")), "atom:entry").map((one) => textIn(one, "atom:content"));
  const json = jsonContents(write("json"));
  assert.deepEqual([rss.length, atom.length, json.length], [items.length, items.length, items.length]);
  return items.map((_, at) => ({ rss: rss[at] ?? "", atom: atom[at] ?? "", json: json[at] ?? "" }));
}

/** The item is in all three feeds, with all of its content. */
export function expectWritten(item: Item): void {
  const expected = carried(item.contentHtml ?? "");
  for (const [format, content] of Object.entries(contentsOf([item])[0] ?? {}))
    assert.equal(content, expected, `another content in ${format}`);
}

function textIn(element: Element, name: string): string {
  return texts(element, name).join("");
}

function jsonContents(json: string): string[] {
  const feed: { readonly items: readonly { readonly content_html?: string }[] } = JSON.parse(json);
  return feed.items.map(({ content_html = "" }) => content_html);
}
