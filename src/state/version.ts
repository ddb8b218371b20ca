import { createHash, randomUUID } from "node:crypto";
import type { Files } from "../discover/index.ts";
import { isSettled } from "../fileState.ts";
import type { Heads } from "../index/index.ts";
import type { Instant } from "../model.ts";
import type { People } from "../parse/index.ts";
import type { PagePlan, Plan } from "../select/index.ts";
import type { FeedVersions } from "./lastBuild.ts";

/** What versions are made of. */
interface Versioning {
  readonly files: Files;
  readonly heads: Heads;
  readonly now: Instant;
  readonly people: People;
}

/** Makes versions: each tells a plan, in what it says and of which articles, from all others. */
export class Versions {
  readonly #people: string;
  readonly #known = new Map<number, string>();

  constructor(private readonly versioning: Versioning) {
    this.#people = JSON.stringify([...versioning.people]);
  }

  /**
   * Of all plans, by their keys.
   * @param examined how many articles the last build looked at for each
   */
  all(plans: readonly Plan[], examined: (key: string) => number | undefined): FeedVersions {
    return new Map(plans.map((plan) => [plan.key, this.of(plan, examined(plan.key) ?? plan.limit)]));
  }

  /** @param examined how many of its articles decide what it says */
  of({ newest, ...plan }: Plan, examined: number): string {
    const hash = createHash("sha256").update(this.#people).update(JSON.stringify(plan));
    for (const row of newest(examined)) hash.update(this.#stateOf(row));
    return hash.digest("base64");
  }

  /**
   * Of all pages, by their keys.
   * @param theme what tells it from all others
   */
  ofPages(plans: readonly PagePlan[], theme: string): FeedVersions {
    const common = createHash("sha256").update(this.#people).update(theme).digest();
    return new Map(plans.map((plan) => [plan.key, this.#ofPage(plan, common)]));
  }

  #ofPage(plan: PagePlan, common: Buffer): string {
    const hash = createHash("sha256")
      .update(common)
      .update(JSON.stringify(wordsOf(plan)));
    for (const row of plan.rows) hash.update(this.#stateOf(row));
    return hash.digest("base64");
  }

  /**
   * An article's version, by its file's state. One that has a change still to come is another at every
   * moment, and so is one whose file changed just now.
   */
  #stateOf(row: number): string {
    let text = this.#known.get(row);
    if (text === undefined) {
      const { files, heads, now } = this.versioning;
      const [change, state] = [heads.changed(row) ?? now, files.state(row)];
      const moment = isSettled(state) ? (change > now ? now : 0) : randomUUID();
      text = JSON.stringify([files.path(row), ...state, moment]);
      this.#known.set(row, text);
    }
    return text;
  }
}

/** What a page's plan says beside its rows, whose numbers are others with each new file. */
function wordsOf(plan: PagePlan): object {
  if (plan.kind === "notice") return { kind: plan.kind };
  if (plan.kind !== "story") return { ...plan, rows: undefined };
  const { kind, newer, older, topic } = plan;
  return { kind, topic, newer: newer !== undefined, older: older !== undefined };
}
