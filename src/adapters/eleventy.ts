import { relative, resolve, sep } from "node:path";
import type { Addresses, Config } from "../config/index.ts";
import { type AdapterOptions, configOf, feedsOf } from "./site.ts";

export type { AdapterOptions } from "./site.ts";

/** What Eleventy has built. */
interface EleventyBuild {
  readonly directories: { readonly input: string; readonly output: string };
  readonly results: readonly { readonly inputPath: string; readonly url: string | false }[];
}

/** Eleventy's configuration, as far as it counts here. */
interface EleventyConfig {
  on(event: "eleventy.after", action: (built: EleventyBuild) => Promise<void>): unknown;
}

/**
 * Writes the feeds into the site that Eleventy 3 has built, with each article at the page that Eleventy made of it;
 * an article without a page is in no feed.
 * @throws Error where the feeds can't be built
 */
export default function feedwright(eleventyConfig: EleventyConfig, options: AdapterOptions = {}): void {
  eleventyConfig.on("eleventy.after", async ({ directories, results }) => {
    // Its paths start from where it runs.
    const root = process.cwd();
    const [content, output] = [resolve(directories.input), resolve(directories.output)];
    const config = await configOf({ root, output, content }, options);
    await feedsOf(config, addressesIn(results, root, config), { ...options, root, log: console });
  });
}

/** Of several pages of a file, as pagination makes them, the first is the article's. */
function addressesIn(results: EleventyBuild["results"], root: string, config: Config): Addresses {
  const addresses: Record<string, string> = {};
  for (const { inputPath, url } of results) {
    const file = relative(config.content, resolve(root, inputPath)).split(sep).join("/");
    if (url !== false && !file.startsWith("../"))
      addresses[file] ??= config.site.url + url.replace(/^\//, "");
  }
  return addresses;
}
