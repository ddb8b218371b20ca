import { wording } from "./wording.ts";

/** What can be wrong with what is given to `Feed`. */
export const feedProblems = {
  "feed-item-date": wording<{ item: string }>({
    severity: "error",
    why: "Every format wants to know when an item last changed, and no date can be guessed for it.",
    message: ({ item }) => `the item ${item} has no valid date and is left out`,
    hint: () => "give `date`, and `published` if it is there, as a Date that exists",
  }),
  "feed-item-link": wording<{ item: string; link: string }>({
    severity: "error",
    why: "A feed is read far from its site: a relative link leads nowhere there.",
    message: ({ item, link }) =>
      `the item ${item} has no absolute link and is left out: ${JSON.stringify(link)}`,
    hint: () => "give the whole address, from https:// on",
  }),
  "feed-item-unusable": wording<{ seen: string }>({
    severity: "error",
    why: "What has no fields, or none that can be read, says nothing that could be published.",
    message: ({ seen }) => `an item is ${seen}, and is left out`,
    hint: () => "give each item as an object with `title`, `link` and `date`",
  }),
  "feed-value": wording<{ field: string; of: string; expected: string }>({
    severity: "warning",
    why: "A value of another kind than its field's can't be written, and must not cost the feed its other items.",
    message: ({ field, of, expected }) => `\`${field}\` of ${of} isn't ${expected}, and is left out`,
    hint: () => "",
  }),
  "feed-address": wording<{ what: string; address: string }>({
    severity: "warning",
    why: "An address that isn't absolute can't be followed from a feed reader, so what it stands for is left out.",
    message: ({ what, address }) =>
      `${what} has no absolute address and is left out: ${JSON.stringify(address)}`,
    hint: () => "give the whole address, from https:// on",
  }),
  "feed-extension": wording<{ name: string; reason: string }>({
    severity: "warning",
    why: "An extension that a format can't carry would make the whole feed unreadable.",
    message: ({ name, reason }) => `the extension ${JSON.stringify(name)} is left out: ${reason}`,
    hint: () => "declare its prefix in `namespaces`; give its content as text, elements and attributes",
  }),
};
