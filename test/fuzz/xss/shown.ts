import { formats } from "../../../src/formats/index.ts";
import type { Item } from "../../../src/model.ts";
import { all, channelOf, read, texts } from "../../formats/reader.ts";
import { channel } from "../../formats/samples.ts";

/** The same items as text in each format. */
type Feeds = Readonly<Record<keyof typeof formats, string>>;

/**
 * What readers of three feeds take for HTML, each text once: every item's content, and the titles and
 * descriptions of RSS, of which nobody knows whether they are.
 */
export function shownBy({ rss, atom, json }: Feeds): Set<string> {
  const inRss = all(channelOf(rss), "item").flatMap((one) =>
    ["content:encoded", "title", "description"].flatMap((name) => texts(one, name)),
  );
  const inAtom = all(read(atom), "atom:entry").flatMap((one) => texts(one, "atom:content"));
  const { items }: { readonly items: readonly { readonly content_html?: string }[] } = JSON.parse(json);
  return new Set([...inRss, ...inAtom, ...items.map(({ content_html = "" }) => content_html)]);
}

/** The same of items that are written now. */
export function shownOf(items: readonly Item[]): Set<string> {
  const write = (name: keyof Feeds) => [...formats[name].write({ channel, items })].join("");
  return shownBy({ rss: write("rss"), atom: write("atom"), json: write("json") });
}
