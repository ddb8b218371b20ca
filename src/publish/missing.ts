import { day, type Instant } from "../model.ts";
import type { LastPublished } from "./manifest.ts";

/** What a partner that has a story may have to be told of it again. */
export interface PublishedStory {
  readonly url: string;
  readonly title: string;
  readonly published: Instant;
}

/** An article that was published, and that no file has any more. */
export interface Missing {
  readonly id: string;
  /** The moment of the build that missed it first. */
  readonly since: Instant;
  /** The feed files that had it, below the output folder. */
  readonly feeds: readonly string[];
  /** As partners have it; only of what they may have to be told of. */
  readonly story?: PublishedStory | undefined;
}

/** What is missing now: noticed for the first time, and all that is still told of. */
export interface Missed {
  readonly newly: readonly Missing[];
  readonly all: readonly Missing[];
}

/** What is known of ids. */
export interface Whereabouts {
  /** Which of some ids no article has. */
  unknown(ids: ReadonlySet<string>): ReadonlySet<string>;
  /** Whether it is the file that is gone: one that can't be read any more is still somebody's work. */
  isGone(id: string): boolean;
}

/**
 * Finds what was published and is gone.
 * @param days for how many it is told of
 */
export function missingSince(
  { ids, missing, stories }: LastPublished,
  { unknown, isGone }: Whereabouts,
  now: Instant,
  days: number,
): Missed {
  const asked = new Set([...Object.values(ids).flat(), ...missing.map(({ id }) => id)]);
  const gone = unknown(asked);
  if (gone.size === 0) return { newly: [], all: [] };
  const known = new Set(missing.map(({ id }) => id));
  const newly = [...gone].flatMap((id) => {
    if (known.has(id) || !isGone(id)) return [];
    const feeds = Object.keys(ids).filter((path) => ids[path]?.includes(id));
    return [{ id, since: now, feeds, story: stories[id] }];
  });
  const told = missing.filter(({ id, since }) => gone.has(id) && since + days * day > now);
  return { newly, all: [...told, ...newly] };
}

export function isMissing(data: unknown): data is Missing {
  if (typeof data !== "object" || data === null) return false;
  if (!("id" in data && "since" in data && "feeds" in data)) return false;
  const { id, since, feeds } = data;
  if (typeof id !== "string" || typeof since !== "number" || !Array.isArray(feeds)) return false;
  if ("story" in data && !isStory(data.story)) return false;
  return feeds.every((path) => typeof path === "string");
}

export function isStory(data: unknown): data is PublishedStory {
  if (typeof data !== "object" || data === null) return false;
  if (!("url" in data && "title" in data && "published" in data)) return false;
  const { url, title, published } = data;
  return typeof url === "string" && typeof title === "string" && typeof published === "number";
}
