import { day, type Instant, type Tombstone } from "../model.ts";
import type { Profile } from "./profile/schema.ts";

const usualDays = 30;

/** Until when a profile tells of a withdrawal; nothing where it never does. */
export function tellsUntil({ deletion }: Profile, { when }: Pick<Tombstone, "when">): Instant | undefined {
  return deletion && when + (deletion.days ?? usualDays) * day;
}
