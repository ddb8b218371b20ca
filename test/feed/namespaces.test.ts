import { describe, expect, it } from "vitest";
import { feedOf, item } from "./samples.ts";

describe("an extension", () => {
  it.each(["constructor", "toString", "valueOf"])(
    "with the prefix %s has none that is declared",
    (prefix) => {
      const extensions = [{ name: `${prefix}:b`, objects: { _text: "1" } }];
      const feed = feedOf([{ ...item, extensions }]);
      expect(feed.rss2()).not.toContain(prefix);
      expect(feed.problems.map(({ code }) => code)).toEqual(["feed-extension"]);
      const namespaces = Object.fromEntries([[prefix, "https://p.example/"]]);
      expect(feedOf([{ ...item, extensions }], { namespaces }).rss2()).toContain(`<${prefix}:b>1</`);
    },
  );

  it.each([
    ["foo", "http://www.w3.org/2000/xmlns/"],
    ["bar", "http://www.w3.org/XML/1998/namespace"],
    ["xmlfoo", "https://p.example/"],
  ])("can't have %s for %s: that is told", (prefix, uri) => {
    const feed = feedOf([item], { namespaces: { [prefix]: uri } });
    expect(feed.rss2()).not.toContain(`xmlns:${prefix}`);
    expect(feed.problems.map(({ code }) => code)).toEqual(["feed-extension"]);
  });
});
