import { systemReason, wording } from "./wording.ts";

/** What can be wrong when articles are taken over from elsewhere. */
export const importProblems = {
  "import-source-missing": wording<object>({
    severity: "fatal",
    why: "What is to be imported can't be guessed.",
    message: () => "no source is named",
    hint: () => "name a file: feedwright import feed.xml; `-` is what comes in by a pipe",
  }),
  "import-unreadable": wording<{ error: unknown }>({
    severity: "fatal",
    why: "A source that can't be read has nothing to import.",
    message: ({ error }) => `the source can't be read: ${systemReason(error)}`,
    hint: () => "check its path and permissions",
  }),
  "import-format-unknown": wording<object>({
    severity: "fatal",
    why: "A source is known by how it begins; one that was taken for another kind would give wrong articles.",
    message: () =>
      "this is no RSS, Atom or JSON Feed, no export of WordPress, Ghost or Substack, and no article's page or text",
    hint: () => "say what it is with --format, or export it anew",
  }),
  "import-archive": wording<{ reason: string }>({
    severity: "fatal",
    why: "Of an archive that can't be read whole, nobody knows what is missing.",
    message: ({ reason }) => `the archive can't be read: ${reason}`,
    hint: () => "unpack it, and name the folder or the file in it",
  }),
  "import-json": wording<{ reason: string }>({
    severity: "fatal",
    why: "JSON that ends early or is something else can't be read in part.",
    message: ({ reason }) => `this can't be read as JSON: ${reason}`,
    hint: () => "download or export it anew",
  }),
  "import-too-large": wording<{ limit: number }>({
    severity: "fatal",
    why: "What has to be held whole has to fit into memory. Exports of WordPress may have any size.",
    message: ({ limit }) => `the source, or a single text in it, is larger than ${limit / 1024 / 1024} MB`,
    hint: () => "export a part of it at a time; what was imported so far is kept",
  }),
  "import-too-deep": wording<object>({
    severity: "fatal",
    why: "No feed is like that: it is cut or made up.",
    message: () => "elements stand more than 10,000 deep in each other here",
    hint: () => "download or export it anew; what was imported so far is kept",
  }),
  "import-encoding-unknown": wording<{ encoding: string }>({
    severity: "fatal",
    why: "Read in another encoding, letters would be garbled.",
    message: ({ encoding }) => `it says that it is in the encoding \`${encoding}\`, which isn't known`,
    hint: () => "convert it to UTF-8, and take the declaration out",
  }),
  "import-encoding": wording<{ encoding: string }>({
    severity: "warning",
    why: "What isn't in the encoding that the source declares is shown as `\uFFFD`.",
    message: ({ encoding }) => `not all of it is in the encoding that it should be in, ${encoding}`,
    hint: () => "look for \uFFFD in the articles, and mend the source's declaration or the articles",
  }),
  "import-xml": wording<{ reason: string }>({
    severity: "warning",
    why: "Markup that isn't well-formed can be read in more than one way; what is read is kept.",
    message: ({ reason }) => `the markup is not well-formed: ${reason}`,
    hint: () => "compare the article that stands here with the source",
  }),
  "import-cut": wording<object>({
    severity: "error",
    why: "What came before the end is imported; the article that it ends in is not.",
    message: () => "the source ends in the middle",
    hint: () => "download or export it anew, and import that: what is there already stays",
  }),
  "import-item-too-large": wording<{ name: string }>({
    severity: "error",
    why: "An article of this size is none that a reader could open.",
    message: ({ name }) => `\`${name}\` is larger than 16 MB, or nests too deep, and was left out`,
    hint: () => "look at what stands there",
  }),
  "import-empty": wording<object>({
    severity: "warning",
    why: "A source without articles is mostly the wrong one.",
    message: () => "no articles were found in it",
    hint: () => "check that it is the file that you meant, or say what it is with --format",
  }),
  "import-date": wording<{ seen: string }>({
    severity: "warning",
    why: "A date that can't be read is not guessed at.",
    message: ({ seen }) => `\`${seen}\` can't be read as a date, and was left out`,
    hint: () => "write the date into the article",
  }),
  "import-undated": wording<object>({
    severity: "warning",
    why: "A build leaves articles without a date out; none is made up for them.",
    message: () => "no date was found for this article",
    hint: () => "write `date:` into its front matter",
  }),
  "import-untitled": wording<{ title: string }>({
    severity: "warning",
    why: "Every article has a headline here; that of one without is how it begins.",
    message: ({ title }) => `an article without a headline is called “${title}” now`,
    hint: () => "write a better one into its front matter",
  }),
  "import-twice": wording<{ id: string; instead: string | undefined }>({
    severity: "warning",
    why: "Two articles with one id can't both be in a feed. Of two with one id and one address the second is left out.",
    message: ({ id, instead }) =>
      `the id ${id} comes twice in the source; ${instead === undefined ? "the second article was left out" : `the second article's id is its address now, ${instead}`}`,
    hint: () => "compare the two in the source",
  }),
  "import-address-twice": wording<{ url: string }>({
    severity: "warning",
    why: "Two articles with one address can't both be in a feed.",
    message: ({ url }) => `a second article has the address ${url}; it was imported without`,
    hint: () => "its address follows the configuration's pattern: give it a `permalink` if that is wrong",
  }),
  "import-differs": wording<object>({
    severity: "error",
    why: "What an editor changed since must not be lost.",
    message: () => "this article is there already, and differs from the source; it stays as it is",
    hint: () => "--force writes the source's version over it",
  }),
  "import-too-long": wording<object>({
    severity: "error",
    why: "A build takes no larger article.",
    message: () => "this article is larger than `limits` allows an article to be, and was left out",
    hint: () => "look at what stands in it; if it may be that large, raise `limits.head` or `limits.body`",
  }),
  "import-unrenderable": wording<{ reason: string }>({
    severity: "error",
    why: "A build would leave it out, too.",
    message: ({ reason }) => `a build would refuse this article's content: ${reason}`,
    hint: () => "look at what stands in it",
  }),
  "import-body": wording<object>({
    severity: "warning",
    why: "Each body is rendered as it was written, and compared with the source.",
    message: () => "this article's content comes out otherwise than its source has it",
    hint: () => "compare the two, and tell feedwright's authors of it",
  }),
  "import-left-out": wording<{ what: string }>({
    severity: "warning",
    why: "What only a page of its own could show doesn't travel in a feed.",
    message: ({ what }) => `not imported with this article: ${what}`,
    hint: () => "see whether the article says all without it",
  }),
  "import-shortcodes": wording<{ names: readonly string[] }>({
    severity: "warning",
    why: "Shortcodes are run by WordPress and its plugins; here they are text.",
    message: ({ names }) => `shortcodes were kept as text: ${names.map((name) => `[${name}]`).join(", ")}`,
    hint: () => "replace them in the article by what they stood for",
  }),
  "import-restricted": wording<{ audience: string }>({
    severity: "warning",
    why: "What was not for everybody must not come into a public feed by an import.",
    message: ({ audience }) => `this article was for ${audience}; it is imported as hidden`,
    hint: () => "take `status: hidden` out of its front matter to publish it",
  }),
  "import-media": wording<{ url: string; reason: string }>({
    severity: "warning",
    why: "A picture or recording that isn't fetched keeps its address in the article.",
    message: ({ url, reason }) => `${url} was not fetched: ${reason}`,
    hint: () => "fetch it by hand, or leave its address as it is",
  }),
  "import-unwritable": wording<{ error: unknown }>({
    severity: "fatal",
    why: "Where one article can't be written, the next one can't either.",
    message: ({ error }) => `this file can't be written: ${systemReason(error)}`,
    hint: () => "check the disk's room and the folder's permissions; what was written before stays",
  }),
};
