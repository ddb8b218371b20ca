/** A page before it is written: what it is of, and the rows of the articles that it shows something of. */
export type PagePlan = StoryPlan | NoticePlan | ListPlan | TopicsPlan | MissingPlan;

interface Plan {
  /** Tells it from all other plans, from build to build. */
  readonly key: string;
  /** What it shows. Another version of one of them makes it another page. */
  readonly rows: readonly number[];
}

/** A topic's own places. */
export interface TopicPlace {
  readonly label: string;
  /** Below the output folder, ending in `/`. */
  readonly folder: string;
  /** Whether it has a feed there. */
  readonly hasFeed: boolean;
}

/** A story's page: its place follows from its permalink, which only its head tells. */
export interface StoryPlan extends Plan {
  readonly kind: "story";
  readonly row: number;
  readonly newer: number | undefined;
  readonly older: number | undefined;
  readonly topic?: TopicPlace | undefined;
}

/** What stands in the place of a story that was withdrawn. */
export interface NoticePlan extends Plan {
  readonly kind: "notice";
  readonly row: number;
}

/** The front page or a topic's, or one of the older stories that they have no room for. */
export interface ListPlan extends Plan {
  readonly kind: "front" | "topic";
  /** Below the output folder. */
  readonly path: string;
  /** From the oldest on; none for the page that has the newest. */
  readonly number?: number | undefined;
  /** Where newer and older ones stand. */
  readonly newer?: string | undefined;
  readonly older?: string | undefined;
  /** Of a topic's page its topic. */
  readonly topic?: TopicPlace | undefined;
  /** On the front page: those with most stories. */
  readonly topics?: readonly TopicPlace[] | undefined;
}

/** All topics. */
export interface TopicsPlan extends Plan {
  readonly kind: "topics";
  readonly path: string;
  readonly topics: readonly (TopicPlace & { readonly stories: number })[];
}

/** What servers show where nothing is. */
interface MissingPlan extends Plan {
  readonly kind: "missing";
  readonly path: string;
}
