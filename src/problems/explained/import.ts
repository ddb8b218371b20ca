import type { importProblems } from "../import.ts";
import type { Explanations } from "./explanation.ts";

export const importExplained: Explanations<typeof importProblems> = {
  "import-source-missing": {
    what: "`feedwright import` was given nothing to import.",
    fix: "Name a feed, an export or a saved page, or pipe it in and write `-`.",
    wrong: "feedwright import",
    right: "feedwright import feed.xml",
  },
  "import-unreadable": {
    what: "The file that was named isn't there, or the system doesn't let it be read.",
    fix: "See to its path and its permissions. What is on the web has to be downloaded first.",
  },
  "import-format-unknown": {
    what: "Nothing that the source begins with tells what it is.",
    fix: "Name its format. An address that was saved while somebody was logged out often holds a page with a form instead of the export.",
  },
  "import-archive": {
    what: "The export is a ZIP archive that is cut, encrypted, or packed in a way that isn't known.",
    fix: "Download it again, or unpack it and import the folder.",
  },
  "import-json": {
    what: "A JSON Feed or an export of Ghost isn't well-formed JSON, or lacks what makes it one.",
    fix: "Download or export it anew. An editor may have changed it when it was saved.",
  },
  "import-too-large": {
    what: "JSON, a page or a single text is too large to be held in memory. Feeds and exports in XML are read in pieces, and may have any size.",
    fix: "Export fewer articles at a time. What is imported twice is written once.",
  },
  "import-too-deep": {
    what: "In the source, elements stand in elements without end.",
    fix: "Download or export it anew, and look at the line that is named.",
  },
  "import-encoding-unknown": {
    what: "The source's first line names an encoding that isn't known.",
    fix: "Convert the file to UTF-8, for instance with `iconv`, and delete `encoding` in its first line.",
  },
  "import-encoding": {
    what: "The source has bytes that are none in the encoding that it declares: often it was written in another one.",
    fix: "If letters are lost, name the right encoding in the source's first line and import it again with `--force`.",
  },
  "import-xml": {
    what: "The source isn't well-formed: an unescaped `&`, a tag that isn't closed. It is read as far as it can be understood.",
    fix: "Compare the article with its page. Whoever makes the feed should hear of it.",
  },
  "import-cut": {
    what: "The source ends within an article, as after a download that broke off.",
    fix: "Download or export it anew, and import it: articles that are there stay as they are.",
  },
  "import-item-too-large": {
    what: "A single article of the source has more than 16 MB, or elements in each other without end.",
    fix: "Look at the line that is named. Pictures that stand in the text as data are what makes articles so large.",
  },
  "import-empty": {
    what: "The source was read to its end, and has no article: an export of settings only, or an empty feed.",
    fix: "See whether the export was asked to have posts in it.",
  },
  "import-date": {
    what: "One of an article's dates is in no form that is known, or is none in the calendar.",
    fix: "Write it into the article's front matter, as in `date: 2025-03-01T09:00:00+01:00`.",
  },
  "import-undated": {
    what: "The source doesn't say when an article was published.",
    fix: "Write `date:` into its front matter. Until then builds leave it out, and say so.",
  },
  "import-untitled": {
    what: "An article has no headline, as short notes often haven't. It gets its own first words.",
    fix: "Leave it, or write a `title:` of your own.",
  },
  "import-twice": {
    what: "Two of the source's articles have one id. Readers would show only one of them.",
    fix: "Compare them: if it is one story twice, delete a file; if they are two, each keeps the id that it got.",
  },
  "import-address-twice": {
    what: "Two of the source's articles have one address. The second one gets its address from the configuration.",
    fix: "Give it the `permalink` that its page really has.",
  },
  "import-differs": {
    what: "The article was imported before, and its file or the source was changed since.",
    fix: "Keep your version and do nothing, or have the source's with `--force`.",
  },
  "import-too-long": {
    what: "The article would be larger than a build reads.",
    fix: "If it may be that large, raise `limits.head` or `limits.body` in the configuration, and import it again.",
  },
  "import-unrenderable": {
    what: "A build would leave the article out, as its content costs more than `limits` allows.",
    fix: "Look at what stands in it, or raise the limit that is named, and import it again.",
  },
  "import-body": {
    what: "The article's content can't be said in Markdown and HTML so that a build gives the same again; what comes nearest is written.",
    fix: "Compare the article with its page.",
  },
  "import-left-out": {
    what: "Something of the article isn't imported: a script, a form, a frame, an address that leads nowhere, or more of a list than a build takes.",
    fix: "See whether the story can be understood without it. Frames of hosts that `embeds` names stay.",
  },
  "import-shortcodes": {
    what: "The article has shortcodes, as `[gallery ids=1]`, which only WordPress and its plugins can run.",
    fix: "Replace each by what it showed: pictures, a link, a quotation.",
  },
  "import-restricted": {
    what: "The article was for members or subscribers, or protected by a password. It is imported, and in no feed.",
    fix: "To publish it, take `status: hidden` out of its front matter.",
  },
  "import-media": {
    what: "With `--media`, a picture or recording could not be fetched. The article leads to its old address.",
    fix: "Import again when its server answers, or put the file beside the article by hand.",
  },
  "import-unwritable": {
    what: "The disk is full, or the system doesn't let the articles be written where they belong.",
    fix: "Make room or give permission, and import again: what is there stays.",
  },
};
