import { directionOf } from "../delivery/index.ts";
import type { Item } from "../model.ts";
import type { ListPlan, PagePlan, TopicsPlan } from "../select/index.ts";
import { type Frame, framed, topicLink } from "./frame.ts";
import { Here } from "./here.ts";
import { listed, type Teaser } from "./teaser.ts";
import type { Shown } from "./times.ts";
import { wordsIn } from "./wordings.ts";

type ShownBy = (instant: number, language: string) => Shown;

/** What the template of a list of stories is given: the front page's, a topic's. */
export function listData(plan: ListPlan, teasers: readonly Teaser[], frame: Frame, shown: ShownBy) {
  const { config } = frame;
  const { site } = config;
  const words = wordsIn(site.language);
  const here = new Here(plan.path, site.url);
  const { topic, topics = [], number } = plan;
  const title = topic?.label ?? site.title;
  const [newer, older] = [plan.newer, plan.older].map((path) =>
    path === undefined ? undefined : here.to(path),
  );
  const page = number === undefined ? undefined : words.page(number);
  return {
    ...framed(frame, here, words, {
      template: plan.kind,
      title: [title, page].filter(Boolean).join(", "),
      description: topic === undefined && page === undefined ? site.description : undefined,
      topic,
      newer,
      older,
      origins: teasers.flatMap(({ image }) => (image ? [new URL(image.url).origin] : [])),
      social: {
        type: "website",
        title,
        description: site.description,
        url: here.address,
        site: site.title,
        tags: [],
      },
    }),
    list: {
      title,
      page,
      topic: topic && topicLink(topic, here, config),
      topics: topics.map((each) => topicLink(each, here, config)),
      allTopics: topics.length > 0 || topic !== undefined ? here.to("topics/index.html") : undefined,
      stories: teasers.map((teaser) => {
        const story = listed(teaser, here, words, { shown, site });
        // A topic's own page says it once.
        return topic === undefined ? story : { ...story, topic: undefined };
      }),
      newer,
      older,
    },
  };
}

/** What the template of all topics is given. */
export function topicsData({ path, topics }: TopicsPlan, frame: Frame) {
  const { config } = frame;
  const words = wordsIn(config.site.language);
  const here = new Here(path, config.site.url);
  return {
    ...framed(frame, here, words, { template: "topics", title: words.topics }),
    topics: topics.map((each) => ({ ...topicLink(each, here, config), stories: each.stories })),
  };
}

/** A story that was taken back: only what its page says of that. */
type Withdrawal = { readonly since?: number | undefined; readonly reason?: string | undefined } & Pick<
  Item,
  "language" | "url"
>;

/** What the template of a notice is given. The headline isn't: it may be what was taken back. */
export function noticeData(
  { since, reason, language, url }: Withdrawal,
  path: string,
  frame: Frame,
  shown: ShownBy,
) {
  const { site } = frame.config;
  const words = wordsIn(language ?? site.language);
  const here = new Here(path, site.url, url);
  return {
    ...framed(frame, here, words, { template: "notice", title: words.withdrawn, isHidden: true }),
    notice: {
      reason,
      since: since === undefined ? undefined : shown(since, words.language),
      direction: directionOf(language ?? site.language),
    },
  };
}

/** What the template of the page is given that servers show where nothing is. */
export function missingData({ path }: Extract<PagePlan, { kind: "missing" }>, frame: Frame) {
  const { site } = frame.config;
  const words = wordsIn(site.language);
  const here = new Here(path, site.url, undefined, true);
  return framed(frame, here, words, { template: "missing", title: words.missing, isHidden: true });
}
