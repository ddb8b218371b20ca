import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { articlePaths } from "./articlePaths.ts";
import { matchPages } from "./matchPages.ts";
import { type AdapterOptions, configOf, feedsOf, type Log } from "./site.ts";

export type { AdapterOptions } from "./site.ts";

/** What Astro's configuration says, as far as it counts here. */
interface AstroSettings {
  readonly site?: string | undefined;
  readonly base: string;
  readonly trailingSlash: "always" | "never" | "ignore";
  readonly root: URL;
  readonly srcDir: URL;
}

/** What Astro has built. */
interface AstroBuild {
  readonly dir: URL;
  readonly pages: readonly { readonly pathname: string }[];
  readonly logger: Log;
}

/** An integration, as Astro 4 and later take it. */
export interface FeedwrightIntegration {
  readonly name: "feedwright";
  readonly hooks: {
    readonly "astro:config:done": (given: { readonly config: AstroSettings }) => void;
    readonly "astro:build:done": (built: AstroBuild) => Promise<void>;
  };
}

/**
 * Writes the feeds into the site that `astro build` has built, with each article at the page that Astro made of it; an
 * article without a page is in no feed, which is told. The address is that of Astro's `site` and `base`.
 * @throws Error where the feeds can't be built
 */
export default function feedwright(options: AdapterOptions = {}): FeedwrightIntegration {
  let settings: AstroSettings | undefined;
  return {
    name: "feedwright",
    hooks: {
      "astro:config:done": ({ config }) => {
        settings = config;
      },
      "astro:build:done": async (built) => {
        if (settings !== undefined) await feedsBeside(built, settings, options);
      },
    },
  };
}

async function feedsBeside(
  built: AstroBuild,
  settings: AstroSettings,
  options: AdapterOptions,
): Promise<void> {
  const root = fileURLToPath(settings.root);
  const output = fileURLToPath(built.dir);
  const { site, base } = settings;
  const url = site === undefined ? undefined : new URL(`${base.replace(/\/$/, "")}/`, site).href;
  const content = fileURLToPath(new URL("content", settings.srcDir));
  const config = await configOf({ root, output, url, content }, options);
  const articles = await articlePaths(config);
  const pages = built.pages.map(({ pathname }) => decoded(pathname).replace(/^\/|\/$|\.html$/g, ""));
  const places = matchPages(new Map([...articles].map(([file, { path }]) => [file, path])), pages);
  const isThere = new Set(pages);
  const lost = [...places].flatMap(([file, page]) =>
    articles.get(file)?.isDue && !isThere.has(page) ? file : [],
  );
  const isLost = new Set(lost);
  const addresses = Object.fromEntries(
    [...places]
      .filter(([file]) => !isLost.has(file))
      .map(([file, page]) => [file, config.site.url + written(page, output, settings)]),
  );
  if (lost.length > 0)
    built.logger.warn(withoutPage(lost.map((file) => relative(root, join(config.content, file)))));
  await feedsOf(config, addresses, { ...options, root, log: built.logger });
}

/** As the page's address is: with the ending that its file has, and the stroke that the site's addresses have. */
function written(page: string, output: string, { trailingSlash }: AstroSettings): string {
  const path = encodeURI(page).replace(/[?#]/g, encodeURIComponent);
  if (existsSync(`${output}/${page}.html`)) return `${path}.html`;
  return trailingSlash === "never" ? path : `${path}/`;
}

function withoutPage(files: readonly string[]): string {
  const more = files.length > 5 ? `, and ${files.length - 5} more` : "";
  const names = files.slice(0, 5).join(", ");
  return `Astro made no page of ${names}${more}: no feed has what has no page`;
}

function decoded(pathname: string): string {
  try {
    return decodeURI(pathname);
  } catch {
    return pathname;
  }
}
