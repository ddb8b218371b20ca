import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { deliveryFiles } from "../../src/delivery/index.ts";
import { listing, offer, siteAt, wanted } from "./samples.ts";

const codes = ["ar", "de", "en", "es", "fr", "it", "ja", "nl", "pl", "pt", "uk", "zh"];

/** The page's own words: every feed and the site are called by signs alone. */
function wordsIn(language: string): string[] {
  const kinds = ["main", "topic", "author", "tag", "language", "named"] as const;
  const listings = kinds.map((kind) => listing(kind, "—", kind === "main" ? "" : `${kind}/`));
  const site = siteAt(undefined, { language, title: "—", description: undefined });
  const published = offer({ site, listings, opml: "feeds.opml", headlines: [{ title: "—", url: site.url }] });
  const [page] = deliveryFiles(published, wanted({ page: "index.html" }));
  return [...(page?.text ?? "").matchAll(/<(title|h2|p)\b[^>]*>([^<]*\p{L}[^<]*)/gu)].map(
    ([, , text = ""]) => text,
  );
}

describe("the page's words", () => {
  const english = wordsIn("en");

  it.each(codes.filter((code) => code !== "en"))("are all there in %s, and none is English", (code) => {
    const words = wordsIn(code);
    expect(words).toHaveLength(english.length);
    // Others have some of these words from where English has them.
    const same = words.filter((word) => english.includes(word) && !["Tags"].includes(word));
    expect(same).toEqual([]);
  });

  it.each(codes)("say in two sentences what a feed is: %s", (code) => {
    const longest = wordsIn(code).reduce((a, b) => (a.length >= b.length ? a : b));
    expect(longest.match(/[.。](?=\s|$|[^\s\p{P}])/gu)).toHaveLength(2);
  });

  it("are in the languages that docs/delivery.md names", () => {
    const names = new Intl.DisplayNames("en", { type: "language" });
    const page = readFileSync("docs/delivery.md", "utf8");
    expect(codes.filter((code) => !page.includes(names.of(code) ?? "?"))).toEqual([]);
  });
});

describe("the direction of a page", () => {
  it.each([
    ["ar-EG", "rtl"],
    ["ar-Latn", "ltr"],
    ["zh-Arab", "rtl"],
    ["zh-Hant-TW", "ltr"],
    ["ja", "ltr"],
  ])("%s: %s", (language, direction) => {
    const [page] = deliveryFiles(
      offer({ site: siteAt(undefined, { language }) }),
      wanted({ page: "index.html" }),
    );
    expect(page?.text).toContain(`<html lang="${language}" dir="${direction}">`);
  });
});

it("a feed that can't be reached by the web has no link", () => {
  const main = listing("main", "All");
  const documents = main.documents.map((document) => ({ ...document, url: "file:///rss.xml" }));
  const files = deliveryFiles(
    offer({ listings: [{ ...main, documents }] }),
    wanted({ page: "index.html", head: true }),
  );
  for (const { text } of files) expect(text).not.toMatch(/file:|rel="alternate"/);
});

it("without any feed the page and the links are empty, but whole", () => {
  const files = deliveryFiles(offer({ listings: [] }), wanted({ page: "index.html", head: true }));
  expect(files[0]?.text).toContain("</html>");
  expect(files[1]?.text).toBe(
    "<!-- Written by feedwright: links to the feeds, for the head of the site's pages -->\n",
  );
});
