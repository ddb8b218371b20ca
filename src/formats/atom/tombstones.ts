import type { Channel, Tombstone } from "../../model.ts";
import { rfc3339 } from "../dates.ts";
import { attributes, parentElement, textElement } from "../xml.ts";
import { entryId } from "./ids.ts";

const margin = "  ";

/**
 * `at:deleted-entry` for each story that was taken back: RFC 6721, section 3. A feed must not have
 * two of them with one id and one moment: the first stays.
 */
export function deletedEntries(channel: Channel, tombstones: readonly Tombstone[]): string {
  const entries = new Map<string, string>();
  for (const { id, when, reason } of tombstones) {
    const which = attributes({ ref: entryId(channel, id), when: rfc3339(when) });
    if (!entries.has(which)) entries.set(which, deletedEntry(which, reason));
  }
  return [...entries.values()].join("");
}

function deletedEntry(which: string, reason: string | undefined): string {
  return parentElement(margin, "at:deleted-entry", textElement(`${margin}  `, "at:comment", reason), which);
}
