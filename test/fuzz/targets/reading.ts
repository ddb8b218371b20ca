import assert from "node:assert/strict";
import type { ReadOptions } from "../../../src/parse/index.ts";
import { ArticleReader, zoneOf } from "../../../src/parse/index.ts";
import type { Problem } from "../../../src/problems/index.ts";
import { createAssets, Renderer } from "../../../src/render/index.ts";
import { usualLimits as limits } from "../../limits.ts";

const site = { url: "https://news.example/blog/", language: "en", authors: [{ name: "The desk" }] };
const zone = await zoneOf("Europe/Kyiv");

/** Reads and renders the articles of a folder as a build does. */
export function readingOf(folder: string, options: Partial<ReadOptions> = {}) {
  const permalink = "/:topic/:year/:month/:slug/";
  const reader = new ArticleReader(
    { site, content: folder, permalink, zone, now: Date.UTC(2100, 0), limits, ...options },
    folder,
  );
  const renderer = new Renderer({
    reader,
    site,
    mode: "full",
    readingTime: true,
    embeds: [],
    limits,
    assets: createAssets(folder, site.url, limits),
  });
  return { reader, renderer };
}

/** Something is said of whatever isn't published, and said to be no warning. */
export function expectExplained(problems: readonly Problem[], isThere: boolean): void {
  const severe = problems.filter(({ severity }) => severity !== "warning").map(({ code }) => code);
  assert.equal(
    severe.length === 0,
    isThere,
    isThere ? `published all the same: ${severe}` : "lost without a word",
  );
}
