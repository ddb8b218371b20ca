import { describe, expect, it } from "vitest";
import { Feed, type FeedOptions } from "../../src/feed.ts";
import { all, channelOf, type Element, one, read, texts } from "../formats/reader.ts";
import { feedOf, item, options } from "./samples.ts";

const documents = (name: string) => ({
  rss: `https://harbour.example/${name}.rss`,
  atom: `https://harbour.example/${name}.atom`,
  json: `https://harbour.example/${name}.json`,
});

/** The addresses of links, by relation. */
const links = (head: Element) =>
  Object.fromEntries(all(head, "atom:link").map(({ attributes }) => [attributes.rel, attributes.href]));

describe("Feed's archives", () => {
  it("are linked to in every format that has them", () => {
    const feed = feedOf([item], { archive: { previous: documents("2024-04") } });
    for (const head of [channelOf(feed.rss2()), read(feed.atom1())])
      expect(all(head, "fh:archive")).toEqual([]);
    expect(links(channelOf(feed.rss2()))["prev-archive"]).toBe("https://harbour.example/2024-04.rss");
    expect(links(read(feed.atom1()))["prev-archive"]).toBe("https://harbour.example/2024-04.atom");
    expect(JSON.parse(feed.json1()).next_url).toBe("https://harbour.example/2024-04.json");
    expect(feed.problems).toEqual([]);
  });

  it("are marked, and link to the feed and to their neighbours", () => {
    const archive = {
      isArchive: true,
      current: documents("feed"),
      previous: documents("2024-03"),
      next: documents("2024-05"),
    };
    for (const head of [
      channelOf(feedOf([item], { archive }).rss2()),
      read(feedOf([item], { archive }).atom1()),
    ]) {
      expect(all(head, "fh:archive")).toHaveLength(1);
      expect(Object.keys(links(head))).toEqual(
        expect.arrayContaining(["current", "prev-archive", "next-archive"]),
      );
    }
  });

  it("with an address that isn't absolute aren't linked to; that is told", () => {
    const feed = feedOf([item], { archive: { previous: { rss: "/2024-04.rss" } } });
    expect(links(channelOf(feed.rss2()))["prev-archive"]).toBeUndefined();
    expect(feed.problems.map(({ code }) => code)).toEqual(["feed-address"]);
  });
});

describe("Feed's tombstones", () => {
  const when = new Date("2024-06-01T00:00:00Z");
  const deleted = (more: Partial<FeedOptions>) => all(read(feedOf([item], more).atom1()), "at:deleted-entry");

  it("are told in Atom by the id that the item had there", () => {
    const [byId, byLink] = deleted({
      tombstones: [
        { id: "no iri", when, reason: "Untrue." },
        { link: "https://harbour.example/b", when },
      ],
    });
    const entry = one(read(feedOf([{ ...item, id: "no iri" }]).atom1()), "atom:entry");
    expect(byId?.attributes).toEqual({ ref: texts(entry, "atom:id")[0], when: "2024-06-01T00:00:00Z" });
    expect(byId && texts(byId, "at:comment")).toEqual(["Untrue."]);
    expect(byLink?.attributes.ref).toBe("https://harbour.example/b");
  });

  it("are a change of the feed, where none is given", () => {
    const { updated: _, ...undated } = options;
    const updated = (given: FeedOptions) => texts(read(new Feed(given).atom1()), "atom:updated");
    const tombstones = [{ id: "b", when }];
    expect(updated({ ...undated, tombstones })).toEqual(["2024-06-01T00:00:00Z"]);
    expect(updated({ ...options, tombstones })).toEqual(["2024-05-04T03:02:01Z"]);
  });

  it.each<[string, object]>([
    ["tombstones[0].id", { when }],
    ["tombstones[0].when", { id: "b" }],
    ["tombstones[0].when", { id: "b", when: new Date("soon") }],
    ["tombstones[0].id", { link: "/b", when }],
  ])("say what and when: %s is missed, and that is told", (field, wrong) => {
    const more: object = { tombstones: [wrong] };
    expect(deleted(more)).toEqual([]);
    const problems = feedOf([item], more).problems.map(({ code, message }) => [code, message]);
    expect(problems).toEqual([["feed-value", expect.stringContaining(`\`${field}\` of the feed isn't`)]]);
  });
});
