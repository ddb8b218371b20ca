import type { Item } from "../../src/model.ts";
import {
  type DocumentSources,
  PartnerDocument,
  type Recipient,
  type Story,
} from "../../src/partners/index.ts";
import type { Profile } from "../../src/partners/profile/schema.ts";
import { channel } from "../formats/samples.ts";

/** Items as stories, each of a file of its own. */
export function storiesOf(items: readonly Item[]): Story[] {
  return items.map((item, index) => ({ item, file: `${index}.md` }));
}

/** A partner of this profile, with nothing of its own. */
export function recipient(profile: Partial<Profile>, others: Partial<Recipient> = {}): Recipient {
  return {
    name: "partner",
    profile: { name: "partner", title: "Partner", format: "rss", ...profile },
    limit: 50,
    values: {},
    strict: false,
    ...others,
  };
}

/** What a partner gets, and what it doesn't. */
export function written(to: Recipient, sources: Partial<DocumentSources>) {
  const document = new PartnerDocument(to, { channel, stories: [], now: 0, ...sources });
  const text = [...document.chunks()].join("");
  const problems = document.problems.map(({ severity, code, message }) => `${severity} ${code}: ${message}`);
  return { text, document, problems };
}
