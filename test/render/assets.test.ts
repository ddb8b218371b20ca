import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import type { Problem } from "../../src/problems/index.ts";
import { type Assets, createAssets } from "../../src/render/index.ts";
import { mediaType } from "../../src/render/media.ts";
import { usualLimits } from "../limits.ts";
import { makeContentFolder, removeContentFolder, root, site } from "./contentFolder.ts";

beforeAll(makeContentFolder);
afterAll(removeContentFolder);

function find(
  reference: string,
  assets: Assets = createAssets(root, site, usualLimits),
  file = "2025/story.md",
) {
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
      identity: { device: expect.any(BigInt), node: expect.any(BigInt) },
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

test("nor is a hidden one, which is told", () => {
  expect(find("../.hidden/x.png")).toEqual({ asset: undefined, codes: ["asset-hidden"] });
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

/** Root may read everything: it has to be someone else for a while. */
function unprivileged<Result>(action: () => Result): Result {
  if (process.geteuid?.() !== 0) return action();
  process.seteuid?.(65534);
  try {
    return action();
  } finally {
    process.seteuid?.(0);
  }
}

test("a file that may not be read doesn't travel, and that is said", () => {
  const folder = mkdtempSync(join(tmpdir(), "feedwright-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  chmodSync(folder, 0o755);
  writeFileSync(join(folder, "locked.mp3"), "x", { mode: 0 });
  const assets = createAssets(folder, site, usualLimits);
  expect(unprivileged(() => find("locked.mp3", assets, "a.md"))).toEqual({
    asset: undefined,
    codes: ["asset-unreadable"],
  });
  expect(assets.found()).toEqual([]);
});

test.each([
  ["lead.png", false],
  ["LEAD.png", false],
  ["2025", false],
  ["lead", true],
  ["a b.png", true],
])("with %s taken, the files that would stand there don't travel", (taken, travels) => {
  const assets = createAssets(root, site, usualLimits, [taken]);
  const found = [find("../lead.png", assets), find("a b.png", assets)];
  const refused = found.filter(({ codes }) => codes.includes("asset-in-feeds-place"));
  expect(refused).toHaveLength(travels ? 0 : 1);
  expect(assets.found()).toHaveLength(travels ? 2 : 1);
});

test("a file is looked at once a build, its problems are said for every article", () => {
  const file = join(root, "fleeting.jpg");
  writeFileSync(file, "no picture");
  const assets = createAssets(root, site, usualLimits);
  const first = find("../fleeting.jpg", assets);
  rmSync(file);
  expect(find("fleeting.jpg", assets, "other.md")).toEqual(first);
});

test("what is to be copied is told once and in order", () => {
  const assets = createAssets(root, site, usualLimits);
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
