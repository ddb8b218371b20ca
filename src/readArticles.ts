import { asksForTraits } from "./config/index.ts";
import type { Files } from "./discover/index.ts";
import { type Heads, headProblems, readHeads } from "./index/index.ts";
import { ArticleReader, type Authors, readAuthors, zoneOf } from "./parse/index.ts";
import { problem, type Report } from "./problems/index.ts";
import type { Whereabouts } from "./publish/index.ts";
import type { Rebuild } from "./rebuild.ts";
import type { State } from "./state/index.ts";
import { keepIndex } from "./state/keep.ts";

/** The articles' heads, and what reads more of them. */
export interface ReadArticles {
  readonly files: Files;
  readonly heads: Heads;
  readonly reader: ArticleReader;
  readonly authors: Authors;
  /** The id of the index that was kept of them. */
  readonly index: string | undefined;
}

/**
 * Reads the heads that are not as the last index has them, and keeps the index.
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
  let [files, heads] = [found, await read(found)];
  const gone = config.missing === "keep" ? (state.index?.gone(files, heads, now) ?? []) : [];
  if (gone.length > 0) {
    files = files.with(gone);
    heads = await read(files);
    for (const { path } of gone) report(problem("article-kept", {}, { file: files.absolutePathOf(path) }));
  }
  const kept = { files, heads, readAt };
  const index = options.dryRun
    ? undefined
    : clock.time("state", () => keepIndex(state, kept, options.report));
  for (const each of headProblems(files, heads)) report(each);
  const reader = new ArticleReader({ ...config, zone, now, people: authors.people }, found.root);
  return { files, heads, reader, authors, index };
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
