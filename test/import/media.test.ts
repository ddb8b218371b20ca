import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import { dirname, join, relative } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it, onTestFinished } from "vitest";
import { usualLimits } from "../../src/config/index.ts";
import { importArticles } from "../../src/import/index.ts";
import { isPublic } from "../../src/import/media/address.ts";
import type { MediaOptions } from "../../src/import/media/index.ts";
import type { Problem } from "../../src/problems/index.ts";
import { folder } from "../cli/support.ts";
import { articlesIn, importing, item, rss } from "./support.ts";

const pixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=",
  "base64",
);

/** A web server on loopback, and what it was asked for. */
async function serving(answer: RequestListener) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    answer(request, response);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return { asked, port: address.port, host: `127.0.0.1:${address.port}` };
}

const picture: RequestListener = (_, response) => {
  response.setHeader("content-type", "image/png").end(pixel);
};

/** Imports a document with what it names, into a folder of its own or one that is there. */
async function fetching(source: string, media: MediaOptions, cwd = folder(), site?: string) {
  writeFileSync(join(cwd, "source"), source);
  const problems: Problem[] = [];
  const content = join(cwd, "articles");
  const result = await importArticles({
    source: "source",
    cwd,
    into: content,
    content,
    embeds: [],
    limits: await usualLimits(),
    force: true,
    dryRun: false,
    site: site === undefined ? undefined : { url: site, language: "en" },
    media,
    report: (each) => problems.push(each),
  });
  const entries = readdirSync(content, { recursive: true, withFileTypes: true }).filter((each) =>
    each.isFile(),
  );
  const files = entries.map(({ parentPath, name }) => relative(content, join(parentPath, name))).sort();
  const reasons = problems.filter(({ code }) => code === "import-media").map(({ message }) => message);
  const [only] = articlesIn(content).values();
  return { cwd, result, problems, reasons, files, article: only ?? { front: {}, body: "" } };
}

/** An item whose content is this HTML. */
function showing(html: string, more = ""): string {
  return rss(item(`${more}<content:encoded><![CDATA[${html}]]></content:encoded>`));
}

describe("media that are fetched", () => {
  it("stand below the content folder, by host, and the article names them there, each once", async () => {
    const { host, asked } = await serving(picture);
    const from = `http://${host}`;
    const html = `<p>Words <img src="${from}/a/one.png" alt="A [bracket]"> and again <img src="${from}/a/one.png" alt=""></p>
      <p><img src="${from}/two.png?size=2&amp;x=1" alt="Two" width="3" height="4"></p>`;
    const { files, article, result, problems } = await fetching(showing(html), {
      privateHosts: new Set([host]),
    });
    expect(problems).toEqual([]);
    expect(asked).toEqual(["/a/one.png", "/two.png?size=2&x=1"]);
    expect(files).toEqual([
      "2025/one.md",
      "media/127.0.0.1/a/one.png",
      "media/127.0.0.1/two.png-size-2-x-1.png",
    ]);
    expect(result.media).toBe(2);
    expect(article.body).not.toContain("http:");
    expect(article.body.match(/\.\.\/media\/127\.0\.0\.1\/a\/one\.png/g)).toHaveLength(2);
    expect(article.body).toContain("../media/127.0.0.1/two.png-size-2-x-1.png");
  });

  it("may be the lead picture, recordings, and what a set of pictures names", async () => {
    const { host } = await serving((request, response) => {
      const type = request.url?.endsWith(".mp3") ? "audio/mpeg" : "image/png";
      response.setHeader("content-type", type).end(pixel);
    });
    const from = `http://${host}`;
    const html = `<p>Words</p><picture><source srcset="${from}/s.png 1x, ${from}/l.png 2x"><img src="${from}/s.png" alt="S"></picture>
      <audio controls src="${from}/spoken.mp3"></audio>`;
    const enclosure = `<enclosure url="${from}/show.mp3" length="999" type="audio/mpeg"/>`;
    const { files, article } = await fetching(showing(html, enclosure), { privateHosts: new Set([host]) });
    expect(files).toContain("media/127.0.0.1/show.mp3");
    expect(article.front.enclosures).toEqual([{ url: "../media/127.0.0.1/show.mp3" }]);
    expect(article.body).not.toContain(from);
    const sample = await fetching(
      rss(
        item(
          `<description>x</description><media:content url="${from}/lead.png" medium="image" fileSize="3"/>`,
        ),
        " ",
        ' xmlns:media="http://search.yahoo.com/mrss/"',
      ),
      { privateHosts: new Set([host]) },
    );
    expect(sample.article.front.image).toEqual({ src: "../media/127.0.0.1/lead.png" });
  });

  it("of the site's own address keep their place; what is there already is not asked for", async () => {
    const { host, asked } = await serving(picture);
    const from = `http://${host}/`;
    const source = showing(`<p><img src="${from}2025/a%20b.png" alt="A"></p>`);
    const own = await fetching(source, { privateHosts: new Set([host]) }, folder(), from);
    expect(own.files).toEqual(["2025/a-b.png", "2025/one.md"]);
    expect(own.article.body).toContain("(./a-b.png)");
    await fetching(source, { privateHosts: new Set([host]) }, own.cwd, from);
    expect(asked).toHaveLength(1);
  });

  it("an editor's file in their place stays", async () => {
    const { host } = await serving(picture);
    const cwd = folder();
    const place = join(cwd, "articles/media/127.0.0.1/photo.png");
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, "an editor's");
    const { article } = await fetching(
      showing(`<p><img src="http://${host}/photo" alt="A"></p>`),
      { privateHosts: new Set([host]) },
      cwd,
    );
    expect(readFileSync(place, "utf8")).toBe("an editor's");
    expect(article.body).toContain("../media/127.0.0.1/photo.png");
  });

  it("get the ending of what they are", async () => {
    const { host } = await serving((request, response) => {
      const types: Record<string, string> = {
        "/photo": "image/jpg; q=1",
        "/a.png": "image/webp",
        "/%E0%A4": "image/png",
        "/..%2F..%2Fup.png": "image/png",
        "/": "image/gif",
      };
      response.setHeader("content-type", types[request.url ?? ""] ?? "text/plain").end(pixel);
    });
    const html = ["photo", "a.png", "%E0%A4", "..%2F..%2Fup.png", ""]
      .map((name) => `<p><img src="http://${host}/${name}" alt="A"></p>`)
      .join("");
    const { files, reasons } = await fetching(showing(html), { privateHosts: new Set([host]) });
    expect(reasons).toEqual([]);
    expect(files.filter((name) => name.startsWith("media/"))).toEqual([
      "media/127.0.0.1/E0-A4.png",
      "media/127.0.0.1/a.png.webp",
      "media/127.0.0.1/file.gif",
      "media/127.0.0.1/photo.jpg",
      "media/127.0.0.1/up.png",
    ]);
  });
});

describe("media that are not fetched keep their addresses, and are told of", () => {
  const answers: Record<string, RequestListener> = {
    "/missing.png": (_, response) => response.writeHead(404).end(),
    "/page.png": (_, response) => response.setHeader("content-type", "text/html").end("<p>"),
    "/script.svg": (_, response) => response.setHeader("content-type", "image/svg+xml").end("<svg/>"),
    "/typeless.png": (_, response) => response.end(pixel),
    "/packed.png": (_, response) =>
      response
        .writeHead(200, { "content-type": "image/png", "content-encoding": "gzip" })
        .end(gzipSync(pixel)),
    "/said.png": (_, response) =>
      response.writeHead(200, { "content-type": "image/png", "content-length": 5_000_000 }).end(),
    "/unsaid.png": (_, response) => {
      response.writeHead(200, { "content-type": "image/png" });
      for (let each = 0; each < 40; each++) response.write(Buffer.alloc(65_536));
      response.end();
    },
    "/slow.png": (_, response) => {
      response.writeHead(200, { "content-type": "image/png" }).write(pixel);
    },
    "/round.png": (_, response) => response.writeHead(302, { location: "/round.png" }).end(),
    "/file.png": (_, response) => response.writeHead(302, { location: "file:///etc/passwd" }).end(),
    "/inside.png": (_, response) => response.writeHead(307, { location: "http://127.0.0.2:9/x.png" }).end(),
    "/named.png": (_, response) =>
      response.writeHead(301, { location: "http://me:secret@127.0.0.1/x.png" }).end(),
    "/nowhere.png": (_, response) => response.writeHead(303).end(),
    "/broken.png": (_, response) => {
      response.writeHead(200, { "content-type": "image/png", "content-length": 99 }).write(pixel);
      setTimeout(() => response.destroy(), 50);
    },
  };

  it.each([
    ["missing.png", "its server answered 404"],
    ["page.png", "it is no picture or recording"],
    ["script.svg", "it is no picture or recording"],
    ["typeless.png", "it is no picture or recording"],
    ["packed.png", "it is packed"],
    ["said.png", "it is larger than 1 MB"],
    ["unsaid.png", "it is larger than 1 MB"],
    ["slow.png", "it took longer than 0.5 seconds"],
    ["round.png", "it was redirected more than 5 times"],
    ["file.png", "it is no http or https address"],
    ["inside.png", "it is on a private network"],
    ["named.png", "it has a user's name in it"],
    ["nowhere.png", "its server answered 303"],
    ["broken.png", "aborted"],
  ])("%s: %s", async (name, reason) => {
    const { host } = await serving((request, response) => answers[request.url ?? ""]?.(request, response));
    const url = `http://${host}/${name}`;
    const { reasons, files, article } = await fetching(showing(`<p><img src="${url}" alt="A"></p>`), {
      privateHosts: new Set([host]),
      bytes: 1024 * 1024,
      milliseconds: 500,
    });
    expect(reasons).toEqual([`${url} was not fetched: ${reason}`]);
    expect(files).toEqual(["2025/one.md"]);
    expect(article.body).toContain(url);
  });

  it.each(["127.0.0.1", "localhost", "[::1]"])("nothing of %s, by whatever name", async (name) => {
    const { asked, port } = await serving(picture);
    const url = `http://${name}:${port}/a.png`;
    const { reasons } = await fetching(showing(`<p><img src="${url}" alt="A"></p>`), {});
    expect(reasons).toEqual([`${url} was not fetched: it is on a private network`]);
    expect(asked).toEqual([]);
  });

  it("nor anything once all of them together are too many", async () => {
    const { host } = await serving(picture);
    const html = `<p><img src="http://${host}/a.png" alt="A"><img src="http://${host}/b.png" alt="B"></p>`;
    const { reasons, files } = await fetching(showing(html), {
      privateHosts: new Set([host]),
      total: pixel.length + 1,
    });
    expect(files).toContain("media/127.0.0.1/a.png");
    expect(reasons).toEqual([expect.stringContaining("b.png was not fetched")]);
  });

  it("the command asks nobody unless it is told to, and names hosts that it may ask", async () => {
    const { host, asked } = await serving(picture);
    const source = showing(`<p><img src="http://${host}/a.png" alt="A"></p>`);
    await importing(source);
    await importing(source, ["--media", "--dry-run", "--media-from", host]);
    expect(asked).toEqual([]);
    const { out, articles } = await importing(source, ["--media", "--media-from", host]);
    expect(out).toContain("1 file fetched");
    expect([...articles.values()][0]?.body).toContain("../media/127.0.0.1/a.png");
  });
});

it.each([
  ["93.184.215.14", true],
  ["2606:2800:21f:cb07:6820:80da:af6b:8b2c", true],
  ["10.0.0.1", false],
  ["172.31.255.255", false],
  ["169.254.169.254", false],
  ["0.0.0.0", false],
  ["::ffff:127.0.0.1", false],
  ["[fd00::1]", false],
  ["fe80::1%eth0", false],
  ["64:ff9b::7f00:1", false],
  ["daily.example", false],
])("whether %s is of the public internet: %s", (address, expected) => {
  expect(isPublic(address)).toBe(expected);
});
