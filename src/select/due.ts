import type { Timing } from "../index/index.ts";
import type { Hold, Instant } from "../model.ts";

/**
 * Whether something keeps an article out of all feeds at a moment.
 * Drafts and withdrawals count first, then expiry, then the later of embargo and date.
 */
export function holdOf(article: Timing, now: Instant): Hold | undefined {
  if (article.draft) return { reason: "draft" };
  if (article.withdrawn !== undefined) return { reason: "withdrawn" };
  if (article.expires !== undefined && article.expires <= now) return { reason: "expired" };
  const { published, embargo = published } = article;
  if (article.embargo !== undefined && embargo > now && embargo >= published)
    return { reason: "embargo", until: embargo };
  return published > now ? { reason: "future", until: published } : undefined;
}
