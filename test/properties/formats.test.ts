import fc from "fast-check";
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { describe, expect, it } from "vitest";
import type { Item } from "../../src/model.ts";
import { all, type Element, entryOf, itemOf, one, read, texts } from "../formats/reader.ts";
import { channel, item, written } from "../formats/samples.ts";
import { carried, shown } from "./carried.ts";
import { anyChannel, anyItem, anyText, anyTombstone } from "./feeds.ts";

/** An element's text, empty where there is no such element. */
function textOf(parent: Element, name: string): string {
  return texts(parent, name)[0] ?? "";
}

/** Nothing at its ends that a reader might trim, and no comment: feedsmith 3 drops those from CDATA too. */
const filled = anyText.map((text) => `x${text.replaceAll("<!--", "")}x`);
const story = fc.record({
  title: filled,
  summary: filled,
  contentHtml: filled,
  rights: filled,
  tag: filled,
  url: filled,
});
const asItem = ({ tag, ...parts }: { tag: string; url: string }): Item => ({
  ...item,
  ...parts,
  tags: [{ term: tag }],
  enclosures: [{ url: parts.url, type: tag, length: 1 }],
  authors: [{ name: tag }],
});

describe("whatever stands in any field of a feed", () => {
  it.each(["rss", "atom"] as const)("the %s is well-formed and its prefixes are declared", (format) => {
    fc.assert(
      fc.property(
        anyChannel,
        fc.array(anyItem, { maxLength: 2 }),
        fc.array(anyTombstone),
        (of, items, gone) => {
          const xml = written(format, items, of, gone);
          expect(xml).not.toContain("\r");
          const root = read(xml);
          const parent = format === "rss" ? one(root, "channel") : root;
          expect(all(parent, format === "rss" ? "item" : "atom:entry")).toHaveLength(items.length);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("the JSON is as JSON.stringify indents it, and its strings have no lone surrogates", () => {
    fc.assert(
      fc.property(anyChannel, fc.array(anyItem, { maxLength: 2 }), (of, items) => {
        const text = written("json", items, of);
        const parsed = JSON.parse(text, (_, value) => {
          if (typeof value === "string") expect(value).not.toMatch(/\p{Surrogate}/u);
          return value;
        });
        expect(parsed.items).toHaveLength(items.length);
        expect(text).toBe(`${JSON.stringify(parsed, null, 2)}\n`);
      }),
      { numRuns: 500 },
    );
  });

  it("the same feed gives the same bytes", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("rss" as const, "atom" as const, "json" as const),
        anyChannel,
        anyItem,
        (format, of, one) => {
          expect(written(format, [one], of)).toBe(
            written(format, [structuredClone(one)], structuredClone(of)),
          );
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe("a strict parser reads back, but for what XML can't carry,", () => {
  it("all of an RSS item", () => {
    fc.assert(
      fc.property(anyItem, (given) => {
        const read = itemOf(written("rss", [given]));
        expect(textOf(read, "guid")).toBe(carried(given.id));
        expect(textOf(read, "link")).toBe(carried(given.url));
        if (given.title) expect(shown(textOf(read, "title"))).toBe(carried(given.title));
        expect(textOf(read, "content:encoded")).toBe(carried(given.contentHtml ?? ""));
        expect(shown(textOf(read, "description"))).toBe(carried(given.summary ?? ""));
        expect(textOf(read, "comments")).toBe(carried(given.comments ?? ""));
        expect(shown(textOf(read, "dc:rights"))).toBe(carried(given.rights ?? ""));
        const [file] = given.enclosures;
        if (file) expect(one(read, "enclosure").attributes.url).toBe(carried(file.url));
        if (given.image) expect(one(read, "media:thumbnail").attributes.url).toBe(carried(given.image.url));
      }),
      { numRuns: 500 },
    );
  });

  it("all of an Atom entry", () => {
    fc.assert(
      fc.property(anyItem, (given) => {
        const read = entryOf(written("atom", [given]));
        if (given.title) expect(textOf(read, "atom:title")).toBe(carried(given.title));
        if (given.summary) expect(textOf(read, "atom:summary")).toBe(carried(given.summary));
        expect(textOf(read, "atom:content")).toBe(carried(given.contentHtml ?? ""));
        expect(textOf(read, "atom:rights")).toBe(carried(given.rights ?? ""));
        const [alternate] = all(read, "atom:link");
        expect(alternate?.attributes.href).toBe(carried(given.url));
        const terms = all(read, "atom:category").map(({ attributes }) => attributes.term);
        if (!given.topic) expect(terms).toEqual(given.tags.map(({ term }) => carried(term)));
      }),
      { numRuns: 500 },
    );
  });
});

describe("a strict parser reads back, but for what XML can't carry,", () => {
  it("what was taken back, by the ids that Atom had it under", () => {
    fc.assert(
      fc.property(anyTombstone, (gone) => {
        const feed = read(written("atom", [{ ...item, id: gone.id }], channel, [gone]));
        const deleted = one(feed, "at:deleted-entry");
        expect(deleted.attributes.ref).toBe(textOf(one(feed, "atom:entry"), "atom:id"));
        expect(Date.parse(deleted.attributes.when ?? "")).toBe(gone.when);
        expect(textOf(deleted, "at:comment")).toBe(carried(gone.reason ?? ""));
      }),
      { numRuns: 500 },
    );
  });
});

describe("feedsmith reads back", () => {
  it("an RSS item", () => {
    fc.assert(
      fc.property(story, (given) => {
        const [read] = parseRssFeed(written("rss", [asItem(given)], channel)).items ?? [];
        expect(shown(read?.title ?? "")).toBe(carried(given.title));
        expect(read?.content?.encoded).toBe(carried(given.contentHtml));
        expect(shown(read?.categories?.[0]?.name ?? "")).toBe(carried(given.tag));
      }),
    );
  });

  it("an Atom entry", () => {
    fc.assert(
      fc.property(story, (given) => {
        const [read] = parseAtomFeed(written("atom", [asItem(given)], channel)).entries ?? [];
        expect(read?.title?.value).toBe(carried(given.title));
        expect(read?.summary?.value).toBe(carried(given.summary));
        expect(read?.content?.value).toBe(carried(given.contentHtml));
        expect(read?.authors?.[0]?.name).toBe(carried(given.tag));
      }),
    );
  });

  it("a JSON feed's item", () => {
    fc.assert(
      fc.property(story, (given) => {
        const [read] = parseJsonFeed(written("json", [asItem(given)], channel)).items ?? [];
        const whole = (value: string) => value.replace(/\p{Surrogate}/gu, "\uFFFD");
        expect(read?.title).toBe(whole(given.title));
        expect(read?.content_html).toBe(whole(given.contentHtml));
      }),
    );
  });
});
