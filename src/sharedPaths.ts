import type { Config } from "./config/index.ts";
import { ProblemError, problem } from "./problems/index.ts";
import type { Plan } from "./select/index.ts";
import { pathsOf } from "./serialise/paths.ts";

/** @throws ProblemError where two documents would stand at one place: disks that take `RSS.XML` for `rss.xml` are common */
export function refuseSharedPaths(plans: readonly Plan[], { delivery: { page } }: Config): void {
  const documents = plans.flatMap((plan) => {
    const shown = plan.kind === "partner" ? () => plan.shownPath : (path: string) => path;
    const name = plan.kind === "partner" ? `the partner ${plan.partner.name}` : plan.title;
    return pathsOf(plan).map((path) => ({ path, shown: shown(path), name }));
  });
  documents.push({ path: "feeds.opml", shown: "feeds.opml", name: "the list of feeds" });
  if (page !== undefined) documents.push({ path: page, shown: page, name: "the page" });
  const byPath = new Map<string, (typeof documents)[number]>();
  for (const each of documents) {
    const other = byPath.get(each.path.toLowerCase());
    if (other)
      throw new ProblemError(
        problem("path-shared", { path: each.shown, documents: [other.name, each.name] }),
      );
    byPath.set(each.path.toLowerCase(), each);
  }
}
