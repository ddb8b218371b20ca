import { asksForTraits } from "./config/index.ts";
import type { Files } from "./discover/index.ts";
import { type Heads, headProblems, readHeads } from "./index/index.ts";
import type { Instant } from "./model.ts";
import { ArticleReader, type Authors, readAuthors, zoneOf } from "./parse/index.ts";
import { ProblemError, problem, type Report } from "./problems/index.ts";
import type { Whereabouts } from "./publish/index.ts";
import type { Rebuild } from "./rebuild.ts";
import type { State } from "./state/index.ts";

/** The articles' heads, and what reads more of them. */
export interface ReadArticles {
  readonly files: Files;
  readonly heads: Heads;
  readonly reader: ArticleReader;
  readonly authors: Authors;
  /** Rows that say what their files said last: those are gone, or can't be read any more. */
  readonly kept: ReadonlySet<number>;
  /** When the first head was read. */
  readonly readAt: Instant;
}

/**
 * Reads the heads that are not as the last index has them.
 * @param report told of what is wrong with articles
 */
export async function readArticles(found: Files, options: Rebuild, report: Report): Promise<ReadArticles> {
  const { config, now, state, clock } = options;
  const zone = await clock.timeAsync("load", () => zoneOf(config.site.timezone));
  const authors = readAuthors(config, report);
  // The index outlives the list of authors.
  const headReader = new ArticleReader({ ...config, zone, now }, found.root);
  const traits = asksForTraits(config);
  const readAt = Date.now();
  const read = (files: Files) =>
    clock.timeAsync("index", () =>
      readHeads({ ...options, files, last: state.index, reader: headReader, traits }),
    );
  const { files, heads, gone } = await withGone(found, read, options);
  const broken = (state.index?.broken(files, heads, now) ?? []).filter((row) => !gone.has(row));
  const kept = new Set([...gone, ...(config.broken === "keep" ? broken : [])]);
  const wrong = headProblems(files, heads, (row) => !gone.has(row));
  state.index?.restore(kept, files, heads);
  for (const each of wrong) report(each);
  for (const row of gone) report(problem("article-kept", {}, { file: files.absolutePath(row) }));
  if (config.broken === "fail" && broken.length > 0 && !options.force)
    throw new ProblemError(problem("articles-broken", { files: broken.map((row) => files.path(row)) }));
  if (config.broken === "keep")
    for (const row of broken) report(problem("article-stale", {}, { file: files.absolutePath(row) }));
  const reader = new ArticleReader({ ...config, zone, now, people: authors.people }, found.root);
  return { files, heads, reader, authors, kept, readAt };
}

/** The files that were found and those that are gone, where these are kept. */
async function withGone(
  found: Files,
  read: (files: Files) => Promise<Heads>,
  { config, state, now }: Rebuild,
): Promise<{ readonly files: Files; readonly heads: Heads; readonly gone: ReadonlySet<number> }> {
  const heads = await read(found);
  const gone = config.missing === "keep" ? (state.index?.gone(found, heads, now) ?? []) : [];
  if (gone.length === 0) return { files: found, heads, gone: new Set() };
  const files = found.with(gone);
  const paths = new Set(gone.map(({ path }) => path));
  const rows = Array.from({ length: files.length }, (_, row) => row);
  return { files, heads: await read(files), gone: new Set(rows.filter((row) => paths.has(files.path(row)))) };
}

/** What is known of ids. Where the last index doesn't know an id, an article that can't be read now may be the one that had it. */
export function whereaboutsIn({ files, heads }: ReadArticles, state: State): Whereabouts {
  return {
    unknown: (ids) => heads.unknown(ids),
    isGone: (id) => {
      const place = state.index?.whereabouts(id, files) ?? "unknown";
      return place === "gone" || (place === "unknown" && !heads.someRejected);
    },
  };
}
