import { asksForTraits, type Config, isFolder } from "./config/index.ts";
import { ignoredBy, walk } from "./discover/index.ts";
import { readHeads } from "./index/index.ts";
import type { Instant } from "./model.ts";
import { ArticleReader, zoneOf } from "./parse/index.ts";
import { State } from "./state/index.ts";

/**
 * The topics that articles have, those of most articles first: discover → index. The last build's index
 * is used where it knows them, and nothing is written.
 */
export async function topicsOf(config: Config, now: Instant): Promise<readonly string[]> {
  if (!isFolder(config.content)) return [];
  const { files } = walk(config.content, await ignoredBy(config.ignore), () => {});
  const zone = await zoneOf(config.site.timezone);
  const state = new State(config);
  try {
    const last = asksForTraits(config) ? state.index : undefined;
    const reader = new ArticleReader({ ...config, zone, now }, files.root);
    const { traits } = await readHeads({ files, last, reader, config, now, traits: true });
    const counts = new Map<string, number>();
    for (let row = 0; row < files.length; row++) {
      const topic = traits?.of(row).topic;
      if (topic !== undefined) counts.set(topic, (counts.get(topic) ?? 0) + 1);
    }
    return [...counts]
      .sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
      .map(([topic]) => topic);
  } finally {
    state.close();
  }
}
