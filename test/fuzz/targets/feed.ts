import assert from "node:assert/strict";
import { Feed } from "../../../src/feed.ts";
import { item, options } from "../../feed/samples.ts";
import { all, channelOf, read } from "../../formats/reader.ts";
import type { Target } from "../engine/target.ts";

const sample = JSON.stringify({
  options: {
    ...options,
    hubs: ["https://hub.example/"],
    podcast: true,
    sy: { period: "daily", base: options.updated },
  },
  items: [
    item,
    {
      ...item,
      image: { url: "https://a.example/a.jpg", alt: "x" },
      enclosures: [{ url: "/a.mp3" }],
      topic: "T",
    },
  ],
});

/** JSON as a program's options and items: three documents come of it, each with the items that are right. */
export const feed: Target = {
  name: "feed",
  words:
    `title id link date description content category guid image audio video enclosure author contributor published copyright
    extensions authors enclosures source comments rights language topic tags credit links externalUrl corrections wordCount
    jsonExtensions url name term scheme label rel note objects type length duration width height email avatar hub hubs feedLinks
    updated generator ttl docs podcast stylesheet favicon icon managingEditor webMaster sy cloud namespaces explicit nextUrl archive
    isArchive current previous next rss atom json tombstones when reason __proto__ toString valueOf`
      .split(/\s+/)
      .map((name) => `"${name}":`)
      .concat(
        ...'{} [] null true false 0 -1 1e400 "" "\\u0000" "\\ud800" "]]>" "<b>&amp;" "2025-02-23T18:30:00Z" "x:y" "_x"'.split(
          " ",
        ),
        ...'"javascript:x" "https://a.example/" "//a" , [ ] { } \\ " :'.split(" "),
      ),
  seeds: () => [
    sample,
    sample.replace(/"options":\{.*\},"items"/, '"options":{},"items"'),
    '{"options":null,"items":[null,1,[],{}]}',
  ],
  attempt(input) {
    const given = parsed(input.toString());
    if (given === undefined) return;
    const feed = new Feed(Object.assign({ ...options }, given.options));
    const items = Array.isArray(given.items) ? given.items : [given.items];
    Reflect.apply(Array.prototype.push, feed.items, [...items, item]);
    assert.ok(Array.isArray(feed.problems));
    assert.ok(all(channelOf(feed.rss2()), "item").length > 0);
    assert.ok(all(read(feed.atom1()), "atom:entry").length > 0);
    const json: { readonly items: readonly unknown[] } = JSON.parse(feed.json1());
    assert.ok(json.items.length > 0);
  },
};

/** Dates are dates, as programs have them. */
function parsed(text: string): { readonly options?: unknown; readonly items?: unknown } | undefined {
  try {
    const data: unknown = JSON.parse(text, (_, value) =>
      typeof value === "string" && /^\d{4}-\d\d-\d\dT/.test(value) ? new Date(value) : value,
    );
    return typeof data === "object" && data !== null ? data : undefined;
  } catch {
    return undefined;
  }
}
