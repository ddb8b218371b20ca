import { type Config, renderedContent } from "../config/index.ts";
import { formats } from "../formats/index.ts";
import type { ArticleReader } from "../parse/index.ts";
import { type Assets, createAssets, Renderer } from "../render/index.ts";

/** Names in the output folder that no picture may have. */
const feedFiles = Object.values(formats).map(({ fileName }) => fileName);

/** A site's renderer, and the local files that it comes across. */
export function createRenderer(
  config: Config,
  reader: ArticleReader,
  permalinkOf: (path: string) => string | undefined,
): { renderer: Renderer; assets: Assets } {
  const { content, site, feeds } = config;
  const assets = createAssets(content, site.url, feedFiles);
  const { readingTime } = feeds;
  const mode = renderedContent(config);
  return { assets, renderer: new Renderer({ reader, assets, site, mode, readingTime, permalinkOf }) };
}
