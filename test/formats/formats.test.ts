import { describe, expect, it } from "vitest";
import { formats } from "../../src/formats/index.ts";
import { watched } from "./samples.ts";

describe("every format", () => {
  it.each(["rss", "atom", "json"] as const)("pulls an item only when its turn has come (%s)", (name) => {
    const { feed, pulled } = watched(3);
    const seen: number[] = [];
    for (const piece of formats[name].write(feed)) if (/"?title"?/.test(piece)) seen.push(pulled.length);
    expect(pulled).toHaveLength(3);
    expect(seen).toEqual([0, 1, 2, 3]);
  });

  it("is listed under its name, with its file's name and its media type", () => {
    expect(
      Object.values(formats).map(({ name, fileName, mediaType }) => [name, fileName, mediaType]),
    ).toEqual([
      ["rss", "rss.xml", "application/rss+xml"],
      ["atom", "atom.xml", "application/atom+xml"],
      ["json", "feed.json", "application/feed+json"],
    ]);
  });
});
