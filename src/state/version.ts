import { createHash, randomUUID } from "node:crypto";
import type { Files } from "../discover/index.ts";
import { isSettled } from "../fileState.ts";
import type { Heads } from "../index/index.ts";
import type { Instant } from "../model.ts";
import type { People } from "../parse/index.ts";
import type { FeedPlan } from "../select/index.ts";
import type { FeedVersions } from "./lastBuild.ts";

/** What feeds' versions are made of. */
interface Versioning {
  readonly files: Files;
  readonly heads: Heads;
  readonly now: Instant;
  readonly people: People;
}

/**
 * Tells each feed, in what it says and of which articles, from all others: by their files' states. An
 * article that has a change still to come is another at every moment, and so is one whose file changed
 * just now.
 */
export function versionsOf(plans: readonly FeedPlan[], versioning: Versioning): FeedVersions {
  const people = JSON.stringify([...versioning.people]);
  const known = new Map<number, string>();
  return new Map(plans.map((plan) => [plan.folder, versionOf(plan)]));

  function versionOf({ newest, ...plan }: FeedPlan): string {
    const hash = createHash("sha256").update(people).update(JSON.stringify(plan));
    for (const row of newest(plan.limit)) hash.update(stateOf(row));
    return hash.digest("base64");
  }

  function stateOf(row: number): string {
    let text = known.get(row);
    if (text === undefined) {
      const { files, heads, now } = versioning;
      const [change, state] = [heads.changed(row) ?? now, files.state(row)];
      const moment = isSettled(state) ? (change > now ? now : 0) : randomUUID();
      text = JSON.stringify([files.path(row), ...state, moment]);
      known.set(row, text);
    }
    return text;
  }
}
