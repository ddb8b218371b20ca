import { systemReason, wording } from "./wording.ts";

/** What can be wrong when feeds are written. */
export const publishProblems = {
  "output-unwritable": wording<{ error: unknown; placed: number }>({
    severity: "fatal",
    why: "A feed that can't be written whole isn't written at all; the old one stays.",
    message: ({ error }) => `this file can't be written: ${systemReason(error)}`,
    hint: ({ placed }) =>
      `check the disk's room and the folder's permissions; ${
        placed === 0
          ? "nothing was changed"
          : `${placed} other file${placed === 1 ? " is" : "s are"} in place`
      }`,
  }),
  "media-unreadable": wording<{ error: unknown }>({
    severity: "fatal",
    why: "A feed must not name a picture or recording that isn't published beside it.",
    message: ({ error }) => `this file can't be copied: ${systemReason(error)}`,
    hint: () => "it was there when its article was rendered; build again",
  }),
  "state-unwritable": wording<{ error: unknown }>({
    severity: "warning",
    why: "Without its notes the next build can't tell whether a feed lost stories by accident.",
    message: ({ error }) => `the notes for the next build can't be kept: ${systemReason(error)}`,
    hint: () => "make the folder writable; the feeds are published all the same",
  }),
  "feed-emptied": wording<{ feed: string; before: number }>({
    severity: "fatal",
    why: "An empty feed is nearly always a mistake: a wrong folder, a failed checkout, a wrong clock.",
    message: ({ feed, before }) =>
      `${feed} would become empty; the last build gave it ${before} item${before === 1 ? "" : "s"}`,
    hint: () => "if that is meant, build with --force",
  }),
  "feed-shrunk": wording<{ feed: string; before: number; lost: number }>({
    severity: "fatal",
    why: "Stories that vanish without being withdrawn point at a lost folder or at ids that changed.",
    message: ({ feed, before, lost }) =>
      `${lost} of the ${before} items that ${feed} had are gone, or have another id now`,
    hint: () =>
      "did `permalink` or `site.url` change? then every item comes again to every reader; if that is meant, build with --force",
  }),
};
