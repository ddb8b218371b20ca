import { describe, expect, it } from "vitest";
import { channelOf, itemOf, one, read } from "./reader.ts";
import { channel, item, written } from "./samples.ts";

describe("extension elements", () => {
  const namespaces = { x: "https://x.example/ns" };

  it("are written with their attributes and children", () => {
    const extensions = [
      {
        name: "x:a",
        attributes: { k: '"&\n' },
        content: [{ name: "x:b", content: "1 < 2" }, { name: "x:c" }],
      },
    ];
    const story = itemOf(written("rss", [{ ...item, extensions }], { ...channel, namespaces }));
    const a = one(story, "{https://x.example/ns}:a");
    expect(a.attributes).toEqual({ k: '"&\n' });
    expect(a.children.map(({ text }) => text)).toEqual(["1 < 2", ""]);
  });

  it("are left out where their name, or their prefix, would make the document malformed", () => {
    const extensions = ["y:a", "x:", "1a", "a b", "x:a:b", "<", "xmlns:x"].map((name) => ({
      name,
      content: "no",
    }));
    const attributes = { "y:k": "1", "a b": "2", xmlns: "https://z.example/", ok: "3", "xml:lang": "de" };
    const xml = written("rss", [{ ...item, extensions: [...extensions, { name: "x:a", attributes }] }], {
      ...channel,
      namespaces: { ...namespaces, "1": "https://one.example/", xmlns: "https://two.example/", y: " " },
    });
    const story = itemOf(xml);
    expect(xml).not.toContain(">no<");
    expect(one(story, "{https://x.example/ns}:a").attributes).toEqual({ ok: "3", "xml:lang": "de" });
  });

  it.each([
    "http://www.w3.org/2000/xmlns/",
    "http://www.w3.org/XML/1998/namespace",
    "http://www.w3.org/XML/1998/\u0001namespace",
    "\u0001",
  ])("are left out where their prefix may not stand for %j", (uri) => {
    const of = { ...channel, namespaces: { ...namespaces, foo: uri, XMLish: "https://y.example/" } };
    for (const format of ["rss", "atom"] as const) {
      const xml = written(format, [{ ...item, extensions: [{ name: "foo:a" }, { name: "XMLish:a" }] }], of);
      expect(xml).not.toMatch(/foo|XMLish/);
      expect(xml).toContain("xmlns:x=");
    }
  });

  it("can't take over a prefix that the writer uses", () => {
    const xml = written("rss", [item], { ...channel, namespaces: { dc: "https://elsewhere.example/" } });
    expect(read(xml).attributes["xmlns:dc"]).toBe("http://purl.org/dc/elements/1.1/");
  });

  it("without a prefix stand in RSS, as the core's own do, but not in Atom", () => {
    const extensions = [{ name: "skipHours", content: [{ name: "hour", content: "3" }] }];
    const of = { ...channel, extensions };
    expect(one(one(channelOf(written("rss", [], of)), "skipHours"), "hour").text).toBe("3");
    expect(written("atom", [], of)).not.toContain("skipHours");
  });
});
