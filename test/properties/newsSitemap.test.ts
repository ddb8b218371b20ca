import fc from "fast-check";
import { expect, it } from "vitest";
import { newsSitemap } from "../../src/formats/newsSitemap/index.ts";
import { all, one, read, texts } from "../formats/reader.ts";
import { carried } from "./carried.ts";
import { anyText } from "./feeds.ts";

const maybe = fc.option(anyText, { nil: undefined });
const anyArticle = fc.record({
  url: anyText,
  title: anyText,
  published: fc.integer({ min: 0, max: Date.UTC(2099, 0, 1) }),
  language: maybe,
});

it("whatever stands in any field of a news sitemap, it is well-formed and read back", () => {
  fc.assert(
    fc.property(anyText, maybe, fc.array(anyArticle, { maxLength: 3 }), (name, language, articles) => {
      const urls = all(read([...newsSitemap.write({ name, language, articles })].join("")), "sitemap:url");
      const seen = urls.map((url) => {
        const news = one(url, "news:news");
        const publication = one(news, "news:publication");
        expect(texts(publication, "news:name")).toEqual([carried(name)]);
        expect(texts(publication, "news:language")[0]).toMatch(/^(?:[a-z]{2,3}|zh-cn|zh-tw)$/);
        return {
          url: texts(url, "sitemap:loc")[0],
          title: texts(news, "news:title")[0] ?? "",
          published: Date.parse(texts(news, "news:publication_date")[0] ?? ""),
        };
      });
      expect(seen).toEqual(
        articles.map(({ url, title, published }) => ({
          url: carried(url),
          title: carried(title || url),
          published,
        })),
      );
    }),
    { numRuns: 300 },
  );
});
