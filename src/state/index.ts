/**
 * The state room: what a build leaves in `.feedwright/` for the next one. All of it can be deleted at
 * any time, and nothing of it is trusted: what is damaged, or was written by another program or for
 * another configuration, is as if it weren't there.
 */
import { join } from "node:path";
import { asksForTraits, type Config, renderedContent } from "../config/index.ts";
import type { Files } from "../discover/index.ts";
import { LastIndex } from "../index/index.ts";
import type { Instant } from "../model.ts";
import { thisProgram } from "../sealed/index.ts";
import type { Finding } from "../serialise/index.ts";
import {
  type Feeds,
  type FeedVersions,
  filesStand,
  isStillDue,
  type LastBuild,
  type Outcome,
  readFindings,
  readLastBuild,
  type StandingFeed,
} from "./lastBuild.ts";

export type { Feeds, FeedVersions, LastBuild, Outcome, Standing, StandingFeed } from "./lastBuild.ts";

type PermalinkOf = (path: string) => string | undefined;

/** What of the last build's feeds is as it would be written now, if what its articles hung on is as it was. */
export interface PartlyStanding {
  /** By the articles' paths. */
  readonly findings: ReadonlyMap<string, Finding>;
  /** By their keys. */
  readonly each: ReadonlyMap<string, StandingFeed>;
}

/** Where a site's state is kept: it can be deleted at any time. */
export function stateFolder({ root }: Config): string {
  return join(root, ".feedwright");
}

/** The last build's state, for a build of the same configuration by the same program. */
export class State {
  readonly folder: string;
  readonly indexPath: string;
  readonly buildPath: string;
  /** What heads, renderings and feeds hang on beside the articles. */
  readonly context: { readonly index: string; readonly renderings: string; readonly build: string };
  readonly index: LastIndex | undefined;
  readonly #last: LastBuild | undefined;
  /** What was found to stand, for the versions that were last asked for: many files were looked at. */
  #found:
    | { readonly versions: FeedVersions; readonly standing: ReadonlyMap<string, StandingFeed> }
    | undefined;

  constructor(config: Config) {
    this.folder = stateFolder(config);
    this.indexPath = join(this.folder, "index");
    this.buildPath = join(this.folder, "build");
    const { content, permalink, addresses, site, feeds, embeds, limits } = config;
    const mode = renderedContent(config);
    const { url, language, timezone } = site;
    const program = thisProgram();
    this.context = {
      index: textOf({
        program,
        content,
        permalink,
        addresses,
        url,
        language,
        timezone,
        traits: asksForTraits(config),
        limits,
      }),
      renderings: textOf({
        program,
        content,
        permalink,
        addresses,
        site,
        mode,
        time: feeds.readingTime,
        embeds,
        limits,
      }),
      build: textOf({ program, config }),
    };
    this.index = LastIndex.open(this.indexPath, this.context.index);
    this.#last = readLastBuild(this.buildPath, this.context.build);
  }

  /** The last build, if nothing that it hung on has changed: building again would come to the same. */
  standing(files: Files, now: Instant): Outcome | undefined {
    const last = this.#last;
    const same = last && isStillDue(last, now) && last.index === this.index?.id && this.index.holds(files);
    return same && areAsTheyWere(last.feeds) ? last.outcome : undefined;
  }

  /**
   * The last build's feeds, if they are the same ones, each of the same articles, and all else that they
   * hung on is the same.
   * @param permalinkOf the page that a path to an article leads to now
   */
  standingFeeds(versions: FeedVersions, permalinkOf: PermalinkOf): Feeds | undefined {
    const feeds = this.#feedsOn(permalinkOf);
    const all = feeds && this.#standingAmong(feeds, versions);
    return all?.size === versions.size && all.size === Object.keys(feeds?.each ?? {}).length
      ? feeds
      : undefined;
  }

  /** Those of the last build's feeds that have the same articles, and what it found in articles. */
  partlyStanding(versions: FeedVersions): PartlyStanding | undefined {
    const [last, findings] = [this.#last, this.findings()];
    return last && findings && { findings, each: this.#standingAmong(last.feeds, versions) };
  }

  /** How many articles the last build looked at for the documents of a plan. */
  readonly examined = (key: string): number | undefined => this.#last?.feeds.each[key]?.examined;

  /** What the last build found in articles, by their paths. */
  findings(): ReadonlyMap<string, Finding> | undefined {
    return this.#last && readFindings(this.#last, this.buildPath, this.context.build);
  }

  /** The last build's feeds, if what they hung on beside their articles is as it was. */
  #feedsOn(permalinkOf: PermalinkOf): Feeds | undefined {
    const feeds = this.#last?.feeds;
    if (feeds === undefined || !filesStand(feeds.inputs)) return undefined;
    return feeds.pages.every(([path, page]) => (permalinkOf(path) ?? null) === page) ? feeds : undefined;
  }

  #standingAmong({ each }: Feeds, versions: FeedVersions): ReadonlyMap<string, StandingFeed> {
    if (this.#found?.versions === versions) return this.#found.standing;
    const entries = Object.entries(each).filter(
      ([key, { version, outputs }]) => versions.get(key) === version && filesStand(outputs),
    );
    const standing = new Map(entries);
    this.#found = { versions, standing };
    return standing;
  }

  close(): void {
    this.index?.close();
  }
}

/** Nothing is asked for twice: all of the feeds' files, and all that they hung on. */
function areAsTheyWere({ inputs, each }: Feeds): boolean {
  return filesStand(inputs) && Object.values(each).every(({ outputs }) => filesStand(outputs));
}

function textOf(context: object): string {
  // JSON has no word for a feed without limit.
  return JSON.stringify(context, (_, value) => (value === Number.POSITIVE_INFINITY ? "all" : value));
}
