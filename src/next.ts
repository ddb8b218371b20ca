import type { Config } from "./config/index.ts";
import { ignoredBy, walk } from "./discover/index.ts";
import { Stories } from "./index/index.ts";
import { day, type Instant } from "./model.ts";
import type { Report } from "./problems/index.ts";
import { missingSince, readManifest } from "./publish/index.ts";
import { type ReadArticles, readArticles, whereaboutsIn } from "./readArticles.ts";
import { RoomClock } from "./roomClock.ts";
import { type Moment, momentsAfter } from "./select/index.ts";
import { State } from "./state/index.ts";

/** What falls due. */
export interface Coming extends Omit<Moment, "row"> {
  /** Below the content folder; absent where it is gone. */
  readonly file?: string | undefined;
  /** Or the id, where the file is gone. */
  readonly title: string;
}

/** What to look for. */
export interface NextOptions {
  readonly config: Config;
  readonly now: Instant;
  /** Everything, not only what comes first. */
  readonly all: boolean;
  readonly report: Report;
}

/**
 * What falls due after a moment, soonest first: discover → index → select. The last build's index is
 * used as a build would use it, and nothing is written.
 * @throws ProblemError where the content folder can't be read
 */
export async function comingNext({ config, now, all, report }: NextOptions): Promise<readonly Coming[]> {
  const found = walk(config.content, await ignoredBy(config.ignore), report, config.addresses).files;
  const state = new State(config);
  try {
    // What is wrong with articles is a build's to tell.
    const reading = { config, now, state, clock: new RoomClock(), dryRun: true, report };
    const articles = await readArticles(found, reading, () => {});
    const { files, heads, reader } = articles;
    const { article } = new Stories(files, reader, config.content);
    const moments = momentsAfter(now, heads, config, article);
    const ends = missingEnds(articles, state, config, now);
    const first = Math.min(moments[0]?.at ?? Number.POSITIVE_INFINITY, ...ends.map(({ at }) => at));
    const isShown = ({ at }: { readonly at: Instant }) => all || at === first;
    const shown = moments.filter(isShown).map(({ row, ...moment }) => {
      const title = heads.notes.get(row)?.title ?? article(row)?.title ?? "";
      return { ...moment, file: files.path(row), title };
    });
    return [...shown, ...ends.filter(isShown)].sort((a, b) => a.at - b.at);
  } finally {
    state.close();
  }
}

/** When feeds have told long enough of what was published and is gone. */
function missingEnds(
  articles: ReadArticles,
  state: State,
  { root, output, tombstones }: Config,
  now: Instant,
): readonly Coming[] {
  if (tombstones === 0) return [];
  const last = readManifest(root, output);
  const { all } = missingSince(last, whereaboutsIn(articles, state), now, tombstones);
  return all.map(({ id, since }) => ({ at: since + tombstones * day, event: "forgotten", title: id }));
}
