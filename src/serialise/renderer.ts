import { type Config, renderedContent } from "../config/index.ts";
import { siblingsOf } from "../delivery/siblings.ts";
import { formats } from "../formats/index.ts";
import type { ArticleReader } from "../parse/index.ts";
import { fileOf } from "../partners/partner.ts";
import { type Assets, createAssets, Renderer } from "../render/index.ts";

/** Where no picture may stand: feeds may be in any folder, other documents have their place. */
function takenIn({ partners, delivery: { page, compress }, output }: Config): string[] {
  const feeds = Object.values(formats).map(({ fileName }) => fileName);
  const own = partners.filter((partner) => partner.output === output).map(fileOf);
  const siblings = siblingsOf([...feeds, "feeds.opml", ...own], compress);
  return [...feeds, "feeds.opml", ...own, ...siblings, ...(page === undefined ? [] : [page])];
}

/** A site's renderer, and the local files that it comes across. */
export function createRenderer(
  config: Config,
  reader: ArticleReader,
  permalinkOf: (path: string) => string | undefined,
): { renderer: Renderer; assets: Assets } {
  const { content, site, feeds } = config;
  const assets = createAssets(content, site.url, takenIn(config));
  const { readingTime } = feeds;
  const mode = renderedContent(config);
  return { assets, renderer: new Renderer({ reader, assets, site, mode, readingTime, permalinkOf }) };
}
