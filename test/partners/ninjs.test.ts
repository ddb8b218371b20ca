import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { anyItem } from "../properties/feeds.ts";
import { ninjs } from "../schemas/ninjs.ts";
import { article, gone, got, refusal, story } from "./stories.ts";

const profile = "profiles/ninjs.yaml";
const objects = (getting: Parameters<typeof got>[1] = {}) =>
  z.array(ninjs).parse(JSON.parse(got(profile, getting).text));

describe("ninjs", () => {
  it("has all that an article says, by the standard's schema", () => {
    const [object] = objects();
    expect(got(profile).told).toEqual([]);
    expect(object).toMatchObject({
      uri: article.id,
      type: "text",
      pubstatus: "usable",
      firstcreated: "2026-11-24T09:30:00Z",
      versioncreated: "2026-11-24T11:00:00Z",
      language: "en",
      by: "Ada Nwosu, Ben Roe, Reuters",
      copyrightnotice: "© Reuters",
      infosources: [{ name: "Reuters", role: "credit", uri: "https://www.reuters.com/" }],
      representationtype: "full",
      standard: {
        name: "ninjs",
        version: "2.1",
        schema: "https://www.iptc.org/std/ninjs/ninjs-schema_2.1.json",
      },
    });
    expect(object?.headlines?.map(({ value }) => value)).toEqual([article.title]);
    expect(object?.bodies?.map(({ value }) => value)).toEqual([article.contentHtml]);
    expect(object?.people?.map(({ name }) => name)).toEqual(["Ada Nwosu", "Ben Roe"]);
    expect(object?.subjects?.map(({ name, literal }) => [name, literal])).toEqual([
      ["Harbour", "harbour"],
      ["ferries", "ferries"],
    ]);
  });

  it("names its pictures once, with their files", () => {
    const [{ associations = [] } = {}] = objects();
    expect(associations.map(({ uri, by }) => [uri, by])).toEqual([
      ["https://news.example/ferry.jpg", "Cy Lens/Reuters"],
    ]);
    expect(associations[0]?.renditions).toEqual([
      {
        name: "original",
        href: "https://news.example/ferry.jpg",
        contenttype: "image/jpeg",
        width: 1600,
        height: 1000,
        sizeinbytes: 250_000,
      },
    ]);
  });

  it("names the pictures in the body behind the lead picture", () => {
    const contentHtml = '<p><img src="https://news.example/b.png" alt="B" width="10" height="20"></p>';
    const [{ associations = [] } = {}] = objects({ stories: [story({ contentHtml })] });
    expect(associations.map(({ uri }) => uri)).toEqual([
      "https://news.example/ferry.jpg",
      "https://news.example/b.png",
    ]);
  });

  it("says that it is partial where the text is missing", () => {
    const [object] = objects({ stories: [story({ contentHtml: undefined })] });
    expect(object?.representationtype).toBe("partial");
    expect(object?.bodies).toBe(undefined);
  });

  it("cancels what was taken back", () => {
    const [object] = objects({ stories: [], tombstones: [gone] });
    expect(object).toMatchObject({ uri: gone.id, pubstatus: "canceled", ednote: gone.reason });
  });

  it("has the permalink for an id that is no URI", () => {
    const [object] = objects({ stories: [story({ id: "ferry-2026" })] });
    expect(object?.uri).toBe(article.url);
  });

  it("keeps to the schema whatever an article says", () => {
    fc.assert(
      fc.property(anyItem, (item) => {
        const one = { ...item, title: "A title", image: undefined };
        const urls = { id: "urn:x:1", url: "https://news.example/x", authors: [], credit: undefined };
        expect(objects({ stories: [story({ ...one, ...urls, contentHtml: undefined })] })).toHaveLength(1);
      }),
    );
  });

  it("refuses by the rule required", () => {
    const told = refusal(profile, { stories: [story({ title: "" })] });
    expect(told).toEqual({ rule: "required", named: true, sourced: true, ids: [] });
  });
});
