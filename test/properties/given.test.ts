import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Feed } from "../../src/feed.ts";
import { item, options } from "../feed/samples.ts";
import { all, channelOf, read } from "../formats/reader.ts";

const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withObjectString: true,
  withSparseArray: true,
  withTypedArray: true,
});
const names = `title id link date description content category guid image audio video enclosure author contributor
  published copyright extensions authors enclosures source comments rights language topic tags credit links
  externalUrl corrections wordCount readingMinutes jsonExtensions url name term scheme label rel note objects type
  length duration width height email avatar hub hubs feed feedLinks updated generator ttl docs podcast stylesheet
  favicon icon categories managingEditor webMaster sy cloud namespaces explicit nextUrl period base domain port
  archive isArchive current previous next rss atom json tombstones when reason`;

/** A value, or an object or a list of some with names that mean something. */
const { wrong } = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: "small" }, anything, tie("wrong"), fc.array(tie("wrong"), { maxLength: 2 })),
  wrong: fc.dictionary(fc.constantFrom(...names.split(/\s+/)), tie("value"), { maxKeys: 6 }),
}));

describe("whatever JavaScript gives to Feed", () => {
  it("nothing is thrown, every document can be read, and the other items are in it", () => {
    fc.assert(
      fc.property(wrong, wrong, anything, (one, other, third) => {
        const feed = new Feed(Object.assign({ ...options }, other));
        for (const each of [Object.assign({ ...item }, one), third, item])
          Reflect.apply(Array.prototype.push, feed.items, [each]);
        expect(feed.problems.length).toBeGreaterThan(0);
        expect(all(channelOf(feed.rss2()), "item").length).toBeGreaterThan(0);
        expect(all(read(feed.atom1()), "atom:entry").length).toBeGreaterThan(0);
        expect(JSON.parse(feed.json1()).items.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });
});
