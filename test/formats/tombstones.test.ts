import { parseAtomFeed } from "feedsmith";
import { describe, expect, it } from "vitest";
import { all, type Element, one, read, texts } from "./reader.ts";
import { channel, fullChannel, fullItem, item, tombstone, written } from "./samples.ts";

const gone = (parts: Partial<typeof tombstone>) => ({ ...tombstone, ...parts });

/** Ids and moments of what was taken back. */
const deleted = (feed: Element) => all(feed, "at:deleted-entry").map(({ attributes }) => attributes);

describe("a story that was taken back (RFC 6721)", () => {
  it("is an at:deleted-entry with its id, the moment and the reason", () => {
    const feed = read(written("atom", [item], channel, [tombstone]));
    expect(deleted(feed)).toEqual([{ ref: "https://news.example/b", when: "2025-02-23T20:04:00Z" }]);
    expect(texts(one(feed, "at:deleted-entry"), "at:comment")).toEqual([
      "Its only source took the claim back.",
    ]);
  });

  it("is without a comment where no reason is given", () => {
    for (const reason of [undefined, ""])
      expect(written("atom", [], channel, [gone({ reason })])).toMatch(/<at:deleted-entry [^>]*\/>/);
  });

  it("has the id that Atom gave its entry, also where its own is no IRI", () => {
    const feed = read(written("atom", [{ ...item, id: "gopher-77" }], channel, [gone({ id: "gopher-77" })]));
    expect(deleted(feed)[0]?.ref).toBe(texts(one(feed, "atom:entry"), "atom:id")[0]);
    expect(deleted(feed)[0]?.ref).toMatch(/^urn:uuid:/);
  });

  it("has the same id in an archive as in the feed, where they share the ids' space", () => {
    const archive = { ...channel, id: "https://news.example/2024/", idSpace: channel.id };
    const [here, there] = [channel, archive].map((of) =>
      written("atom", [], of, [gone({ id: "gopher-77" })]),
    );
    expect(deleted(read(there ?? ""))).toEqual(deleted(read(here ?? "")));
  });

  it("stands behind all that the feed says of itself, and before its entries", () => {
    const extensions = [{ name: "georss:point", content: "50.45 30.52" }];
    const feed = read(written("atom", [fullItem], { ...fullChannel, extensions }, [tombstone]));
    expect(feed.children.map(({ name }) => name).slice(-3)).toEqual([
      "georss:point",
      "at:deleted-entry",
      "atom:entry",
    ]);
  });

  it("is told once of one moment, but again of another", () => {
    const again = [tombstone, gone({ reason: "Other words." }), gone({ when: tombstone.when + 1 })];
    const feed = read(written("atom", [], channel, again));
    expect(deleted(feed).map(({ when }) => when)).toEqual([
      "2025-02-23T20:04:00Z",
      "2025-02-23T20:04:00.001Z",
    ]);
    expect(all(feed, "at:deleted-entry")[0]?.children[0]?.text).toBe(tombstone.reason);
  });

  it("may stand beside its entry, and takes nothing away from what a reader sees", () => {
    const { entries } = parseAtomFeed(written("atom", [item], channel, [gone({ id: item.id })]));
    expect(entries?.map(({ id }) => id)).toEqual([item.id]);
  });

  it("needs its namespace only where there is one", () => {
    expect(written("atom", [item], channel, [])).not.toMatch(/tombstones|xmlns:at/);
    expect(written("atom", [item], channel, [tombstone]).match(/xmlns:at=/g)).toHaveLength(1);
  });

  it.each(["rss", "json"] as const)("is nothing to %s, which has no word for it", (format) => {
    expect(written(format, [item], channel, [tombstone])).toBe(written(format, [item], channel));
  });
});
