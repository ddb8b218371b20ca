/**
 * The pages room: stories and lists of them come in, HTML goes out: a page for each story, the front page,
 * topics' pages, a notice where a story was withdrawn. What they look like is a theme's: a folder of templates,
 * built in or the user's.
 *
 * What can go wrong: a template can't be used (`theme-template`, a `ProblemError`). Whatever an article says, a page
 * keeps its form, runs nothing, and fetches nothing but its pictures and recordings. No clock.
 */
import type { Config } from "../config/index.ts";
import type { Instant, Item } from "../model.ts";
import type { ListPlan, PagePlan, TopicsPlan } from "../select/index.ts";
import { type Data, Engine } from "./engine.ts";
import { type Frame, frameOf } from "./frame.ts";
import { listData, missingData, noticeData, topicsData } from "./lists.ts";
import { type StoryPage, storyData } from "./story.ts";
import type { Teaser } from "./teaser.ts";
import type { Theme } from "./theme.ts";
import { clockOf, type Shown } from "./times.ts";

export { pathOfPage } from "./path.ts";
export { Places } from "./places.ts";

/** What tells a page from those that somebody else wrote, where its template has no word of it. */
const mark = '<meta name="generator" content="feedwright">';

/** A site's pages, in its theme. */
export class Pages {
  readonly #engine: Engine;
  readonly #frame: Frame;
  readonly #shown: (instant: Instant, language: string) => Shown;

  /** @throws ProblemError theme-template */
  constructor(config: Config, theme: Theme) {
    this.#engine = new Engine(theme);
    this.#frame = frameOf(config, theme);
    this.#shown = clockOf(config.site.timezone);
  }

  story(page: StoryPage): string {
    return this.#page("story", storyData(page, this.#frame, this.#shown));
  }

  /** @param teasers of its stories, in order */
  list(plan: ListPlan, teasers: readonly Teaser[]): string {
    return this.#page(plan.kind, listData(plan, teasers, this.#frame, this.#shown));
  }

  topics(plan: TopicsPlan): string {
    return this.#page("topics", topicsData(plan, this.#frame));
  }

  /** What stands at the address of a story that was withdrawn. */
  notice(
    story: Pick<Item, "url" | "language"> & {
      readonly since?: Instant | undefined;
      readonly reason?: string | undefined;
    },
    path: string,
  ): string {
    return this.#page("notice", noticeData(story, path, this.#frame, this.#shown));
  }

  missing(plan: Extract<PagePlan, { kind: "missing" }>): string {
    return this.#page("missing", missingData(plan, this.#frame));
  }

  #page(template: string, data: Data): string {
    const text = this.#engine.render(template, data);
    return text.includes(mark) ? text : `${text}<!--${mark}-->\n`;
  }
}
