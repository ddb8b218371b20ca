import type { Published } from "./feedsOutcome.ts";
import { stateAt } from "./fileState.ts";
import {
  type LastPublished,
  type Ownership,
  type PlannedFeed,
  type Staging,
  switchTree,
  writeManifest,
} from "./publish/index.ts";
import type { Rebuild } from "./rebuild.ts";
import type { Articles } from "./writeFeeds.ts";

/** What is to be in place: documents with their items, and files beside them; and what no longer. */
interface Placed {
  readonly planned: readonly PlannedFeed[];
  readonly others: readonly string[];
  readonly media: readonly string[];
  readonly ownership: Ownership;
  readonly ended: readonly string[];
  readonly stories: LastPublished["stories"];
}

/** Puts the feeds in place; gives what became of each file, and those that stand as they stand then. */
export async function putInPlace(
  staging: Staging,
  { planned, others, media, ownership, ended, stories }: Placed,
  { plans, missing, last }: Articles,
  { config, report, dryRun, signal }: Rebuild,
): Promise<Published> {
  const files = staging.files();
  staging.hide(last.hidden);
  if (dryRun) {
    staging.discard();
    return { files: [...files, ...staging.remove(ended)], states: new Map() };
  }
  const note = (published: LastPublished, told = report) =>
    writeManifest(config.root, config.output, published, told);
  const partners = plans.flatMap((plan) => (plan.kind === "partner" ? [[plan.path, plan.shownPath]] : []));
  const hidden: LastPublished["hidden"] = Object.fromEntries(partners);
  const fresh = files.filter(({ path, state }) => state !== "unchanged" && !ownership.names(path));
  // Whatever ends this build before it is done, the next one knows these for its own. What can't be noted is told in the end.
  const placing = [...last.placing, ...fresh.map(({ path }) => path)];
  if (fresh.length > 0) note({ ...last, placing, hidden: { ...last.hidden, ...hidden } }, () => {});
  const states = await staging.commit();
  const removed = staging.remove(ended);
  const { output, link } = config;
  if (link !== undefined) await switchTree(output, link, signal);
  const ids = Object.fromEntries(planned.map(({ path, ids }) => [path, ids]));
  note({ ids, missing, stories, others, media, placing: [], hidden, site: config.site.url });
  return {
    files: [...files, ...removed],
    states: new Map(files.map(({ path }, at) => [path, states[at]])),
    tree: link === undefined ? undefined : { path: link, state: stateAt(link) },
  };
}
