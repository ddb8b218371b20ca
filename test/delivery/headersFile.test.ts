import { describe, expect, it } from "vitest";
import { deliveryFiles, type Offer } from "../../src/delivery/index.ts";
import type { ListedDocument, Listing } from "../../src/model.ts";
import { cloudflare, headersFor, netlify, rulesOf } from "./hosts.ts";
import { listing, offer, siteAt, wanted } from "./samples.ts";

const hosts = [
  ["netlify", netlify],
  ["cloudflare", cloudflare],
] as const;

function fileFor(name: "netlify" | "cloudflare", published: Offer): string {
  return deliveryFiles(published, wanted({ servers: [name] }))[0]?.text ?? "";
}

const documentsOf = ({ listings }: Offer) => listings.flatMap(({ documents }) => documents);

/** A feed whose one file has a name of its own. */
function named(file: string, mediaType = "application/rss+xml"): Listing {
  const document: ListedDocument = { format: "rss", path: file, url: siteAt().url + file, mediaType };
  return { ...listing("named", file), documents: [document] };
}

describe.each(hosts)("_headers for %s", (name, host) => {
  it("sends everything with what pages can't say themselves, in one rule, where there are any", () => {
    const text = fileFor(name, offer({ hasPages: true, site: siteAt("https://daily.example/blog/") }));
    const rules = rulesOf(text).filter(({ headers }) =>
      headers.some(([each]) => each === "Content-Security-Policy"),
    );
    expect(rules.map(({ pattern }) => pattern)).toEqual(["/blog/*"]);
    expect(fileFor(name, offer())).not.toContain("Security-Policy");
  });

  const hubs = ["https://hub.example/", "https://second.example/a,b"];
  const blog = siteAt("https://daily.example/blog/");
  const many = Array.from({ length: 200 }, (_, at) => listing("tag", `Tag ${at}`, `tags/${at}/`));
  const entangled = [...offer().listings, named("feeds/myfeed.json", "application/json"), named("ss.xml")];

  it.each([
    ["with hubs", offer({ hubs, ttl: 20 })],
    ["without hubs", offer({ ttl: 20 })],
    ["of a site in a folder", offer({ hubs, ttl: 20, site: blog })],
    ["of 200 feeds", offer({ hubs, ttl: 20, listings: [listing("main", "All"), ...many] })],
    ["whose names end alike", offer({ hubs, ttl: 20, listings: entangled })],
  ])("gives each document each header once: %s", (_, published) => {
    const text = fileFor(name, published);
    const links = [`<https://hub.example/>; rel="hub"`, `<https://second.example/a%2Cb>; rel="hub"`];
    for (const { url, mediaType } of documentsOf(published))
      expect({ url, ...headersFor(text, new URL(url).pathname, host) }).toEqual({
        url,
        "Content-Type": `${mediaType}; charset=utf-8`,
        "Cache-Control": "public, max-age=1200",
        "Access-Control-Allow-Origin": "*",
        "X-Content-Type-Options": "nosniff",
        ...(published.hubs.length > 0 ? { Link: [...links, `<${url}>; rel="self"`].join(", ") } : {}),
      });
  });

  it("says nothing of other files", () => {
    const text = fileFor(name, offer({ hubs }));
    for (const path of ["/", "/index.html", "/other.xml", "/topics/science/"])
      expect(headersFor(text, path, host)).toEqual({});
  });

  it("has the list of feeds and partners' documents, which nobody subscribes to", () => {
    const text = fileFor(
      name,
      offer({
        hubs,
        opml: "feeds.opml",
        partners: [{ path: "news-sitemap.xml", mediaType: "application/xml" }],
      }),
    );
    expect(headersFor(text, "/feeds.opml", host)).toMatchObject({
      "Content-Type": "text/x-opml; charset=utf-8",
    });
    expect(headersFor(text, "/news-sitemap.xml", host)).toMatchObject({
      "Content-Type": "application/xml; charset=utf-8",
    });
    expect(headersFor(text, "/feeds.opml", host)).not.toHaveProperty("Link");
  });

  it("has no hub for archives", () => {
    const text = fileFor(name, offer({ hubs, hasArchives: true, site: blog }));
    const headers = headersFor(text, "/blog/archive/2026-10/rss.xml", host);
    expect(headers).toMatchObject({ "Content-Type": "application/rss+xml; charset=utf-8" });
    expect(headers).not.toHaveProperty("Link");
  });

  it("lets a partner's name that ends as a feed's cost the feeds no rule", () => {
    const partners = [{ path: "partners/wire-rss.xml", mediaType: "application/rss+xml" }];
    const listings = [listing("main", "All"), ...many];
    const headers = headersFor(
      fileFor(name, offer({ hubs, listings, partners })),
      "/tags/199/feed.json",
      host,
    );
    expect(headers).toHaveProperty("Content-Type");
  });

  it("needs no other rules for another feed", () => {
    const before = rulesOf(fileFor(name, offer())).length;
    expect(rulesOf(fileFor(name, offer({ listings: [...offer().listings, ...many] })))).toHaveLength(before);
  });
});

it("Cloudflare gets the main feed's rules where there are too many", () => {
  const others = Array.from({ length: 150 }, (_, at) => named(`feeds/${at}.xml`));
  const text = fileFor("cloudflare", offer({ listings: [listing("main", "All"), ...others] }));
  expect(rulesOf(text)).toHaveLength(100);
  for (const path of ["/rss.xml", "/atom.xml", "/feed.json"])
    expect(headersFor(text, path, cloudflare)).toHaveProperty("Content-Type");
});
