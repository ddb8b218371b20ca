import fc from "fast-check";
import { parseOpml } from "feedsmith";
import { describe, expect, it } from "vitest";
import { opml } from "../../src/formats/opml/index.ts";
import type { Listing } from "../../src/model.ts";
import { mainListing } from "../formats/listings.ts";
import { all, type Element, one, read } from "../formats/reader.ts";
import { carried, shown } from "./carried.ts";
import { anyListing, anyText } from "./feeds.ts";

const written = (title: string, feeds: readonly Listing[], owner = title) =>
  [...opml.write({ title, url: title, owner: { name: owner, email: owner, url: owner }, feeds })].join("");

/** The subscriptions at any level. */
const subscriptions = (parent: Element): readonly Element[] =>
  all(parent, "outline").flatMap((each) =>
    each.attributes.xmlUrl === undefined ? subscriptions(each) : each,
  );

describe("whatever stands in any field of a list of feeds", () => {
  it("is well-formed and read back, but for what XML can't carry; text as HTML shows it", () => {
    fc.assert(
      fc.property(anyText, anyListing, (title, feed) => {
        const document = read(written(title, [feed]));
        expect(all(one(document, "head"), "title").map(({ text }) => text)).toEqual(
          title ? [carried(title)] : [],
        );
        const [outline] = subscriptions(one(document, "body"));
        if (!outline) throw new Error("no subscription");
        const { attributes } = outline;
        const named = feed.title || feed.label || attributes.xmlUrl || "";
        expect(feed.documents.map(({ url }) => carried(url))).toContain(attributes.xmlUrl);
        expect(attributes.title).toBe(carried(named));
        expect(shown(attributes.text ?? "")).toBe(carried(named));
        expect(attributes.description ?? "").toBe(carried(feed.description ?? ""));
      }),
      { numRuns: 500 },
    );
  });

  it("every feed is there once, the main ones by themselves", () => {
    fc.assert(
      fc.property(fc.array(anyListing, { maxLength: 5 }), (feeds) => {
        const body = one(read(written("Feeds", feeds)), "body");
        expect(subscriptions(body)).toHaveLength(feeds.length);
        const alone = all(body, "outline").filter(({ attributes }) => attributes.type === "rss");
        expect(alone).toHaveLength(feeds.filter(({ kind }) => kind === "main").length);
      }),
    );
  });

  it("feedsmith reads back", () => {
    // Nothing at its ends that a reader might trim.
    const filled = anyText.map((text) => `x${text}x`);
    fc.assert(
      fc.property(filled, filled, (title, description) => {
        const { body } = parseOpml(written("Feeds", [{ ...mainListing, title, description }]));
        expect(body?.outlines?.[0]?.title).toBe(carried(title));
        expect(body?.outlines?.[0]?.description).toBe(carried(description));
      }),
    );
  });
});
