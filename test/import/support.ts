import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { CORE_SCHEMA, load } from "js-yaml";
import { expect } from "vitest";
import { folder, run } from "../cli/support.ts";

/** An article's file as an editor sees it. */
export interface Written {
  readonly front: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** What an import came to. */
export interface Imported {
  readonly cwd: string;
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
  /** By path below the folder of the articles, in the order of their paths. */
  readonly articles: ReadonlyMap<string, Written>;
}

/** Runs `feedwright import` on a source, in a folder of its own or in one that is there. */
export async function importing(
  source: string | Uint8Array,
  argv: readonly string[] = [],
  cwd = folder(),
  name = "source",
): Promise<Imported> {
  mkdirSync(dirname(join(cwd, name)), { recursive: true });
  writeFileSync(join(cwd, name), source);
  const { exitCode, out, err } = await run(["import", name, ...argv], { cwd });
  return { cwd, exitCode, out, err, articles: articlesIn(join(cwd, "articles")) };
}

/** The one article that came of a source; nothing was wrong with it. */
export async function imported(source: string | Uint8Array, argv: readonly string[] = []): Promise<Written> {
  const { articles, err, exitCode } = await importing(source, argv);
  expect({ err, exitCode }).toEqual({ err: "", exitCode: 0 });
  const [only, ...others] = [...articles.values()];
  expect(others).toEqual([]);
  if (only === undefined) throw new Error("nothing was imported");
  return only;
}

/** Reads the Markdown files of a folder. */
export function articlesIn(root: string): ReadonlyMap<string, Written> {
  let names: string[] = [];
  try {
    names = readdirSync(root, { recursive: true, encoding: "utf8" });
  } catch {
    // There are none.
  }
  const files = names.filter((name) => name.endsWith(".md")).sort();
  return new Map(files.map((name) => [name, writtenIn(readFileSync(join(root, name), "utf8"))]));
}

function writtenIn(text: string): Written {
  const [, head, body = ""] = /^---\n(.*?\n)---\n\n(.*)\n$/s.exec(text) ?? [];
  if (head === undefined) return { front: {}, body: text };
  const front = load(head, { schema: CORE_SCHEMA });
  if (typeof front !== "object" || front === null) throw new Error(`no front matter: ${text.slice(0, 200)}`);
  return { front: { ...front }, body };
}

/** An RSS document with these items. */
export function rss(items: string, channel = "", attributes = ""): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom"${attributes}>
<channel>
<title>The Daily</title><link>https://daily.example/</link>${channel}
${items}
</channel>
</rss>
`;
}

/** An item with an id, a title and a date, and whatever else. */
export function item(more = "", title = "One"): string {
  return `<item><title>${title}</title><link>https://daily.example/one/</link><guid>https://daily.example/one/</guid>
<pubDate>Sun, 23 Feb 2025 18:30:00 +0200</pubDate>${more}</item>`;
}
