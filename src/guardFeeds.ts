import { join } from "node:path";
import { type Renewals, renewals } from "./index/index.ts";
import { ProblemError, problem } from "./problems/index.ts";
import { guard, type PlannedFeed, type Staging, standingItems } from "./publish/index.ts";
import type { Rebuild } from "./rebuild.ts";
import type { Plan } from "./select/index.ts";
import { pathsOf } from "./serialise/index.ts";
import type { Articles } from "./writeFeeds.ts";

/** What is staged, and what a build must not do to it unless somebody insists. */
interface Guarding {
  readonly staging: Staging;
  readonly planned: readonly PlannedFeed[];
  /** Articles that were rendered once, and can't be now. */
  readonly broken: ReadonlySet<string>;
}

/**
 * Looks at what is staged before it is put in place, and tells of what is let pass.
 * @throws ProblemError with what it objects to; nothing staged is left then
 */
export function guardFeeds(guarding: Guarding, articles: Articles, options: Rebuild): void {
  const { report, force } = options;
  const { stories } = articles;
  const renewed = renewalsIn(articles, options);
  if (!force) object(objectionsTo(guarding, articles, renewed, options), guarding.staging);
  for (const { row, former: from } of renewed.ids) {
    const file = stories.reader.absolutePath(stories.path(row));
    report(problem("id-changed", { from, to: stories.article(row)?.id ?? "" }, { file, line: 1 }));
  }
}

/** Every kind of objection in its turn: what follows from one isn't told. */
function* objectionsTo(
  { staging, planned, broken }: Guarding,
  { heads, plans, last, stories }: Articles,
  renewed: Renewals,
  { config }: Rebuild,
) {
  if (config.broken === "fail" && broken.size > 0) yield [problem("articles-broken", { files: [...broken] })];
  yield [...staging.foreign].map((path) => problem("file-foreign", { path: staging.shownAs(path) }));
  // A partner's window, a tag or an archive may well lose all that it has. Where much is lost, the main feed loses too.
  const large = new Set(plans.filter(isLarge).flatMap(pathsOf));
  const guarded = {
    last,
    planned: planned.filter(({ path }) => large.has(path)),
    site: config.site.url,
    known: (id: string) => heads.knows(id),
    standing: (path: string) => standingItems(join(config.output, path)),
    changedIds: renewed.ids.map(({ row, former: from }) => ({
      file: stories.path(row),
      from,
      to: stories.article(row)?.id ?? "",
    })),
    movedDates: renewed.dates.map(({ row, ...dates }) => ({ file: stories.path(row), ...dates })),
  };
  yield guard(guarded, config.guards);
}

function object(objections: ReturnType<typeof objectionsTo>, staging: Staging): void {
  for (const some of objections) {
    if (some.length === 0) continue;
    staging.discard();
    throw new ProblemError(...some);
  }
}

/** The main feed and those that the configuration names: what every reader may have. */
function isLarge({ kind }: Plan): boolean {
  return kind === "main" || kind === "named";
}

/** Stories in those feeds that would come to readers again. */
function renewalsIn({ plans, files, heads, last }: Articles, { state, now }: Rebuild): Renewals {
  const rows = new Set(plans.filter(isLarge).flatMap(({ newest, limit }) => newest(limit)));
  const published = new Set(Object.values(last.ids).flat());
  return renewals(rows, { files, heads, last: state.index, published, now });
}
