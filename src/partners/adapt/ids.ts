import { entryId } from "../../formats/atom/ids.ts";
import type { Channel } from "../../model.ts";
import type { Filler } from "../fill.ts";
import type { Profile } from "../profile/schema.ts";

/** An id as the profile has it, and in Atom as an IRI; empty where it comes to nothing. */
export function partnersId(id: string, profile: Profile, channel: Channel, filler: Filler): string {
  const own = profile.id === undefined ? id : filler.text(profile.id);
  return profile.format === "atom" && own !== "" ? entryId(channel, own) : own;
}
