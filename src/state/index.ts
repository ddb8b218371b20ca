/**
 * The state room: what a build leaves in `.feedwright/` for the next one. All of it can be deleted at
 * any time, and nothing of it is trusted: what is damaged, or was written by another program or for
 * another configuration, is as if it weren't there.
 */
import { join } from "node:path";
import type { Config } from "../config/index.ts";
import type { Files } from "../discover/index.ts";
import { LastIndex } from "../index/index.ts";
import type { Instant } from "../model.ts";
import { thisProgram } from "../sealed/index.ts";
import {
  type Feeds,
  filesStand,
  isStillDue,
  type LastBuild,
  type Outcome,
  readLastBuild,
} from "./lastBuild.ts";

export type { Feeds, LastBuild, Outcome, Standing } from "./lastBuild.ts";

/** The last build's state, for a build of the same configuration by the same program. */
export class State {
  readonly folder: string;
  readonly indexPath: string;
  readonly buildPath: string;
  /** What heads, renderings and feeds hang on beside the articles. */
  readonly context: { readonly index: string; readonly renderings: string; readonly build: string };
  readonly index: LastIndex | undefined;
  readonly #last: LastBuild | undefined;

  constructor(config: Config) {
    this.folder = join(config.root, ".feedwright");
    this.indexPath = join(this.folder, "index");
    this.buildPath = join(this.folder, "build");
    const { content, permalink, site, feeds } = config;
    const { url, language, timezone } = site;
    const program = thisProgram();
    this.context = {
      index: textOf({ program, content, permalink, url, language, timezone }),
      renderings: textOf({ program, content, permalink, site, mode: feeds.content, time: feeds.readingTime }),
      build: textOf({ program, config }),
    };
    this.index = LastIndex.open(this.indexPath, this.context.index);
    this.#last = readLastBuild(this.buildPath, this.context.build);
  }

  /** The last build, if nothing that it hung on has changed: building again would come to the same. */
  standing(files: Files, now: Instant): Outcome | undefined {
    const last = this.#last;
    const same = last && isStillDue(last, now) && last.index === this.index?.id && this.index.holds(files);
    return same && filesStand(last.feeds) ? last.outcome : undefined;
  }

  /**
   * The last build's feeds, if they have the same articles and all else that they hung on is the same.
   * @param permalinkOf the page that a path to an article leads to now
   */
  standingFeeds(version: string, permalinkOf: (path: string) => string | undefined): Feeds | undefined {
    if (this.#last?.version !== version) return undefined;
    const { feeds } = this.#last;
    if (!filesStand(feeds)) return undefined;
    const samePages = feeds.pages.every(([path, page]) => (permalinkOf(path) ?? null) === page);
    return samePages ? feeds : undefined;
  }

  close(): void {
    this.index?.close();
  }
}

function textOf(context: object): string {
  // JSON has no word for a feed without limit.
  return JSON.stringify(context, (_, value) => (value === Number.POSITIVE_INFINITY ? "all" : value));
}
