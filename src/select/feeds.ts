import { dirname } from "node:path/posix";
import { type Config, choosesFeeds } from "../config/index.ts";
import type { Heads } from "../index/index.ts";
import { day, type Instant, type Tombstone } from "../model.ts";
import type { People } from "../parse/index.ts";
import { problem, type Report } from "../problems/index.ts";
import { archived } from "./archive.ts";
import type { FeedPlan, Plan } from "./feedPlan.ts";
import { NamedSelection } from "./namedSelection.ts";
import { planPartners } from "./partners.ts";
import { ScopeDivision } from "./scopes.ts";
import type { Selection } from "./selection.ts";
import { type Gone, tombstoneOf } from "./tombstones.ts";
import { type Terms, termsIn } from "./traits.ts";

/** What feeds are planned from. */
export interface Planning {
  readonly config: Config;
  readonly heads: Heads;
  readonly selection: Selection;
  /** Of what was withdrawn, by its row: those that feeds tell of, and those that partners may be told of. */
  readonly tombstones: ReadonlyMap<number, Tombstone>;
  readonly partnerTombstones: ReadonlyMap<number, Tombstone>;
  readonly people: People;
  /** A row's file, as problems name it. */
  readonly fileOf: (row: number) => string;
  readonly report: Report;
  readonly missing: readonly Gone[];
}

/** All documents that are to be, and when the clock alone makes other ones of them. */
export interface Plans {
  readonly plans: readonly Plan[];
  readonly until: Instant;
}

/** All feeds, in one pass over the articles: archives, scopes and selections, partners' documents, the main feed last. */
export function planFeeds(planning: Planning): Plans {
  const { config, selection } = planning;
  const telling = (plan: FeedPlan) => tellingOfMissing(plan, planning);
  if (!choosesFeeds(config) && config.archive === undefined)
    return { plans: [telling(mainFeed(planning))], until: Number.POSITIVE_INFINITY };
  const rows = selection.newest(Number.POSITIVE_INFINITY);
  const [main, ...archives] = archivedFeed(rows, planning);
  const parts = divided(rows, planning).map(telling);
  const partners = planPartners(rows, planning);
  return { plans: [...archives, ...parts, ...partners.plans, telling(main)], until: partners.until };
}

/** A feed that had articles which are gone now tells of them as of those that were withdrawn. */
function tellingOfMissing(plan: FeedPlan, { missing, config, selection }: Planning): FeedPlan {
  if (missing.length === 0 || config.tombstones === 0) return plan;
  const had = (path: string) =>
    dirname(`./${path}`) === dirname(`./${plan.folder}x`) ||
    (plan.kind === "main" && path.startsWith("archive/"));
  const isTold = ({ since }: Gone) => since + config.tombstones * day > selection.now;
  const gone = missing.filter((each) => each.feeds.some(had) && isTold(each));
  return { ...plan, tombstones: [...plan.tombstones, ...gone.map(tombstoneOf)] };
}

function mainFeed({ config, tombstones, selection }: Planning): FeedPlan {
  return {
    ...about(config),
    kind: "main",
    key: "",
    folder: "",
    newest: (count) => selection.newest(count),
    tombstones: [...tombstones.values()],
  };
}

/** What all documents of the main feed say. */
function about({ site, feeds: { limit, content, formats } }: Config) {
  const { title, description, language } = site;
  return { label: title, title, description, language, limit, content, formats };
}

/** The main feed, and the archives of what it has no room for. */
function archivedFeed(
  rows: readonly number[],
  planning: Planning,
): readonly [main: FeedPlan, ...archives: FeedPlan[]] {
  const { config, heads, selection } = planning;
  const main = mainFeed(planning);
  const { archive: by, feeds, site } = config;
  if (by === undefined) return [main];
  const times = {
    published: (row: number) => heads.published(row),
    changed: (row: number) => selection.changed(row),
  };
  const { gone } = selection;
  const places = gone.size === 0 ? rows : selection.inOrder([...rows, ...gone]);
  const division = { by, timezone: site.timezone, limit: feeds.limit };
  const { current, blocks, previous } = archived(places, gone, times, division);
  const own = { limit: current.length, newest: () => current, archive: { isArchive: false, previous } };
  const archives = blocks.map(({ folder, rows, place }): FeedPlan => {
    const limit = rows.length;
    return {
      ...about(config),
      kind: "archive",
      key: folder,
      folder,
      limit,
      newest: () => rows,
      tombstones: [],
      archive: place,
    };
  });
  return [{ ...main, ...own }, ...archives];
}

/** A feed for each topic, author, tag and language, and for each selection. */
function divided(rows: readonly number[], planning: Planning): FeedPlan[] {
  const { config, heads, tombstones, people, report } = planning;
  if (!choosesFeeds(config)) return [];
  const scopes = config.scopes.map((scope) => new ScopeDivision(scope));
  const selections = config.selections.map((each) => new NamedSelection(each));
  const divisions = [...scopes, ...selections];
  const termsOf = termsIn(heads, config, people);
  for (const row of rows) {
    const terms = withinReason(termsOf(row), row, planning);
    for (const each of divisions) each.add(row, terms);
  }
  for (const [row, tombstone] of tombstones) for (const each of divisions) each.bury(tombstone, termsOf(row));
  const place = config.file === undefined ? undefined : { file: config.file };
  for (const { isEmpty, feed } of rows.length > 0 ? selections : [])
    if (isEmpty) report(problem("selection-empty", { name: feed.name }, place));
  return divisions.flatMap((each) => each.plans(config.site));
}

/** Nobody's article is about more, or by more than a page can name; each may be three files. */
const most = 100;

function withinReason(terms: Terms, row: number, { fileOf, report }: Planning): Terms {
  for (const of of ["tag", "author"] as const) {
    const count = terms[of].length;
    if (count > most) report(problem("tags-many", { of, count, most }, { file: fileOf(row), line: 1 }));
  }
  if (terms.tag.length <= most && terms.author.length <= most) return terms;
  return { ...terms, tag: terms.tag.slice(0, most), author: terms.author.slice(0, most) };
}
