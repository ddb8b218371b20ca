import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { problem } from "../../src/problems/index.ts";
import { asked, shown } from "./shown.ts";

const secret = "what nobody may have";

it.each([
  "/../secret.txt",
  "/..%2fsecret.txt",
  "/%2e%2e/secret.txt",
  "/%2e%2e%2fsecret.txt",
  "/.%2e/secret.txt",
  "/..\\secret.txt",
  "/..%5csecret.txt",
  "/x/../../secret.txt",
  "/rss.xml/../../secret.txt",
  "/%252e%252e/secret.txt",
  "/..%c0%afsecret.txt",
  "/secret.txt%00.xml",
  "/rss.xml%00",
  "//etc/passwd",
  "/%2fetc/passwd",
  "/%",
  "/%ff",
  "http://127.0.0.1/../secret.txt",
  "*",
  "secret.txt",
  "/./secret.txt",
  "/.feedwright/manifest.json",
  "/.hidden/secret.txt",
  "/link.txt",
  "/linked/secret.txt",
  "/hidden.txt",
  "/self",
  "/_feedwright/../../secret.txt",
  "/_feedwright/source?path=../secret.txt",
  "/_feedwright/source?path=%2e%2e%2fsecret.txt",
  "/_feedwright/source?path=link.txt",
  "/_feedwright/../articles/a.md",
])("gives nothing outside the output folder: %s", async (path) => {
  const site = await shown({
    "secret.txt": secret,
    "dist/.hidden/secret.txt": secret,
    "dist/page.html": "<p>A page</p>",
  });
  const dist = join(site.root, "dist");
  symlinkSync("../secret.txt", join(dist, "link.txt"));
  symlinkSync("..", join(dist, "linked"));
  symlinkSync(".hidden/secret.txt", join(dist, "hidden.txt"));
  symlinkSync("self", join(dist, "self"));
  const answer = await site.raw(asked(path));
  expect(answer).toMatch(/^HTTP\/1\.1 40[04] /);
  expect(answer).not.toContain(secret);
  expect(answer).not.toContain("root:");
  // It is still there for everybody else.
  expect((await site.get("/page.html")).status).toBe(200);
});

it("follows a link that stays in the folder", async () => {
  const site = await shown();
  symlinkSync("rss.xml", join(site.root, "dist/feed.xml"));
  expect(await (await site.get("/feed.xml")).text()).toContain("<rss ");
});

it.each([
  ["evil.example", 403],
  ["127.0.0.1.evil.example", 403],
  ["localhost.evil.example", 403],
  ["evil.example:80", 403],
  ["a b", 400],
  ["127.0.0.1/@evil.example", 400],
  ["[::1", 400],
  ["localhost", 200],
  ["localhost:4400", 200],
  ["LOCALHOST", 200],
  ["news.localhost", 200],
  ["127.0.0.1:1", 200],
  ["192.0.2.7", 200],
  ["[::1]:4400", 200],
] as const)("answers to its own names only: %s is %i", async (host, status) => {
  const site = await shown();
  const answer = await site.raw(asked("/rss.xml", [`Host: ${host}`]));
  expect(answer.slice(0, 12)).toBe(`HTTP/1.1 ${status}`);
  expect(answer.includes("<rss ")).toBe(status === 200);
});

it("asks for a host, and answers to the name that it was given", async () => {
  const site = await shown();
  expect(await site.raw("GET /rss.xml HTTP/1.0\r\n\r\n")).toMatch(/^HTTP\/1\.1 400 /);
  const { refusalOfHost } = await import("../../src/serve/guard.ts");
  expect(refusalOfHost("News.Example:4400", "news.example")).toBeUndefined();
  expect(refusalOfHost("other.example", "news.example")).toMatchObject({ status: 403 });
});

it("ends a request whose head is too long, and changes nothing", async () => {
  const site = await shown();
  expect(await site.raw(asked("/rss.xml", ["Host: localhost", `X: ${"x".repeat(40_000)}`]))).toMatch(
    /^HTTP\/1\.1 431 /,
  );
  expect(await site.raw(asked(`/${"x".repeat(5000)}`))).toMatch(/^HTTP\/1\.1 404 /);
  for (const method of ["POST", "PUT", "DELETE", "PATCH", "TRACE"])
    expect(await site.raw(asked("/rss.xml", undefined, method))).toMatch(
      /^HTTP\/1\.1 405 [\s\S]*\r\nallow: GET, HEAD, OPTIONS\r\n/i,
    );
  expect((await site.get("/rss.xml")).status).toBe(200);
});

it.each([
  ["rss.xml", "application/rss+xml; charset=utf-8"],
  ["atom.xml", "application/atom+xml; charset=utf-8"],
  ["feed.json", "application/feed+json; charset=utf-8"],
  ["partners/smartnews.xml", "application/rss+xml; charset=utf-8"],
  ["partners/ninjs.json", "application/json; charset=utf-8"],
])("sends feeds as what they are, to any page, asked about each time: %s", async (name, type) => {
  const site = await shown({
    "feedwright.yaml":
      "site: { title: T, url: https://daily.example/ }\npartners: [{ profile: smartnews }, { profile: ninjs }]\n",
  });
  const { headers, status } = await site.get(`/${name}`);
  expect(status).toBe(200);
  expect(headers.get("content-type")).toBe(type);
  expect(headers.get("access-control-allow-origin")).toBe("*");
  expect(headers.get("cache-control")).toBe("no-cache");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  const preflight = await site.get(`/${name}`, { method: "OPTIONS" });
  expect([preflight.status, preflight.headers.get("access-control-allow-headers")]).toEqual([
    204,
    "If-None-Match, If-Modified-Since",
  ]);
});

it("keeps the preview and other files from other pages", async () => {
  const site = await shown({ "dist/page.html": "<p>A page</p>" });
  for (const path of ["/page.html", "/_feedwright/"]) {
    const { headers } = await site.get(path);
    expect(headers.get("access-control-allow-origin")).toBeNull();
    expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
  }
});

it("says when a feed is what it was, compressed or not", async () => {
  const site = await shown({
    "articles/b.md": `---\ntitle: B\ndate: 2025-01-02\n---\n\n${"Words. ".repeat(500)}\n`,
  });
  const bytes = readFileSync(join(site.root, "dist/rss.xml"));
  for (const [encoding, decode] of [
    ["identity", (body: Buffer) => body],
    ["gzip", gunzipSync],
    ["br", brotliDecompressSync],
  ] as const) {
    const first = await site.raw(asked("/rss.xml", ["Host: localhost", `Accept-Encoding: ${encoding}`]));
    const [head = "", body = ""] = first.split("\r\n\r\n");
    expect(decode(Buffer.from(first.slice(head.length + 4), "latin1")).equals(bytes)).toBe(true);
    expect(body.length > 0).toBe(true);
    expect(/\r\nContent-Encoding: (\w+)/i.exec(head)?.[1]).toBe(
      encoding === "identity" ? undefined : encoding,
    );
    expect(head).toMatch(/\r\nVary: Accept-Encoding\r\n/i);
    const etag = /\r\nETag: (\S+)\r\n/i.exec(head)?.[1] ?? "";
    const again = await site.raw(
      asked("/rss.xml", [
        "Host: localhost",
        `Accept-Encoding: ${encoding}`,
        `If-None-Match: "other", W/${etag}`,
      ]),
    );
    expect(again).toMatch(/^HTTP\/1\.1 304 [\s\S]*\r\n\r\n$/);
    expect(again).toContain(etag);
  }
  const refused = await site.raw(asked("/rss.xml", ["Host: localhost", "Accept-Encoding: br;q=0, gzip;q=0"]));
  expect(refused).toContain("<rss ");
});

it("doesn't say that it is what it was once it changed", async () => {
  const site = await shown();
  const etag = (await site.get("/rss.xml")).headers.get("etag") ?? "";
  const headers = { "If-None-Match": etag };
  expect((await site.get("/rss.xml", { headers })).status).toBe(304);
  writeFileSync(join(site.root, "articles/a.md"), "---\ntitle: Second\ndate: 2025-01-01\n---\n\nText.\n");
  await site.round();
  const changed = await site.get("/rss.xml", { headers });
  expect([changed.status, (await changed.text()).includes("<title>Second</title>")]).toEqual([200, true]);
});

it("answers HEAD as GET, without a body", async () => {
  const site = await shown({ "dist/a.bin": "0123456789" });
  for (const path of ["/rss.xml", "/a.bin", "/_feedwright/", "/nothing"]) {
    const [get, head] = [await site.get(path), await site.get(path, { method: "HEAD" })];
    expect(head.status).toBe(get.status);
    for (const name of ["content-type", "content-length", "etag", "cache-control"])
      expect([path, name, head.headers.get(name)]).toEqual([path, name, get.headers.get(name)]);
    expect(await head.text()).toBe("");
  }
});

it.each([
  ["bytes=0-3", 206, "0123", "bytes 0-3/10"],
  ["bytes=-3", 206, "789", "bytes 7-9/10"],
  ["bytes=8-", 206, "89", "bytes 8-9/10"],
  ["bytes=20-", 416, "", "bytes */10"],
  ["bytes=0-1,4-5", 200, "0123456789", null],
  ["lines=1-2", 200, "0123456789", null],
])("sends parts of recordings, and of feeds: %s", async (range, status, body, contentRange) => {
  const site = await shown({ "dist/a.mp3": "0123456789", "dist/a.txt": "0123456789" });
  for (const path of ["/a.mp3", "/a.txt"]) {
    const answer = await site.get(path, { headers: { Range: range, "Accept-Encoding": "gzip" } });
    expect([path, answer.status, answer.headers.get("content-range")]).toEqual([path, status, contentRange]);
    expect(answer.headers.get("content-encoding")).toBeNull();
    if (status !== 416) expect(await answer.text()).toBe(body);
  }
});

it("goes on with a part only where it is one of the same", async () => {
  const site = await shown({ "dist/a.txt": "0123456789" });
  const etag = (await site.get("/a.txt")).headers.get("etag") ?? "";
  const part = (tag: string) => site.get("/a.txt", { headers: { Range: "bytes=4-5", "If-Range": tag } });
  expect(await (await part(etag)).text()).toBe("45");
  expect(await (await part('"another"')).text()).toBe("0123456789");
});

it("leads to pages by their folders, and to the preview where there are none", async () => {
  const site = await shown();
  const location = async (path: string) => {
    const { status, headers } = await site.get(path);
    return [status, headers.get("location")];
  };
  expect(await location("/")).toEqual([302, "/_feedwright/"]);
  expect(await location("/_feedwright")).toEqual([301, "/_feedwright/"]);
  mkdirSync(join(site.root, "dist/topics"));
  writeFileSync(join(site.root, "dist/topics/index.html"), "<p>Topics</p>");
  writeFileSync(join(site.root, "dist/index.html"), "<p>Front</p>");
  expect(await location("/topics?a=1")).toEqual([301, "/topics/?a=1"]);
  expect(await (await site.get("/topics/")).text()).toBe("<p>Topics</p>");
  expect(await (await site.get("/")).text()).toBe("<p>Front</p>");
});

it("serves files of other names and none of their own folder's", async () => {
  const site = await shown({ "dist/größe 1%.txt": "A file", "dist/plain": "no ending" });
  expect(await (await site.get(`/${encodeURIComponent("größe 1%.txt")}`)).text()).toBe("A file");
  expect((await site.get("/plain")).headers.get("content-type")).toBe("application/octet-stream");
});

it("tells a page when it is another, at once where it became that before", async () => {
  const site = await shown();
  const page = "/_feedwright/feed?path=rss.xml";
  const version = async () => (await site.get(page)).headers.get("feedwright-version") ?? "";
  const listen = async (seen: string) => {
    const controller = new AbortController();
    const query = new URLSearchParams({ page, version: seen });
    const { body, headers } = await site.get(`/_feedwright/events?${query}`, { signal: controller.signal });
    expect(headers.get("content-type")).toBe("text/event-stream");
    let text = "";
    const reading = (async () => {
      for await (const chunk of body ?? []) text += Buffer.from(chunk).toString();
    })().catch(() => {});
    const stop = () => {
      controller.abort();
      return reading;
    };
    return { text: () => text, stop };
  };
  const [now, before] = [await listen(await version()), await listen("before")];
  await expect.poll(before.text).toContain("event: change");
  expect(now.text()).not.toContain("change");
  await site.round();
  expect(now.text()).not.toContain("change");
  writeFileSync(join(site.root, "articles/a.md"), "---\ntitle: Second\ndate: 2025-01-01\n---\n\nText.\n");
  await site.round();
  await expect.poll(now.text).toContain("event: change");
  await Promise.all([now.stop(), before.stop()]);
});

it("leaves a page alone that says that nothing is there", async () => {
  const site = await shown();
  for (const page of ["/nothing.html", "/_feedwright/nothing", "/_feedwright/feed/deeper"]) {
    const version = (await site.get(page)).headers.get("feedwright-version") ?? "";
    const controller = new AbortController();
    const query = new URLSearchParams({ page, version });
    const { body } = await site.get(`/_feedwright/events?${query}`, { signal: controller.signal });
    const reader = body?.getReader();
    const first = Buffer.from((await reader?.read())?.value ?? []).toString();
    const more = Promise.race([reader?.read(), new Promise((done) => setTimeout(done, 200, "nothing more"))]);
    expect([page, first, await more]).toEqual([page, "retry: 500\n\n", "nothing more"]);
    controller.abort();
  }
});

it("outlives what can't be shown, and tells pages of it", async () => {
  const site = await shown(
    {},
    {
      placeOf: () => {
        throw new Error("no place");
      },
    },
  );
  const wrong = problem("content-empty", { folder: "articles" });
  const { body } = await site.get("/_feedwright/events?page=/_feedwright/problems&version=");
  await site.round({ problems: [wrong] });
  const answer = await site.get("/_feedwright/problems");
  expect([answer.status, await answer.text()]).toEqual([500, "This can't be shown.\n"]);
  await body?.cancel();
  await site.round({ problems: [] });
  expect((await site.get("/_feedwright/problems")).status).toBe(200);
});

it("has room for so many open pages", async () => {
  const site = await shown();
  const controller = new AbortController();
  const { signal } = controller;
  const events = () => site.get("/_feedwright/events?page=/&version=", { signal });
  const all = await Promise.all(Array.from({ length: 100 }, events));
  expect(all.every(({ status }) => status === 200)).toBe(true);
  expect((await events()).status).toBe(503);
  controller.abort();
});
