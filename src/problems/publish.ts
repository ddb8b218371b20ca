import { systemReason, wording } from "./wording.ts";

/** Who is at work. */
export interface LockOwner {
  readonly pid: number;
  readonly host: string;
  readonly since: string;
}

/** What can be wrong when feeds are written. */
export const publishProblems = {
  "build-running": wording<{ owner?: LockOwner | undefined }>({
    severity: "fatal",
    why: "Two builds that write the same feeds at once could each undo what the other did.",
    message: ({ owner }) =>
      owner === undefined
        ? "another build of this site is starting"
        : `another build of this site is running: process ${owner.pid} on ${owner.host}, since ${owner.since}`,
    hint: () =>
      "wait for it with --wait; the lock of a build that was killed is taken over, after five minutes if it ran on another machine",
  }),
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
  "file-foreign": wording<{ path: string }>({
    severity: "fatal",
    why: "Another program may write its own feed to the same place; what feedwright didn't write, it doesn't write over.",
    message: ({ path }) => `${path} is there already, and wasn't written by feedwright`,
    hint: () =>
      "choose another folder (`output`, `--out`), or delete that file; to write over it, build once with --force",
  }),
  "output-not-link": wording<object>({
    severity: "fatal",
    why: "With `atomic`, each build leads a link to a new folder; a folder that somebody filled can't become that link unnoticed.",
    message: () => "`atomic` needs a symbolic link of its own here, and something else is in its place",
    hint: () => "move it away, build, then delete it; or give `output` another name",
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
          : path.endsWith(".opml")
            ? "`delivery.opml: false` leaves the list out"
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
  "selection-empty": wording<{ name: string }>({
    severity: "warning",
    why: "A feed that nobody's article is for is most often a topic, tag or author that is spelt in another way there.",
    message: ({ name }) => `the selection ${name} has no article, and so no feed`,
    hint: () => "compare its `where` with what the articles say",
  }),
  "tags-many": wording<{ of: "tag" | "author"; count: number; most: number }>({
    severity: "warning",
    why: "Each tag or author may be a feed: one article mustn't make thousands of them.",
    message: ({ of, count, most }) => `it has ${count} ${of}s; the first ${most} of them have feeds`,
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
  "article-stale": wording<object>({
    severity: "warning",
    why: "The configuration says `broken: keep`, which is usual: a slip in a published article doesn't take it out of the feeds.",
    message: () => "this article can't be published as it is; its last good version stays in the feeds",
    hint: () => "mend what is said of it above; `broken: drop` would leave it out",
  }),
  "articles-broken": wording<{ files: readonly string[] }>({
    severity: "fatal",
    why: "The configuration says `broken: fail`: no story may go because a slip in its file makes it unreadable.",
    message: ({ files }) =>
      `${files.length === 1 ? "an article that was published" : `${files.length} articles that were published`} can't be published any more: ${files.slice(0, 3).join(", ")}${files.length > 3 ? " …" : ""}`,
    hint: () => "mend what is said above; to publish without, build with --force",
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
      "did `permalink` change? then every item comes again to every reader; if that is meant, build with --force (`guards.lost` says how many may go)",
  }),
  "site-moved": wording<{ from: string; to: string; changed: number; of: number }>({
    severity: "fatal",
    why: "An article's id is its address unless it says otherwise: under another address every story comes again to every reader.",
    message: ({ from, to, changed, of }) =>
      `\`site.url\` was ${from} in the last build and is ${to} now: ${changed} of the ${of} published items would have another id`,
    hint: () =>
      "to move without that, write each article's former address as its `id`; if it is meant, build with --force",
  }),
  "ids-changed": wording<{ stories: readonly { file: string; from: string; to: string }[] }>({
    severity: "fatal",
    why: "A story with another id is another story for every reader: they get it again.",
    message: ({ stories }) =>
      `${stories.length} published articles have another id now: ${listed(stories, ({ file, from, to }) => `${file} was ${from}, and is ${to}`)}`,
    hint: () =>
      "an article keeps its id by saying it (`id: …`); if that is meant, build with --force (`guards.ids` says how many may change)",
  }),
  "id-changed": wording<{ from: string; to: string }>({
    severity: "warning",
    why: "A story with another id is another story for every reader: they get it again.",
    message: ({ from, to }) =>
      `this article was published as ${from}, and is ${to} now: readers get it again`,
    hint: ({ from }) => `\`id: ${from}\` makes it the same story`,
  }),
  "dates-moved": wording<{ stories: readonly { file: string; from: number; to: number }[] }>({
    severity: "fatal",
    why: "Old stories with new dates push the news out of the feed; most often a script has touched their files.",
    message: ({ stories }) =>
      `${stories.length} articles that were published have a later date now: ${listed(stories, ({ file, from, to }) => `${file} was of ${dateOf(from)}, and is of ${dateOf(to)}`)}`,
    hint: () =>
      "a change has its place in `updated`; if the dates are meant, build with --force (`guards.dates` says how many may move)",
  }),
};

/** The first three of a list. */
function listed<Each>(list: readonly Each[], text: (each: Each) => string): string {
  return `${list.slice(0, 3).map(text).join("; ")}${list.length > 3 ? " …" : ""}`;
}

function dateOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

/** A file stands where a folder has to be. */
function isFolderMissing(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return code === "ENOTDIR" || code === "EEXIST";
}
