import { sep } from "node:path";
import type { LastPublished } from "./publish/index.ts";
import type { PagePlan, Plan } from "./select/index.ts";
import { type Findings, pathsOf, type Renderings } from "./serialise/index.ts";
import type { PartlyStanding, StandingFeed } from "./state/index.ts";

/** What is looked at to see what stands. */
interface Looking {
  readonly standing: PartlyStanding | undefined;
  readonly last: LastPublished;
  readonly renderings: Renderings;
  /** Takes what was found in articles of what stands. */
  readonly findings: Findings;
  /** Below the content folder. */
  readonly pathOf: (row: number) => string;
}

/** Documents and pages that are as they would be written: what their articles hung on is as it was, and the manifest has them. */
export class StandingPlans {
  readonly #known = new Map<number, boolean>();

  constructor(private readonly looking: Looking) {}

  feeds(plans: readonly Plan[]): ReadonlyMap<string, StandingFeed> {
    const { last, standing } = this.looking;
    const feeds = new Map<string, StandingFeed>();
    for (const plan of plans) {
      const feed = standing?.each.get(plan.key);
      const isKnown = pathsOf(plan).every((path) => last.ids[path] !== undefined);
      if (feed && isKnown && plan.newest(feed.examined ?? plan.limit).every(this.#holds))
        feeds.set(plan.key, feed);
    }
    return feeds;
  }

  /** One that had no place is looked at again: another may have gone out of its way. */
  pages(plans: readonly PagePlan[], output: string): ReadonlyMap<string, StandingPage> {
    const { last, standing } = this.looking;
    const others = new Set(last.others);
    const pages = new Map<string, StandingPage>();
    for (const plan of plans) {
      const feed = standing?.each.get(plan.key);
      const [file] = feed?.outputs ?? [];
      if (feed === undefined || file === undefined) continue;
      const path = file.path.slice(output.length + 1).replaceAll(sep, "/");
      const isForeign = feed.problems.length > 0;
      if ((isForeign || others.has(path)) && plan.rows.every(this.#holds))
        pages.set(plan.key, { feed, path, isForeign });
    }
    return pages;
  }

  readonly #holds = (row: number): boolean => {
    const { standing, renderings, findings, pathOf } = this.looking;
    let holding = this.#known.get(row);
    if (holding === undefined) {
      const path = pathOf(row);
      const finding = standing?.findings.get(path);
      holding = finding === undefined || renderings.hold(row, finding);
      if (finding && holding) findings.add(path, finding);
      this.#known.set(row, holding);
    }
    return holding;
  };
}

/** A page that stands, below the output folder; or what is somebody else's in its place. */
export interface StandingPage {
  readonly feed: StandingFeed;
  readonly path: string;
  readonly isForeign: boolean;
}
