import { type Problem, problem, type Report, type Severity } from "../problems/index.ts";
import type { KeyPath, Locate } from "./locator.ts";

/** Of each severity. Nobody reads more of one article, and each one's place costs a search. */
const most = 20;

/** What is wrong with one article, each with its place. */
export class Complaints {
  private readonly counts: Record<Severity, number> = { fatal: 0, error: 0, warning: 0 };

  constructor(
    private readonly locate: Locate,
    private readonly report: Report,
  ) {}

  /** Whether one of them costs the article. */
  get rejected(): boolean {
    return this.counts.error > 0;
  }

  /** @param key where it stands; empty where that is no key */
  add(each: Problem, key: KeyPath): void {
    if (++this.counts[each.severity] <= most) this.report({ ...each, place: this.locate(key) });
  }

  /** Says how many were left out. */
  close(): void {
    const unsaid = Object.values(this.counts).reduce((sum, count) => sum + Math.max(0, count - most), 0);
    if (unsaid > 0) this.report(problem("problems-unsaid", { count: unsaid }, this.locate([])));
  }
}
