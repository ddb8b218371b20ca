import { ProblemError, problem } from "./problems/index.ts";
import type { Plan } from "./select/index.ts";
import { pathsOf } from "./serialise/paths.ts";

/** @throws ProblemError where two documents would stand at one place: disks that take `RSS.XML` for `rss.xml` are common */
export function refuseSharedPaths(plans: readonly Plan[]): void {
  const documents = plans.flatMap((plan) => {
    const shown = plan.kind === "partner" ? () => plan.shownPath : (path: string) => path;
    const name = plan.kind === "partner" ? `the partner ${plan.partner.name}` : plan.title;
    return pathsOf(plan).map((path) => ({ path, shown: shown(path), name }));
  });
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
