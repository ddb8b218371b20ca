/**
 * The notify room: the last build's feeds, as they stand in the output folder, and hubs come in; each
 * hub is told of those whose bytes it doesn't know yet (W3C WebSub, section 6), and what became of it
 * goes out. What a hub took is kept in `.feedwright/`; all else is owed, and told the next time.
 *
 * What can go wrong: there is no hub, or no build is known (`ProblemError`). A hub that is down, slow or
 * refuses is a warning; so is a feed that can't be read or isn't served yet.
 */
import type { Config } from "../config/index.ts";
import { type Problem, ProblemError, problem, type Report } from "../problems/index.ts";
import { atMost } from "./atMost.ts";
import { type Feed, publicFeeds } from "./feeds.ts";
import { notLive } from "./live.ts";
import { owedTo } from "./notices.ts";
import { type Pace, usualPace } from "./pace.ts";
import { tell } from "./tell.ts";

/** Whether text is an address that a hub can have. */
export { isAddress as isHub } from "../config/index.ts";
export type { Feed } from "./feeds.ts";
export type { Pace } from "./pace.ts";

/** What is asked of the room. */
export interface NotifyOptions {
  readonly config: Config;
  /** Other hubs than the configuration's. */
  readonly hubs?: readonly string[] | undefined;
  /** Say what would be told, and ask nobody for anything. */
  readonly dryRun?: boolean | undefined;
  /** Tell only of feeds whose own address serves them as they stand in the output folder. */
  readonly check?: boolean | undefined;
  readonly pace?: Pace | undefined;
  /** Stops it: what was told until then is kept, and its reason is thrown. */
  readonly signal?: AbortSignal | undefined;
}

/** What became of one hub's notices: each public feed is in one of the three. */
export interface HubNotices {
  readonly hub: string;
  /** It knew of these already. */
  readonly known: readonly Feed[];
  /** It was told of these, and took them. */
  readonly told: readonly Feed[];
  /** It has still to be told of these. */
  readonly owed: readonly Feed[];
}

/** What became of all. */
export interface NotifyResult {
  readonly hubs: readonly HubNotices[];
  readonly problems: readonly Problem[];
}

const hubsAtOnce = 4;
const checksAtOnce = 4;

/** @throws ProblemError hub-missing, feeds-unknown; and the signal's reason */
export async function notify(options: NotifyOptions): Promise<NotifyResult> {
  const { config, dryRun = false, pace = usualPace, signal } = options;
  const hubs = hubsOf(options);
  const problems: Problem[] = [];
  const report: Report = (each) => problems.push(each);
  const feeds = await publicFeeds(config, report);
  const debts = hubs.map((hub) => ({ hub, owed: owedTo(hub, feeds, config.root) }));
  const isLive = await liveOf(debts, options, report);
  const telling = { feeds, root: config.root, pace, signal, report };
  const outcomes = await atMost(hubsAtOnce, debts, async ({ hub, owed }) => {
    const told = dryRun ? [] : await tell(hub, owed.filter(isLive), telling);
    return {
      hub,
      told,
      owed: owed.filter((feed) => !told.includes(feed)),
      known: feeds.filter((feed) => !owed.includes(feed)),
    };
  });
  return { hubs: outcomes, problems };
}

/**
 * The hubs to tell, each once.
 * @throws ProblemError hub-missing
 */
export function hubsOf({ config, hubs = config.websub.hubs }: Pick<NotifyOptions, "config" | "hubs">) {
  if (hubs.length === 0) throw new ProblemError(problem("hub-missing", {}));
  return [...new Set(hubs.map((hub) => new URL(hub).href))];
}

/** Tells feeds that are served from those that aren't yet; without a check, all count as served. */
async function liveOf(
  debts: readonly { readonly owed: readonly Feed[] }[],
  { check = false, dryRun = false, pace = usualPace, signal }: NotifyOptions,
  report: Report,
): Promise<(feed: Feed) => boolean> {
  if (!check || dryRun) return () => true;
  const owed = [...new Set(debts.flatMap((each) => each.owed))];
  const hidden = new Set<Feed>();
  const deadline = performance.now() + pace.total;
  await atMost(checksAtOnce, owed, async (feed) => {
    const found = await notLive(feed, pace, deadline, signal);
    if (found === undefined) return;
    report(found);
    hidden.add(feed);
  });
  return (feed) => !hidden.has(feed);
}
