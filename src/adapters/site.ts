/**
 * The adapters room: a generator says what it has built, and the site's feeds are put beside it. They are thin: what
 * a program can't say, the site's `feedwright.yaml` does, and all else is the library's.
 *
 * What can go wrong: all that a build's configuration and articles can be wrong in. What ends a build ends the
 * generator's too, with the problems as its message; the rest is told to its log.
 */
import { build } from "../build.ts";
import { coloursFor } from "../cli/colours.ts";
import { problemList } from "../cli/problemList.ts";
import { type Addresses, type Config, findSource, loadConfig } from "../config/index.ts";
import { nearest } from "../near.ts";
import { type Problem, ProblemError, problem } from "../problems/index.ts";

/** What an adapter can be told; else the site's `feedwright.yaml` says it. */
export interface AdapterOptions {
  /** The configuration file; otherwise it is searched for, from the site's folder upwards. */
  readonly config?: string | undefined;
  /** The site's name: with it, no configuration file is needed. */
  readonly title?: string | undefined;
  /** The site's address, with its base. */
  readonly url?: string | undefined;
  /** Folder of the articles. */
  readonly content?: string | undefined;
  /** How many articles the main feed has; a number, or `all`. */
  readonly limit?: number | "all" | undefined;
  /** Whether an article that is left out fails the site's build. */
  readonly strict?: boolean | undefined;
  /** Whether to publish although a guard stops the build, which would empty a feed or bring its stories again. */
  readonly force?: boolean | undefined;
}

/** Each of them once: the compiler sees to it. */
const optionNames: Readonly<Record<keyof AdapterOptions, true>> = {
  config: true,
  title: true,
  url: true,
  content: true,
  limit: true,
  strict: true,
  force: true,
};

/** What a generator knows of its site. */
export interface GeneratedSite {
  /** The site's folder. */
  readonly root: string;
  /** Where its pages were put. */
  readonly output: string;
  readonly url?: string | undefined;
  /** Where its articles are, unless the options or a configuration file say it. */
  readonly content: string;
}

/** A generator's log. */
export interface Log {
  info(text: string): void;
  warn(text: string): void;
}

/** The configuration of a site's feeds. Throws an `Error` for people where there is none, or it is wrong. */
export async function configOf(site: GeneratedSite, options: AdapterOptions): Promise<Config> {
  const { config, title, limit, url = site.url } = options;
  const hasFile = config !== undefined || findSource(site.root) !== undefined;
  const content = options.content ?? (hasFile ? undefined : site.content);
  const flags = { config, title, url, content, out: site.output, limit: limit?.toString() };
  return await worded(site.root, async () => {
    refuseUnknown(Object.keys(options));
    return await loadConfig({ cwd: site.root, flags });
  });
}

/** @throws ProblemError config-key-unknown */
function refuseUnknown(names: readonly string[]): void {
  const known = Object.keys(optionNames);
  const problems = names
    .filter((name) => !known.includes(name))
    .map((key) => problem("config-key-unknown", { key, known, meant: nearest(key, known), of: "options" }));
  if (problems.length > 0) throw new ProblemError(...problems);
}

/** Whom to tell, and how grave what is told is. */
interface Telling extends Pick<AdapterOptions, "strict" | "force"> {
  readonly root: string;
  readonly log: Log;
}

/** Writes the feeds of the articles that have a page, and says so. Throws an `Error` for people where it can't. */
export async function feedsOf(
  config: Config,
  addresses: Addresses,
  { root, log, strict = false, force }: Telling,
): Promise<void> {
  const result = await worded(root, () => build({ config: { ...config, addresses }, wait: true, force }));
  const { problems, rejected, published, files } = result;
  const text = shown(problems, root, config.content);
  if (strict && rejected > 0) throw readable(text);
  if (text !== "") log.warn(text);
  const feeds = files.filter(({ format, state }) => format !== undefined && state !== "removed").length;
  log.info(
    `${published} ${published === 1 ? "article" : "articles"} in ${feeds} ${feeds === 1 ? "feed" : "feeds"}`,
  );
}

const noColours = coloursFor({ isTTY: false, write() {} }, { env: {} });

async function worded<Result>(root: string, action: () => Promise<Result>): Promise<Result> {
  try {
    return await action();
  } catch (error) {
    throw error instanceof ProblemError ? readable(shown(error.problems, root)) : error;
  }
}

function shown(problems: readonly Problem[], root: string, content?: string): string {
  return problemList(problems, {
    base: content ?? root,
    content,
    cwd: root,
    colours: noColours,
    verbose: false,
  });
}

/** An error that says all: where it was thrown is of no interest to whoever reads it. */
function readable(text: string): Error {
  const error = new Error(text);
  error.name = "feedwright";
  error.stack = "";
  return error;
}
