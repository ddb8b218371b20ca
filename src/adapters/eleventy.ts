import { relative, resolve, sep } from "node:path";
import type { Addresses, Config } from "../config/index.ts";
import { type AdapterOptions, configOf, feedsOf } from "./site.ts";

export type { AdapterOptions } from "./site.ts";

/** What Eleventy has built: all pages, or with `--incremental` those that hang on what changed. */
interface EleventyBuild {
  readonly directories: { readonly input: string; readonly output: string };
  readonly results: readonly { readonly inputPath: string; readonly url: string | false }[];
  readonly incremental: boolean;
  readonly runMode: "build" | "serve" | "watch";
}

/** Eleventy's configuration, as far as it counts here. */
interface EleventyConfig {
  on(event: "eleventy.after", action: (built: EleventyBuild) => Promise<void>): unknown;
}

/**
 * Writes the feeds into the site that Eleventy 3 has built, with each article at the page that Eleventy made of it;
 * an article without a page is in no feed. An incremental build's pages are added to those of the builds before it in
 * the same process.
 * @throws Error where the feeds can't be built
 */
export default function feedwright(
  eleventyConfig: EleventyConfig,
  // Eleventy's own option of every plugin, when it is run, comes along.
  { immediate, ...options }: AdapterOptions & { readonly immediate?: boolean } = {},
): void {
  const pages = new Map<string, string>();
  eleventyConfig.on("eleventy.after", async ({ directories, results, incremental, runMode }) => {
    if (incremental && runMode === "build") {
      console.info("feedwright: no feeds, as an incremental build doesn't know all pages");
      return;
    }
    // Its paths start from where it runs.
    const root = process.cwd();
    const [content, output] = [resolve(directories.input), resolve(directories.output)];
    const config = await configOf({ root, output, content }, options);
    if (!incremental) pages.clear();
    for (const [file, url] of pagesIn(results, root)) {
      if (url === false) pages.delete(file);
      else pages.set(file, url);
    }
    await feedsOf(config, addressesOf(pages, config), { ...options, root, log: console });
  });
}

/** Of several pages of a file, as pagination makes them, the first is the article's. */
function pagesIn(results: EleventyBuild["results"], root: string): Map<string, string | false> {
  const pages = new Map<string, string | false>();
  for (const { inputPath, url } of results) {
    const file = resolve(root, inputPath);
    pages.set(file, pages.get(file) || url);
  }
  return pages;
}

function addressesOf(pages: ReadonlyMap<string, string>, config: Config): Addresses {
  const addresses: Record<string, string> = {};
  for (const [path, url] of pages) {
    const file = relative(config.content, path).split(sep).join("/");
    if (!file.startsWith("../")) addresses[file] = config.site.url + url.replace(/^\//, "");
  }
  return addresses;
}
