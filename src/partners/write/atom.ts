import { entryElement } from "../../formats/atom/entry.ts";
import { atom } from "../../formats/atom/writer.ts";
import type { Channel } from "../../model.ts";
import type { Profile } from "../profile/schema.ts";
import type { DocumentWriter } from "./writer.ts";
import { xmlFeedWriter } from "./xmlFeed.ts";

/** Atom 1.0 as `formats/atom` has it, and what the profile makes of it. */
export function atomWriter(profile: Profile, channel: Channel): DocumentWriter {
  return xmlFeedWriter(
    {
      format: atom,
      depth: 1,
      margin: "  ",
      itemName: "entry",
      item: (item, admits) => entryElement(item, channel, admits),
    },
    profile,
    channel,
  );
}
