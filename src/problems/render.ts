import { systemReason, wording } from "./wording.ts";

const perArticle =
  "An article's fault costs that article only: it is left out, and every other one is published.";

/** What limits count. */
const counted = {
  content: "characters of HTML",
  markup: "signs of Markdown and HTML",
  cells: "cells in its tables",
};

/** What can be wrong in the render room. */
export const renderProblems = {
  "render-failed": wording<{ reason: string }>({
    severity: "error",
    why: perArticle,
    message: ({ reason }) => `the body can't be rendered: ${reason}`,
    hint: () => "look for unusual Markdown or HTML; halving the body finds the place quickly",
  }),
  "render-timeout": wording<{ milliseconds: number }>({
    severity: "error",
    why: `Some texts make any Markdown parser run for hours; \`limits.seconds\` says how long is too long. ${perArticle}`,
    message: ({ milliseconds }) => `rendering the body took more than ${milliseconds} ms and was stopped`,
    hint: () => "look for very long runs of *, _, [ or similar, or split the article",
  }),
  "body-too-deep": wording<Record<never, never>>({
    severity: "error",
    why: `Readers stop nesting, or fail, somewhere past a few hundred levels. ${perArticle}`,
    message: () => "the body nests elements too deep",
    hint: () => "look for start tags that are never closed",
  }),
  "content-too-large": wording<{ limit: keyof typeof counted; most: number }>({
    severity: "error",
    why: `What readers load grows with it, and what a build has to hold. ${perArticle}`,
    message: ({ limit, most }) => `the article has more than ${most} ${counted[limit]}`,
    hint: ({ limit }) => `split it, publish tables as files, or raise \`limits.${limit}\``,
  }),
  "body-too-complex": wording<Record<never, never>>({
    severity: "error",
    why: `A Markdown parser has only so much room for what stands in each other or in one paragraph. ${perArticle}`,
    message: () => "the body has too much in one paragraph, or nests lists or quotations too deep",
    hint: () => "look for runs of > or -, and for very long text without a blank line",
  }),
  "markup-unknown": wording<{ marks: readonly string[] }>({
    severity: "warning",
    why: "What a generator's own tags, shortcodes and components show, only that generator knows: in a feed, their marks would stand as text.",
    message: ({ marks }) => `${listed(marks)} can't be shown in a feed; left out`,
    hint: () => "docs/markup.md lists what is understood; write plain Markdown or HTML where it matters",
  }),
  "url-unusable": wording<{ url: string }>({
    severity: "warning",
    why: "A link has to be a web address, a mail address or a telephone number; what runs as a script is never published.",
    message: ({ url }) => `"${excerpt(url)}" can't be used as an address; it was left out`,
    hint: () => "write an address that starts with https://, or a path on this site",
  }),
  "asset-outside": wording<{ reference: string }>({
    severity: "warning",
    why: "An article is data: it may not publish files from outside the content folder, not even through a symbolic link.",
    message: ({ reference }) => `"${excerpt(reference)}" is outside the content folder; it isn't published`,
    hint: () => "move the file into the content folder, or link to it with its full address",
  }),
  "asset-hidden": wording<{ reference: string }>({
    severity: "warning",
    why: "A name with a dot in front says that a file, or a folder with all in it, isn't for the public.",
    message: ({ reference }) => `"${excerpt(reference)}" is hidden, and isn't published`,
    hint: () => "give it a name without a dot in front",
  }),
  "asset-in-feeds-place": wording<{ reference: string; feed: string }>({
    severity: "warning",
    why: "An article's picture or recording must not stand where a feed does, nor keep it from being written.",
    message: ({ reference, feed }) =>
      `"${excerpt(reference)}" would stand in the place of ${feed}; it isn't published`,
    hint: () => "give the file or its folder another name",
  }),
  "asset-unreadable": wording<{ reference: string; error: unknown }>({
    severity: "warning",
    why: "A picture or recording that can't be read can't be published beside the feeds; its article can.",
    message: ({ reference, error }) =>
      `"${excerpt(reference)}" can't be read, and isn't published: ${systemReason(error)}`,
    hint: () => "check the file's permissions",
  }),
  "asset-too-large": wording<{ reference: string; reason: string }>({
    severity: "warning",
    why: "A small file can say that it is a picture of gigabytes, which readers' programs then make room for. `limits.file` and `limits.pixels` say what is too large.",
    message: ({ reference, reason }) => `"${excerpt(reference)}" isn't published: ${reason}`,
    hint: () => "save it smaller, or raise the limit",
  }),
  "picture-unmeasured": wording<{ reference: string }>({
    severity: "warning",
    why: "Readers reserve a picture's place if they know its size; a file whose size can't be read is often damaged.",
    message: ({ reference }) => `the width and height of "${excerpt(reference)}" can't be read`,
    hint: () => "open the picture and save it again",
  }),
  "picture-missing": wording<{ reference: string }>({
    severity: "warning",
    why: "A picture that isn't beside its article isn't published with it; the site may have it although the content folder doesn't.",
    message: ({ reference }) => `the picture "${excerpt(reference)}" isn't in the content folder`,
    hint: () => "put the file beside the article, or give its address from the site's root on",
  }),
  "recording-missing": wording<{ reference: string }>({
    severity: "warning",
    why: "A recording that isn't beside its article isn't published with it; the site may have it although the content folder doesn't.",
    message: ({ reference }) => `the recording "${excerpt(reference)}" isn't in the content folder`,
    hint: () => "put the file beside the article, or give its address from the site's root on",
  }),
  "enclosure-missing": wording<{ reference: string }>({
    severity: "warning",
    why: "Podcast apps refuse an enclosure that they can't load; the site may have it although the content folder doesn't.",
    message: ({ reference }) => `the enclosure "${excerpt(reference)}" isn't in the content folder`,
    hint: () => "put the file beside the article, or give its full address",
  }),
  "enclosure-length-unknown": wording<{ url: string }>({
    severity: "warning",
    why: "RSS requires an enclosure's length in bytes; 0 is what readers accept where it isn't known.",
    message: ({ url }) => `the length of the enclosure "${excerpt(url)}" isn't known; it is given as 0`,
    hint: () => "add length: with the file's size in bytes",
  }),
  "enclosure-type-unknown": wording<{ url: string }>({
    severity: "warning",
    why: "Readers choose a player by an enclosure's media type; without one they offer a download at best.",
    message: ({ url }) => `the media type of the enclosure "${excerpt(url)}" isn't known`,
    hint: () => "add type:, for example type: audio/mpeg",
  }),
};

/** The first few: an article may have hundreds. */
function listed(marks: readonly string[]): string {
  const shown = marks.slice(0, 4).map(excerpt).join(", ");
  return marks.length > 4 ? `${shown} and ${marks.length - 4} more` : shown;
}

/** An address can be a megabyte of data: its start is enough to find it. */
function excerpt(text: string): string {
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}
