import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import type { Article } from "../../src/model.ts";
import { ArticleReader, type ReadOptions, zoneOf } from "../../src/parse/index.ts";
import type { Problem } from "../../src/problems/index.ts";
import { usualLimits } from "../limits.ts";

const utc = await zoneOf("UTC");

/** An empty folder, gone again after the test. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "feedwright-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes files below a folder. */
export function write(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

export interface Reading {
  readonly articles: readonly Article[];
  readonly problems: readonly Problem[];
  /** Each problem's code. */
  readonly codes: readonly string[];
  /** Each problem as `file:line:column code`. */
  readonly places: readonly string[];
}

/** Reads files as the parse room does, from a folder of their own. */
export function readAll(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: Partial<ReadOptions> = {},
): Reading {
  const folder = emptyFolder();
  write(folder, files);
  return readPaths(folder, Object.keys(files), options);
}

/** Reads what stands at some paths below a folder. */
export function readPaths(
  folder: string,
  paths: readonly string[],
  options: Partial<ReadOptions> = {},
): Reading {
  const reader = new ArticleReader(
    {
      site: { url: "https://news.example/", language: "en" },
      content: folder,
      permalink: "/:path/",
      limits: usualLimits,
      zone: utc,
      now: Date.UTC(2100, 0),
      ...options,
    },
    folder,
  );
  const readings = paths.map((path) => reader.head(path));
  const articles = readings.flatMap(({ article }) => article ?? []);
  const problems = readings.flatMap((each) => each.problems);
  return {
    articles,
    problems,
    codes: problems.map(({ code }) => code),
    places: problems.map(({ code, place }) => `${place?.file}:${place?.line}:${place?.column} ${code}`),
  };
}

/** The body behind a head, as a build reads it once the article was selected. */
export function bodyOf(folder: string, path: string, happening: () => void = () => {}): string {
  const content = { site: { url: "https://news.example/", language: "en" }, content: folder };
  const reader = new ArticleReader(
    { ...content, permalink: "/:path/", limits: usualLimits, zone: utc, now: 0 },
    folder,
  );
  const { state } = reader.head(path);
  if (state === undefined) throw new Error("no file");
  happening();
  return reader.story(path, state).body;
}

/** Reads one file that has to be an article. */
export function readOne(text: string | Uint8Array, path = "story.md", options: Partial<ReadOptions> = {}) {
  const { articles, problems, codes, places } = readAll({ [path]: text }, options);
  const [article] = articles;
  if (article === undefined)
    throw new Error(`no article: ${problems.map(({ message }) => message).join(", ")}`);
  return { article, problems, codes, places };
}

/** Reads one file that must not become an article; gives its problems as `line:column code`. */
export function refusalsOf(text: string | Uint8Array, path = "story.md"): readonly string[] {
  const { articles, places } = readAll({ [path]: text });
  if (articles.length > 0) throw new Error("it became an article");
  return places.map((place) => place.slice(path.length + 1));
}

/** A YAML head with a title and a date, and more lines. */
export function story(more = "", body = "Text.\n"): string {
  return `---\ntitle: A story\ndate: 2025-02-23\n${more}${more === "" || more.endsWith("\n") ? "" : "\n"}---\n${body}`;
}
