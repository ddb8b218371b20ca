import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { formats } from "../../src/formats/index.ts";
import type { Item } from "../../src/model.ts";
import type { Profile } from "../../src/partners/profile/schema.ts";
import { fullChannel, fullItem, item } from "../formats/samples.ts";
import { anyChannel, anyItem, anyText } from "../properties/feeds.ts";
import { recipient, storiesOf, written } from "./support.ts";

const named = { rss: "rss", atom: "atom", "json-feed": "json" } as const;
const kinds = ["rss", "atom", "json-feed"] as const;

/** The newest change, as every build tells it. */
const updatedOf = (items: readonly Item[]) =>
  items.length === 0 ? undefined : Math.max(...items.map(({ updated }) => updated));

describe.each(kinds)("a profile that says no more than %s", (format) => {
  it("writes what the format's own writer does", () => {
    const items = [fullItem, { ...item, id: "https://news.example/b" }];
    const channel = { ...fullChannel, updated: updatedOf(items) };
    const { text, document, problems } = written(recipient({ format }), {
      channel,
      stories: storiesOf(items),
    });
    expect(text).toBe([...formats[named[format]].write({ channel, items })].join(""));
    expect(document.ids).toEqual([fullItem.id, "https://news.example/b"]);
    expect(problems).toEqual([]);
  });

  it("does so whatever stands in any field", () => {
    fc.assert(
      fc.property(anyChannel, fc.array(anyItem, { maxLength: 3 }), (anyOne, anyItems) => {
        const items = anyItems.map((one, index) => ({ ...one, id: `urn:x:${index}` }));
        const channel = { ...anyOne, updated: updatedOf(items) ?? anyOne.updated };
        const { text } = written(recipient({ format }), { channel, stories: storiesOf(items) });
        expect(text).toBe([...formats[named[format]].write({ channel, items })].join(""));
      }),
    );
  });
});

const busy: Partial<Profile> = {
  namespaces: { x: "https://x.example/" },
  root: { attributes: { "x:a": "${channel.title}" } },
  channel: {
    attributes: { "x:c": "${channel.description}" },
    omit: ["generator"],
    elements: [{ element: "x:hubs", each: "channel.hubs", text: "${hub}" }],
  },
  item: {
    attributes: { "x:id": "${id}" },
    keep: ["title", "guid", "id", "updated"],
    elements: [
      { element: "title", cdata: "${title} – ${summary}" },
      {
        element: "x:people",
        elements: [
          {
            element: "x:person",
            each: "byline",
            attributes: { "x:url": "${person.url}" },
            text: "${person}",
          },
        ],
      },
      { element: "x:body", cdata: "${content | text | cut 20}" },
      { element: "x:tags", text: '${tags | join "]]>"}' },
    ],
  },
  html: { elements: ["p", "a"], otherwise: "unwrap", depth: 3 },
};

const own: Partial<Profile> = {
  ...busy,
  format: "xml",
  document: [{ element: "x:all", attributes: { version: "1" } }, { element: "x:items" }],
  channel: { elements: [{ element: "x:title", text: "${channel.title}" }] },
  item: { element: "x:item", ...busy.item, keep: undefined },
  root: undefined,
};

describe.each([
  ["rss", busy],
  ["atom", busy],
  ["xml", own],
] as const)("%s with elements of a profile's own", (format, profile) => {
  it("is well-formed, and each prefix declared, whatever stands in any field", () => {
    fc.assert(
      fc.property(anyChannel, fc.array(anyItem, { maxLength: 3 }), anyText, (channel, items, reason) => {
        const tombstone = { id: reason, url: reason, title: reason, published: 0, when: 1, reason };
        const deletion = {
          elements: [{ element: "x:gone", attributes: { why: "${reason}" }, text: "${id}" }],
        };
        const { text } = written(recipient({ ...profile, format, deletion }), {
          channel,
          stories: storiesOf(items),
          tombstones: [tombstone],
        });
        const parser = new SaxesParser({ xmlns: true });
        parser.on("error", (error) => {
          throw error;
        });
        parser.write(text).close();
      }),
    );
  });
});
