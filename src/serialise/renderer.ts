import { type Config, renderedContent } from "../config/index.ts";
import { siblingsOf } from "../delivery/siblings.ts";
import { formats } from "../formats/index.ts";
import type { ArticleReader } from "../parse/index.ts";
import { fileOf } from "../partners/partner.ts";
import { type Assets, createAssets, Renderer } from "../render/index.ts";

/** What a site's articles are rendered by: plain data, as it goes to other threads too. */
export interface RenderSettings
  extends Pick<Config, "content" | "permalink" | "addresses" | "site" | "embeds" | "limits"> {
  readonly mode: "full" | "summary";
  readonly readingTime: boolean;
  /** Where no picture may stand. */
  readonly taken: readonly string[];
}

export function renderSettings(config: Config): RenderSettings {
  const { content, permalink, addresses, site, feeds, embeds, limits } = config;
  const { readingTime } = feeds;
  const mode = renderedContent(config);
  return { content, permalink, addresses, site, embeds, limits, mode, readingTime, taken: takenIn(config) };
}

/** Feeds may be in any folder; other documents have their place. */
function takenIn({ partners, pages, delivery: { page, compress }, output }: Config): string[] {
  const feeds = Object.values(formats).map(({ fileName }) => fileName);
  const own = partners.filter((partner) => partner.output === output).map(fileOf);
  const siblings = siblingsOf([...feeds, "feeds.opml", ...own], compress);
  const html = pages === undefined ? (page ?? []) : ["*.html", "*.htm"];
  return [...feeds, "feeds.opml", ...own, ...siblings].concat(html);
}

/** A site's renderer, and the local files that it comes across. */
export function createRenderer(
  { content, taken, ...settings }: RenderSettings,
  reader: ArticleReader,
  permalinkOf: (path: string) => string | undefined,
): { renderer: Renderer; assets: Assets } {
  const assets = createAssets(content, settings.site.url, settings.limits, taken);
  return { assets, renderer: new Renderer({ ...settings, reader, assets, permalinkOf }) };
}
