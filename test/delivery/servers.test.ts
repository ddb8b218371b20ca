import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { missing } from "../readers/tools.ts";
import { bodyOf, type Running, type ServerName, start } from "./running.ts";
import { listing, offer, siteAt } from "./samples.ts";

const hubs = ["https://hub.example/?a=$b", "https://second.example/"];

const partners = [{ path: "partners/msn.xml", mediaType: "application/rss+xml" }];

const servers: readonly (readonly [ServerName, string, readonly string[]])[] = [
  ["nginx", "nginx", ["-v"]],
  ["caddy", "caddy", ["version"]],
  ["apache", "apache2", ["-v"]],
];

describe.each(servers)("%s", (name, command, args) => {
  describe.skipIf(missing(name, command, args))("with the written configuration", () => {
    describe("of feeds without hubs", () => {
      const server = running(() => start(name, offer({ opml: "feeds.opml", partners }), []));

      it.each([
        ["/rss.xml", "application/rss+xml; charset=utf-8"],
        ["/atom.xml", "application/atom+xml; charset=utf-8"],
        ["/topics/science/feed.json", "application/feed+json; charset=utf-8"],
        [`/tags/${encodeURIComponent("київ")}/rss.xml`, "application/rss+xml; charset=utf-8"],
        ["/feeds.opml", "text/x-opml; charset=utf-8"],
        ["/partners/msn.xml", "application/rss+xml; charset=utf-8"],
      ])("sends %s as %s", async (path, type) => {
        const { status, headers, body } = await server().get(path);
        expect({ status, ...headers }).toMatchObject({
          status: 200,
          "content-type": type,
          "cache-control": "public, max-age=300",
          "access-control-allow-origin": "*",
          "x-content-type-options": "nosniff",
        });
        expect(headers.link).toBeUndefined();
        expect(String(body)).toBe(bodyOf(decodeURIComponent(path.slice(1))));
      });

      it("says nothing again of a feed that is as it was", async () => {
        const { headers } = await server().get("/rss.xml");
        for (const condition of [
          { "if-none-match": String(headers.etag) },
          { "if-modified-since": String(headers["last-modified"]) },
        ]) {
          const { status, body } = await server().get("/rss.xml", condition);
          expect([status, body.length]).toEqual([304, 0]);
        }
      });

      it("answers HEAD as GET, without a body", async () => {
        const { status, headers, body } = await server().get("/rss.xml", {}, "HEAD");
        expect([status, headers["content-type"], body.length]).toEqual([
          200,
          "application/rss+xml; charset=utf-8",
          0,
        ]);
      });

      it("leaves other files and what isn't there alone", async () => {
        for (const [path, status] of [
          ["/page.html", 200],
          ["/other.xml", 200],
          ["/nowhere/rss.xml", 404],
        ] as const) {
          const answer = await server().get(path);
          expect([path, answer.status]).toEqual([path, status]);
          expect(String(answer.headers["content-type"])).not.toContain("rss+xml");
          expect(answer.headers["access-control-allow-origin"]).toBeUndefined();
        }
      });
    });

    describe("of pushed and compressed feeds", () => {
      const server = running(() => {
        const pushed = offer({ hubs, ttl: 15, hasArchives: true, partners });
        return start(name, pushed, ["gzip", "br"]);
      });
      const inUkrainian = `/tags/${encodeURIComponent("київ")}/rss.xml`;

      it.each(["/rss.xml", "/topics/science/atom.xml", inUkrainian])(
        "names hubs and itself: %s",
        async (path) => {
          for (const encoding of ["identity", "gzip", "br"]) {
            const { headers } = await server().get(path, { "accept-encoding": encoding });
            expect([headers.link].flat().join(", ").split(", ")).toEqual([
              '<https://hub.example/?a=%24b>; rel="hub"',
              '<https://second.example/>; rel="hub"',
              `<https://daily.example${path}>; rel="self"`,
            ]);
          }
        },
      );

      it.each(["/archive/2026-10/rss.xml", "/partners/msn.xml"])("names no hub: %s", async (path) => {
        for (const encoding of ["identity", "gzip", "br"]) {
          const { headers } = await server().get(path, { "accept-encoding": encoding });
          expect(headers).toMatchObject({ "content-type": "application/rss+xml; charset=utf-8" });
          expect(headers["content-encoding"] ?? "identity").toBe(encoding);
          expect(headers.link).toBeUndefined();
        }
      });

      it.each([
        ["gzip", gunzipSync],
        ["br", brotliDecompressSync],
      ] as const)("sends what was written in %s", async (encoding, unpacked) => {
        for (const path of ["/rss.xml", "/topics/science/feed.json", inUkrainian]) {
          const { status, headers, body } = await server().get(path, { "accept-encoding": encoding });
          expect({ status, ...headers }).toMatchObject({
            status: 200,
            "content-encoding": encoding,
            "content-type": expect.stringMatching(/^application\/(?:rss\+xml|feed\+json); charset=utf-8$/),
            "cache-control": "public, max-age=900",
            vary: expect.stringMatching(/accept-encoding/i),
          });
          expect(headers["content-language"]).toBeUndefined();
          expect(String(unpacked(body))).toBe(bodyOf(decodeURIComponent(path.slice(1))));
        }
      });

      it("has another mark for each encoding", async () => {
        const marks = ["identity", "gzip", "br"].map(async (encoding) => {
          return (await server().get("/rss.xml", { "accept-encoding": encoding })).headers.etag;
        });
        expect(new Set(await Promise.all(marks)).size).toBe(3);
      });

      it("sends it plain to who can't unpack", async () => {
        const { headers, body } = await server().get("/rss.xml");
        expect(headers["content-encoding"]).toBeUndefined();
        expect(String(body)).toBe(bodyOf("rss.xml"));
      });
    });

    it("sends pages with what they can't say themselves, and feeds without", async () => {
      const site = siteAt("https://daily.example/b.log/");
      const server = await start(name, offer({ site, hasPages: true }), []);
      try {
        for (const path of ["page.html", "a/"]) {
          const { status, headers } = await server.get(`/b.log/${path}`);
          expect([path, status]).toEqual([path, 200]);
          expect(headers).toMatchObject({
            "content-security-policy": expect.stringContaining("frame-ancestors 'self'"),
            "referrer-policy": "strict-origin-when-cross-origin",
            "content-type": expect.stringContaining("text/html"),
          });
        }
        const { status, headers } = await server.get("/b.log/rss.xml");
        expect([status, headers["content-security-policy"]]).toEqual([200, undefined]);
      } finally {
        await server.stop();
      }
    });

    it("finds the feeds of a site in a folder of its host", async () => {
      const site = siteAt("https://daily.example/b.log/");
      const listings = [listing("main", "Blog", "", site.url), listing("tag", "ids", "tags/ids/", site.url)];
      const server = await start(name, offer({ site, listings, hubs }), []);
      try {
        const { status, headers } = await server.get("/b.log/tags/ids/rss.xml");
        expect([status, headers["content-type"]]).toEqual([200, "application/rss+xml; charset=utf-8"]);
        expect(headers.link).toContain('<https://daily.example/b.log/tags/ids/rss.xml>; rel="self"');
      } finally {
        await server.stop();
      }
    });
  });
});

/** A server from the first to the last test of a description. */
function running(starting: () => Promise<Running>): () => Running {
  let server: Running | undefined;
  beforeAll(async () => {
    server = await starting();
  }, 30_000);
  afterAll(() => server?.stop());
  return () => server ?? expect.fail("no server");
}
