import { systemReason, wording } from "./wording.ts";

/** What can be wrong when feeds are written. */
export const publishProblems = {
  "output-unwritable": wording<{ error: unknown; placed: number }>({
    severity: "fatal",
    why: "A feed that can't be written whole isn't written at all; the old one stays.",
    message: ({ error }) => `this file can't be written: ${systemReason(error)}`,
    hint: ({ error, placed }) =>
      `${
        isFolderMissing(error)
          ? "what stands in its folder's place is a file: `output` has to be a folder"
          : "check the disk's room and the folder's permissions"
      }; ${
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
  "delivery-not-own": wording<{ path: string }>({
    severity: "warning",
    why: "A site's own `index.html` or `_headers` can't be written again, what feedwright writes can.",
    message: ({ path }) => `${path} stays as it is: it wasn't written by feedwright`,
    hint: ({ path }) =>
      `delete it if it isn't needed; else ${
        path.endsWith(".html")
          ? "give the page another place with `delivery.page`"
          : "take the server out of `delivery.servers`, and copy what you need"
      }`,
  }),
  "state-unwritable": wording<{ error: unknown }>({
    severity: "warning",
    why: "Without its notes the next build can't tell whether a feed lost stories by accident.",
    message: ({ error }) => `the notes for the next build can't be kept: ${systemReason(error)}`,
    hint: () => "make the folder writable; the feeds are published all the same",
  }),
  "article-missing": wording<{ id: string; renamed?: string | undefined }>({
    severity: "warning",
    why: "A file that is gone takes its story out of all feeds; with another name it may come as a new one.",
    message: ({ id }) => `the article with the id ${id} was published, and no file has it any more`,
    hint: ({ id, renamed }) =>
      renamed === undefined
        ? "if that is meant, all is done; else bring the file back. A file with `status: withdrawn` tells all partners"
        : `${renamed} looks like it under another name: \`id: ${id}\` there makes it the same story`,
  }),
  "path-shared": wording<{ path: string; documents: readonly string[] }>({
    severity: "fatal",
    why: "Of two documents at one place only one could be read.",
    message: ({ path, documents }) => `${path} would be two documents: ${documents.join(" and ")}`,
    hint: () => "give the partner another `path`",
  }),
  "tags-many": wording<{ count: number; most: number }>({
    severity: "warning",
    why: "Each tag may be a feed: one article mustn't make thousands of them.",
    message: ({ count, most }) => `it has ${count} tags; the first ${most} of them have feeds`,
    hint: () => "leave out those that no reader would subscribe to",
  }),
  "article-kept": wording<object>({
    severity: "warning",
    why: "The configuration says `missing: keep`: what was published stays as it was until somebody withdraws it.",
    message: () => "this article's file is gone; its last version stays in the feeds",
    hint: () => "bring the file back with `status: withdrawn`, or build once with `missing: withdraw`",
  }),
  "articles-missing": wording<{ ids: readonly string[] }>({
    severity: "fatal",
    why: "The configuration says `missing: refuse`: no story may go because its file went.",
    message: ({ ids }) =>
      `${ids.length === 1 ? "an article that was published is" : `${ids.length} articles that were published are`} gone: ${ids.slice(0, 3).join(", ")}${ids.length > 3 ? " …" : ""}`,
    hint: () => "bring the file back, or set `status: withdrawn` in it; if that is meant, build with --force",
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

/** A file stands where a folder has to be. */
function isFolderMissing(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return code === "ENOTDIR" || code === "EEXIST";
}
