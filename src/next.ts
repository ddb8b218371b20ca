import type { Config } from "./config/index.ts";
import { ignoredBy, walk } from "./discover/index.ts";
import { readHeads, Stories } from "./index/index.ts";
import type { Instant } from "./model.ts";
import { ArticleReader, zoneOf } from "./parse/index.ts";
import type { Report } from "./problems/index.ts";
import { type Moment, momentsAfter } from "./select/index.ts";
import { State } from "./state/index.ts";

/** What falls due. */
export interface Coming extends Omit<Moment, "row"> {
  /** Below the content folder. */
  readonly file: string;
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
  const { files } = walk(config.content, await ignoredBy(config.ignore), report);
  const zone = await zoneOf(config.site.timezone);
  const reader = new ArticleReader({ ...config, zone, now }, files.root);
  const state = new State(config);
  try {
    const heads = await readHeads({ files, last: state.index, reader, config, now });
    const { article } = new Stories(files, reader, config.content);
    const moments = momentsAfter(now, heads, config.tombstones, article);
    const shown = all ? moments : moments.filter(({ at }) => at === moments[0]?.at);
    return shown.map(({ row, ...moment }) => ({
      ...moment,
      file: files.path(row),
      title: heads.notes.get(row)?.title ?? article(row)?.title ?? "",
    }));
  } finally {
    state.close();
  }
}
