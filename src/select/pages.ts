import type { Config } from "../config/index.ts";
import type { Planning } from "./feeds.ts";
import type { ListPlan, PagePlan, StoryPlan, TopicPlace } from "./pagePlan.ts";
import { ScopeDivision } from "./scopes.ts";
import { termsIn } from "./traits.ts";

/** What pages are planned from beside what feeds are: each file's path, which outlives its row. */
interface PagePlanning extends Planning {
  readonly pathOf: (row: number) => string;
  /** Of the feeds. */
  readonly folders: ReadonlySet<string>;
}

/** A topic, and its stories, newest first. */
type Topic = TopicPlace & { readonly rows: readonly number[] };

const mostTopics = 10;

/**
 * All pages: of each story that is due, of each that was withdrawn, lists of them all and of each topic's. The
 * stories' come newest first, so that neighbours follow each other.
 */
export function planPages(planning: PagePlanning): PagePlan[] {
  const { config, selection } = planning;
  if (config.pages === undefined) return [];
  const size = config.pages.perPage;
  const rows = selection.newest(Number.POSITIVE_INFINITY);
  const topics = topicsOf(rows, planning);
  const large = topics.toSorted((a, b) => b.rows.length - a.rows.length).slice(0, mostTopics);
  return [
    ...lists({ kind: "front", topics: large.map(placeOf) }, "", rows, size),
    ...topics.flatMap((topic) =>
      lists({ kind: "topic", topic: placeOf(topic) }, topic.folder, topic.rows, size),
    ),
    ...(topics.length === 0 ? [] : [allTopics(topics)]),
    { kind: "missing", key: "404.html", path: "404.html", rows: [] },
    ...stories(rows, topics, planning),
    ...notices(planning),
  ];
}

function placeOf({ label, folder, hasFeed }: TopicPlace): TopicPlace {
  return { label, folder, hasFeed };
}

function topicsOf(rows: readonly number[], { config, heads, people, folders }: PagePlanning): Topic[] {
  const division = new ScopeDivision({ ...anyFeed, by: "topic" });
  const termsOf = termsIn(heads, config, people);
  for (const row of rows) division.add(row, termsOf(row));
  return division.plans(config.site).map(({ label, folder, newest }) => {
    return { label, folder, hasFeed: folders.has(folder), rows: newest(Number.POSITIVE_INFINITY) };
  });
}

const anyFeed = { minimum: 1, limit: Number.POSITIVE_INFINITY, content: "full", formats: [] } as const;

/** Keys of stories begin with what no path in the output folder begins with. */
function stories(rows: readonly number[], topics: readonly Topic[], { pathOf }: PagePlanning): StoryPlan[] {
  const places = new Map(topics.flatMap((topic) => topic.rows.map((row) => [row, placeOf(topic)] as const)));
  return rows.map((row, at): StoryPlan => {
    const [newer, older] = [rows[at - 1], rows[at + 1]];
    const shown = [row, newer, older].filter((each) => each !== undefined);
    return { kind: "story", key: `//${pathOf(row)}`, row, newer, older, topic: places.get(row), rows: shown };
  });
}

/** Of what was published once: an address that was passed on says what became of its story. */
function notices({ selection: { held, now }, heads, pathOf }: PagePlanning): PagePlan[] {
  return held
    .filter(({ row, reason }) => reason === "withdrawn" && heads.published(row) <= now)
    .map(({ row }) => ({ kind: "notice", key: `//${pathOf(row)}`, row, rows: [row] }));
}

function allTopics(topics: readonly Topic[]): PagePlan {
  const path = "topics/index.html";
  const counted = topics.map((topic) => ({ ...placeOf(topic), stories: topic.rows.length }));
  return { kind: "topics", key: path, path, topics: counted, rows: [] };
}

/**
 * A list's pages. They are counted from the oldest on, so that a new story changes the first alone: that
 * one has what is left, and twice as many as the others at the most.
 */
function lists(
  what: Pick<ListPlan, "kind" | "topic" | "topics">,
  folder: string,
  rows: readonly number[],
  size: Exclude<Config["pages"], undefined>["perPage"],
): ListPlan[] {
  const older = Math.max(0, Math.floor(rows.length / size) - 1);
  const pathOf = (number: number) =>
    number > older ? `${folder}index.html` : `${folder}page/${number}/index.html`;
  const first = rows.length - older * size;
  return Array.from({ length: older + 1 }, (_, at): ListPlan => {
    const number = older + 1 - at;
    const path = pathOf(number);
    const start = at === 0 ? 0 : first + (at - 1) * size;
    return {
      ...what,
      topics: at === 0 ? what.topics : undefined,
      key: path,
      path,
      number: at === 0 ? undefined : number,
      newer: at === 0 ? undefined : pathOf(number + 1),
      older: number > 1 ? pathOf(number - 1) : undefined,
      rows: rows.slice(start, at === 0 ? first : start + size),
    };
  });
}
