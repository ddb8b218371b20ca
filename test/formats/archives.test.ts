import { describe, expect, it } from "vitest";
import type { ArchiveLinks } from "../../src/model.ts";
import { all, channelOf, type Element, one, read } from "./reader.ts";
import { archiveChannel, channel, fullItem, written } from "./samples.ts";

const heads = {
  rss: { type: "application/rss+xml", headOf: channelOf },
  atom: { type: "application/atom+xml", headOf: read },
} as const;

/** The links to other documents of the feed, by relation. */
function archiveLinks(head: Element): Readonly<Record<string, unknown>> {
  const found = all(head, "atom:link").map(({ attributes: { rel, ...others } }) => [rel, others] as const);
  return Object.fromEntries(found.filter(([rel]) => rel && rel !== "alternate" && rel !== "self"));
}

/** The feed itself, to whose archives there are links. */
const subscribed = (archive: Omit<ArchiveLinks, "isArchive">) => ({
  ...channel,
  archive: { isArchive: false, ...archive },
});

describe.each(["rss", "atom"] as const)("archives in %s (RFC 5005, section 4)", (format) => {
  const { type, headOf } = heads[format];
  const address = (name: string) => `https://news.example/${name}.${format}`;

  it("have the feed, the one before and the one after as links, and are marked by an empty fh:archive", () => {
    const archive = headOf(written(format, [fullItem], archiveChannel));
    expect(archiveLinks(archive)).toEqual({
      current: { type, href: address("current") },
      "prev-archive": { type, href: address("2024-11") },
      "next-archive": { type, href: address("2025-01") },
    });
    expect(one(archive, "fh:archive")).toMatchObject({ attributes: {}, children: [], text: "" });
  });

  it("are marked in the head, before all entries", () => {
    const names = headOf(written(format, [fullItem], archiveChannel)).children.map(({ name }) => name);
    const entry = names.indexOf(format === "rss" ? "item" : "atom:entry");
    expect(names.indexOf("fh:archive")).toBeLessThan(entry);
    expect(names.lastIndexOf("atom:link")).toBeLessThan(entry);
  });

  it("are linked to by the feed itself, which isn't marked and declares no namespace for it", () => {
    const xml = written(format, [fullItem], subscribed({ previous: { [format]: address("2025-01") } }));
    expect(archiveLinks(headOf(xml))).toEqual({ "prev-archive": { type, href: address("2025-01") } });
    expect(xml).not.toMatch(/history|fh:/);
  });

  it("that this format doesn't have aren't linked to", () => {
    const previous = { json: "https://news.example/2025-01.json" };
    expect(archiveLinks(headOf(written(format, [], subscribed({ previous }))))).toEqual({});
  });
});

describe("archives in JSON Feed", () => {
  const nextUrl = (of: typeof channel) => JSON.parse(written("json", [], of)).next_url;

  it("are the next page: from the feed to the newest, from each to the one before", () => {
    expect(nextUrl(subscribed({ previous: { json: "https://news.example/2025-01.json" } }))).toBe(
      "https://news.example/2025-01.json",
    );
    expect(nextUrl(archiveChannel)).toBe("https://news.example/2024-11.json");
    expect(nextUrl(subscribed({ previous: { rss: "https://news.example/2025-01.rss" } }))).toBeUndefined();
  });

  it("give way to a next page that was given", () => {
    expect(nextUrl({ ...archiveChannel, nextUrl: "https://news.example/2.json" })).toBe(
      "https://news.example/2.json",
    );
  });
});
