import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Problem } from "../../src/problems/index.ts";
import { type Assets, createAssets } from "../../src/render/index.ts";
import { mediaType } from "../../src/render/media.ts";
import { render } from "./support.ts";

const folder = mkdtempSync(join(tmpdir(), "feedwright-assets-"));
const root = join(folder, "content");
const site = "https://news.example/";

/** The smallest PNG head that tells a size. */
function png(width: number, height: number): Buffer {
  const head = Buffer.from("89504e470d0a1a0a0000000d494844520000000000000000080600000000000000", "hex");
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return head;
}

/** A JPEG of 640 × 480 that its camera was held sideways for. */
const sideways = Buffer.from(
  `ffd8 ffe10022 457869660000 4d4d002a00000008 0001 0112000300000001 00060000 00000000
  ffc00011 08 01e0 0280 03012200021101031101 ffd9`.replace(/\s/g, ""),
  "hex",
);

beforeAll(() => {
  mkdirSync(join(root, "2025", "fotos.jpg"), { recursive: true });
  mkdirSync(join(root, ".hidden"));
  writeFileSync(join(root, "2025", "a b.png"), png(640, 480));
  writeFileSync(join(root, "2025", "Київ&.png"), png(3, 4));
  writeFileSync(join(root, "lead.png"), png(1200, 675));
  writeFileSync(join(root, "talk.mp3"), "x".repeat(1234));
  writeFileSync(join(root, "paper.pdf"), "%PDF");
  writeFileSync(join(root, "sideways.jpg"), sideways);
  writeFileSync(join(root, "broken.jpg"), "no picture");
  writeFileSync(join(root, "drawing.svg"), "<svg onload=X()>");
  writeFileSync(join(root, "page.html"), "<script>X()</script>");
  writeFileSync(join(root, "secret.txt"), "secret");
  writeFileSync(join(root, ".hidden", "x.png"), png(1, 1));
  writeFileSync(join(folder, "outside.png"), png(1, 1));
  symlinkSync(join(folder, "outside.png"), join(root, "escape.png"));
  symlinkSync(folder, join(root, "up"));
  symlinkSync(join(root, "lead.png"), join(root, "alias.png"));
  symlinkSync(join(root, "secret.txt"), join(root, "disguised.png"));
  symlinkSync(join(root, "loop.png"), join(root, "loop.png"));
  symlinkSync(join(root, "nowhere.png"), join(root, "dangling.png"));
  execFileSync("mkfifo", [join(root, "pipe.png")]);
});

afterAll(() => rmSync(folder, { recursive: true }));

function find(reference: string, assets: Assets = createAssets(root, site), file = "2025/story.md") {
  const problems: Problem[] = [];
  const asset = assets.find(reference, file, (each) => problems.push(each));
  return { asset, codes: problems.map(({ code }) => code) };
}

test("a file beside the article is found, measured and given its place on the site", () => {
  expect(find("a%20b.png?v=1#x")).toEqual({
    asset: {
      path: join(root, "2025", "a b.png"),
      outputPath: "2025/a b.png",
      url: "https://news.example/2025/a%20b.png",
      type: "image/png",
      length: 33,
      width: 640,
      height: 480,
    },
    codes: [],
  });
});

test.each([
  ["a b.png", "2025/a b.png", "https://news.example/2025/a%20b.png"],
  ["./Київ&.png", "2025/Київ&.png", "https://news.example/2025/%D0%9A%D0%B8%D1%97%D0%B2%26.png"],
  ["../lead.png", "lead.png", "https://news.example/lead.png"],
  ["../2025/../lead.png", "lead.png", "https://news.example/lead.png"],
  ["../alias.png", "lead.png", "https://news.example/lead.png"],
  ["../talk.mp3", "talk.mp3", "https://news.example/talk.mp3"],
  ["../paper.pdf", "paper.pdf", "https://news.example/paper.pdf"],
])("%s is %s", (reference, outputPath, url) => {
  expect(find(reference).asset).toMatchObject({ outputPath, url });
});

test.each([
  "missing.png",
  "fotos.jpg",
  "../pipe.png",
  "../loop.png",
  "../dangling.png",
  "../drawing.svg",
  "../page.html",
  "../secret.txt",
  "../disguised.png",
  "../.hidden/x.png",
  "/lead.png",
  "https://other.example/lead.png",
  "%E0%A4.png",
  "a%00.png",
  "#lead.png",
  "lead.png/x",
  "../lead.png/x.png",
  "",
])("%s is no file that travels", (reference) => {
  expect(find(reference)).toEqual({ asset: undefined, codes: [] });
});

test.each([
  "../../outside.png",
  "../../../../../../etc/x.png",
  "..%2F..%2Foutside.png",
  "../escape.png",
  "../up/outside.png",
])("%s is outside and is refused", (reference) => {
  expect(find(reference)).toEqual({ asset: undefined, codes: ["asset-outside"] });
});

test("a picture's size is that of how it is shown", () => {
  expect(find("../sideways.jpg").asset).toMatchObject({ width: 480, height: 640 });
});

test("a picture that can't be measured travels, with a warning", () => {
  const { asset, codes } = find("../broken.jpg");
  expect(asset).toMatchObject({ outputPath: "broken.jpg", type: "image/jpeg", length: 10 });
  expect(asset).not.toHaveProperty("width");
  expect(codes).toEqual(["picture-unmeasured"]);
});

test("a file is looked at once a build, its problems are said for every article", () => {
  const file = join(root, "fleeting.jpg");
  writeFileSync(file, "no picture");
  const assets = createAssets(root, site);
  const first = find("../fleeting.jpg", assets);
  rmSync(file);
  expect(find("fleeting.jpg", assets, "other.md")).toEqual(first);
});

test("what is to be copied is told once and in order", () => {
  const assets = createAssets(root, site);
  for (const each of ["../talk.mp3", "../lead.png", "../alias.png", "a b.png", "missing.png"])
    find(each, assets);
  expect(assets.found().map(({ outputPath }) => outputPath)).toEqual([
    "2025/a b.png",
    "lead.png",
    "talk.mp3",
  ]);
});

test.each([
  ["a.MP3", "audio/mpeg"],
  ["a.m4a", "audio/x-m4a"],
  ["a.jpg", "image/jpeg"],
  ["a.jpeg?x=.png#.gif", "image/jpeg"],
  ["a.mp4", "video/mp4"],
  ["a.opus", "audio/ogg"],
  ["a.vtt", "text/vtt"],
  ["a.webp", "image/webp"],
  ["a.avif", "image/avif"],
  ["https://a.example/b", undefined],
  ["png", undefined],
])("%s is %s", (path, type) => {
  expect(mediaType(path)).toBe(type);
});

describe("in an article", () => {
  const withAssets = () => ({ assets: createAssets(root, site) });

  test("local files get their address and pictures their size", () => {
    const body = `![a](<a b.png>) ![b](../lead.png) [paper](../paper.pdf "PDF") [page](../page.html)

<img src="../lead.png" width="600" alt="c" srcset="../lead.png 1x, ../missing.png 2x">
<audio src="../talk.mp3"></audio> <video poster="../lead.png"></video>`;
    const { item, codes } = render({}, body, withAssets());
    expect(
      item?.contentHtml,
    ).toBe(`<p><img src="https://news.example/2025/a%20b.png" alt="a" width="640" height="480"> <img src="https://news.example/lead.png" alt="b" width="1200" height="675"> <a href="https://news.example/paper.pdf" title="PDF">paper</a> <a href="https://news.example/2025/02/page.html">page</a></p>
<img src="https://news.example/lead.png" width="600" alt="c" srcset="https://news.example/lead.png 1x, https://news.example/2025/02/missing.png 2x">
<audio src="https://news.example/talk.mp3" controls=""></audio> <video poster="https://news.example/lead.png" controls=""></video>
`);
    expect(item?.image).toMatchObject({
      url: "https://news.example/2025/a%20b.png",
      width: 640,
      length: 33,
      type: "image/png",
    });
    expect(codes).toEqual([]);
  });

  test("the lead picture is measured, and stands first where the body hasn't got it", () => {
    const image = { src: "../lead.png", alt: 'The "lead"', caption: "In *Kyiv*", credit: "AFP" };
    const { item } = render({ image }, "Text.", withAssets());
    expect(item?.contentHtml).toBe(
      `<figure><img src="https://news.example/lead.png" alt="The &quot;lead&quot;" width="1200" height="675"><figcaption>In Kyiv (AFP)</figcaption></figure>\n<p>Text.</p>\n`,
    );
    expect(item?.image).toEqual({
      url: "https://news.example/lead.png",
      type: "image/png",
      length: 33,
      width: 1200,
      height: 675,
      alt: 'The "lead"',
      caption: "In Kyiv",
      credit: "AFP",
    });
    expect(render({ image }, "![x](../lead.png)", withAssets()).item?.contentHtml).not.toContain("figure");
  });

  test("a lead picture that is missing is said, and looked for on the site", () => {
    const { item, codes } = render({ image: { src: "gone.png" } }, "Text.", withAssets());
    expect(item?.image?.url).toBe("https://news.example/2025/02/story/gone.png");
    expect(codes).toEqual(["picture-missing"]);
  });

  test.each([
    [{ url: "../talk.mp3" }, { url: `${site}talk.mp3`, type: "audio/mpeg", length: 1234 }, []],
    [
      { url: "../talk.mp3", length: 9, type: "audio/x-mine", duration: 61 },
      { type: "audio/x-mine", length: 1234, duration: 61 },
      [],
    ],
    [
      { url: "https://a.example/b.m4a", length: 5, title: "B" },
      { url: "https://a.example/b.m4a", type: "audio/x-m4a", length: 5, title: "B" },
      [],
    ],
    [{ url: "https://a.example/b.mp3" }, { length: 0 }, ["enclosure-length-unknown"]],
    [
      { url: "https://a.example/b", length: 5 },
      { type: "application/octet-stream" },
      ["enclosure-type-unknown"],
    ],
    [
      { url: "gone.mp3" },
      { url: `${site}2025/02/story/gone.mp3`, length: 0 },
      ["enclosure-missing", "enclosure-length-unknown"],
    ],
  ])("the enclosure %j", (reference, expected, problems) => {
    const { item, codes } = render({ enclosures: [reference] }, "Text.", withAssets());
    expect(item?.enclosures).toHaveLength(1);
    expect(item?.enclosures[0]).toMatchObject(expected);
    expect(codes).toEqual(problems);
  });

  test("an enclosure that is no address is left out", () => {
    const { item, codes } = render({ enclosures: [{ url: "javascript:X()" }] }, "Text.", withAssets());
    expect(item?.enclosures).toEqual([]);
    expect(codes).toEqual(["url-unusable"]);
  });
});
