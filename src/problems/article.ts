import { sizeText, systemReason, wording } from "./wording.ts";

/** What can be wrong with a content folder and with an article's head. */
export const articleProblems = {
  "content-missing": wording<{ folder: string }>({
    severity: "fatal",
    why: "Without its content folder a build would publish empty feeds.",
    message: ({ folder }) => `the content folder ${folder} is not there, or is not a folder`,
    hint: () =>
      "name the folder with `content:` in the configuration or with --content DIR; `feedwright new` makes it",
  }),
  "content-empty": wording<{ folder: string }>({
    severity: "warning",
    why: "A folder without articles is mostly the wrong folder.",
    message: ({ folder }) => `no Markdown files were found in ${folder}`,
    hint: () => "name the folder with `content:` in the configuration or with --content DIR",
  }),
  "folder-unreadable": wording<{ error: unknown }>({
    severity: "error",
    why: "Articles in a folder that can't be read are missing from the feeds.",
    message: ({ error }) => `this folder can't be read: ${systemReason(error)}`,
    hint: () => "check its permissions",
  }),
  "file-unreadable": wording<{ error: unknown }>({
    severity: "error",
    why: "An article that can't be read can't be published.",
    message: ({ error }) => `this file can't be read: ${systemReason(error)}`,
    hint: () => "check its permissions",
  }),
  "file-changed": wording<object>({
    severity: "error",
    why: "Of a file that is saved while it is read, the front matter of one version would stand over the text of another.",
    message: () => "this file changed while the feeds were built",
    hint: () => "build again",
  }),
  "not-utf8": wording<object>({
    severity: "error",
    why: "Text in another encoding would reach readers as garbled characters.",
    message: () => "this file is not UTF-8",
    hint: () => "save it as UTF-8",
  }),
  "body-too-large": wording<{ limit: number }>({
    severity: "error",
    why: "An article beyond this size is not one that a reader could open. `limits.body` says another.",
    message: ({ limit }) => `the article is larger than ${sizeText(limit)}`,
    hint: () => "check what was pasted into it",
  }),
  "head-missing": wording<object>({
    severity: "error",
    why: "Title and date come from the front matter; a file without one is not an article.",
    message: () => "no front matter: the file should begin with `---`, `+++`, `{` or `Title:` lines",
    hint: () => "add front matter with `title` and `date`, or leave the file out with `ignore:`",
  }),
  "head-unclosed": wording<{ fence: string }>({
    severity: "error",
    why: "Without its closing fence the front matter would swallow the article.",
    message: ({ fence }) => `the front matter that begins with \`${fence}\` here is never closed`,
    hint: ({ fence }) => (fence === "{" ? "close the object with `}`" : `close it with a line \`${fence}\``),
  }),
  "head-fence": wording<{ fence: string; seen: string }>({
    severity: "error",
    why: "A fence that generators read in different ways cuts articles in different places.",
    message: ({ fence, seen }) =>
      `\`${seen}\` is not a closing fence: expected \`${fence}\` alone on the line`,
    hint: ({ fence }) => `write exactly \`${fence}\``,
  }),
  "head-language": wording<{ fence: string; name: string }>({
    severity: "error",
    why: "Front matter is data. Languages that run code are refused.",
    message: ({ fence, name }) =>
      `front matter in \`${fence}${name}\` is refused: expected YAML, TOML or JSON`,
    hint: () => "write it as YAML between `---` lines",
  }),
  "head-too-large": wording<{ limit: number }>({
    severity: "error",
    why: "Front matter beyond a quarter of a megabyte (or what `limits.head` says) is a mistake or an attack.",
    message: ({ limit }) => `the front matter is larger than ${sizeText(limit)}`,
    hint: () => "check that it is closed",
  }),
  "head-syntax": wording<{ language: string; reason: string }>({
    severity: "error",
    why: "Front matter that can't be read leaves title and date unknown.",
    message: ({ language, reason }) => `this is not valid ${language}: ${reason}`,
    hint: ({ reason }) =>
      /duplicat|twice|redefin/i.test(reason)
        ? "keep one of the two"
        : /\btabs?\b/i.test(reason)
          ? "indent with spaces"
          : "quote values that hold `: `, `#`, or begin with a special character",
  }),
  "head-shape": wording<{ seen: string }>({
    severity: "error",
    why: "Front matter names things: it has to be a list of keys with values.",
    message: ({ seen }) => `the front matter is ${seen}; expected keys with values`,
    hint: () => "write `title: …` and `date: …`",
  }),
  "field-missing": wording<{ key: string }>({
    severity: "error",
    why: "Feeds need a title and a date for every item, and neither the clock nor a file's own time is one.",
    message: ({ key }) => `\`${key}\` is missing`,
    hint: ({ key }) =>
      key === "date" ? "add one, as in `date: 2025-02-23T18:30:00+02:00`" : `add \`${key}\``,
  }),
  "field-type": wording<{ key: string; expected: string; seen: string }>({
    severity: "error",
    why: "A value of the wrong kind would be published as something that nobody wrote.",
    message: ({ key, expected, seen }) => `\`${key}\` is ${seen}; expected ${expected}`,
    hint: () => "",
  }),
  "field-ignored": wording<{ key: string; expected: string; seen: string }>({
    severity: "warning",
    why: "A value of the wrong kind is left out, so that nothing is published that nobody wrote.",
    message: ({ key, expected, seen }) => `\`${key}\` is ${seen}, and left out; expected ${expected}`,
    hint: () => "",
  }),
  "list-too-long": wording<{ key: string; count: number; most: number }>({
    severity: "error",
    why: "Every entry is written into every feed that has the article; thousands of them are a mistake or an attack.",
    message: ({ key, count, most }) => `\`${key}\` has ${count} entries; expected at most ${most}`,
    hint: () => "keep those that matter, or raise `limits.entries`",
  }),
  "field-url": wording<{ key: string; seen: string }>({
    severity: "warning",
    why: "Readers and partners need whole addresses that work from anywhere.",
    message: ({ key, seen }) => `\`${key}\` is \`${seen}\`, and left out; expected an http or https address`,
    hint: () => "begin it with https://",
  }),
  "field-language": wording<{ key: string; seen: string; meant: string | undefined }>({
    severity: "warning",
    why: "Feed readers choose fonts, voices and direction by the language tag (BCP 47).",
    message: ({ key, seen }) => `\`${key}\` is \`${seen}\`, and left out; expected a language tag`,
    hint: ({ meant }) => (meant ? `did you mean \`${meant}\`?` : "as in `en`, `uk` or `pt-BR`"),
  }),
  "status-misspelt": wording<{ seen: string; meant: string }>({
    severity: "error",
    why: "A misspelt `withdrawn` must not publish what was withdrawn.",
    message: ({ seen }) => `\`status\` is \`${seen}\`, which feedwright does not know`,
    hint: ({ meant }) => `did you mean \`${meant}\`?`,
  }),
  "status-unknown": wording<{ seen: string }>({
    severity: "warning",
    why: "Another status than feedwright's has no effect on what is published.",
    message: ({ seen }) =>
      `\`status\` is \`${seen}\`, which has no meaning here; the article counts as published`,
    hint: () => "expected published, draft, hidden or withdrawn",
  }),
  "field-misspelt": wording<{ key: string; meant: string }>({
    severity: "error",
    why: "A misspelt `draft`, `embargo` or `expires` would publish what should not be seen.",
    message: ({ key }) =>
      `\`${key}\` is not a key that feedwright knows, and near to one that decides what is published`,
    hint: ({ meant }) => `did you mean \`${meant}\`? if not, give it another name`,
  }),
  "field-unknown": wording<{ key: string; meant: string }>({
    severity: "warning",
    why: "A misspelt key is silently without effect.",
    message: ({ key }) => `\`${key}\` is not a key that feedwright knows`,
    hint: ({ meant }) => `did you mean \`${meant}\`?`,
  }),
  "field-twice": wording<{ key: string; other: string }>({
    severity: "error",
    why: "Names are compared without regard to case: of two that differ, either could be the one that was meant.",
    message: ({ key, other }) =>
      key === other
        ? `\`${key}\` is given again, and says another thing`
        : `\`${key}\` and \`${other}\` are the same key, and say different things`,
    hint: () => "keep one of the two",
  }),
  "field-repeated": wording<{ key: string; other: string }>({
    severity: "warning",
    why: "Names are compared without regard to case; of two the first counts.",
    message: ({ key, other }) =>
      key === other
        ? `\`${key}\` is given again; this one is left out`
        : `\`${key}\` is the same key as \`${other}\`, and left out`,
    hint: () => "keep one of the two",
  }),
  "problems-unsaid": wording<{ count: number }>({
    severity: "warning",
    why: "Hundreds of problems with one article are mostly one: what was pasted into it.",
    message: ({ count }) => `${count} more problems with this article are not listed`,
    hint: () => "mend those that are, and build again",
  }),
  "date-impossible": wording<{ key: string; seen: string }>({
    severity: "error",
    why: "A date that isn't in the calendar is a typing error; rolling it over would publish a wrong one.",
    message: ({ key, seen }) => `\`${key}\` is \`${seen}\`, which is not in the calendar or on the clock`,
    hint: () => "check day, month, hour, offset and weekday",
  }),
  "date-unreadable": wording<{ key: string; seen: string }>({
    severity: "error",
    why: "A date that is guessed wrong puts a story years away from its place.",
    message: ({ key, seen }) => `\`${key}\` is \`${seen}\`; expected a date`,
    hint: () => "as in `2025-02-23T18:30:00+02:00` or `2025-02-23`",
  }),
  "correction-undated": wording<{ key: string }>({
    severity: "warning",
    why: "A correction's date tells readers when the article was put right, and their programs that it changed. Without one the note is shown all the same.",
    message: ({ key }) => `\`${key}\` is a correction without a date; its note is shown without one`,
    hint: () => "give it as `{date: 2025-02-23, note: …}`",
  }),
  "permalink-template": wording<{ key: string; seen: string }>({
    severity: "warning",
    why: "A template of another generator can't be run here; the configured pattern stands in.",
    message: ({ key, seen }) =>
      `\`${key}\` is a template, \`${seen}\`; the configuration's pattern is used instead`,
    hint: () => "give the finished path, or set `permalink:` in the configuration",
  }),
  "permalink-outside": wording<{ key: string; seen: string }>({
    severity: "error",
    why: "An article's address has to stand on its site.",
    message: ({ key, seen }) => `\`${key}\` is \`${seen}\`, which is not an address on this site`,
    hint: () => "give a path as in `/politics/2025/slug/`; name a piece elsewhere with `canonical`",
  }),
  "address-outside": wording<{ seen: string }>({
    severity: "error",
    why: "An article's address has to stand on its site.",
    message: ({ seen }) =>
      `the program that builds the site has it at \`${seen}\`, which is not an address on this site`,
    hint: () => "make the site's address in the configuration the one that the program builds it for",
  }),
  "id-twice": wording<{ id: string; other: string }>({
    severity: "error",
    why: "Readers show one of two items with the same id, and never the other.",
    message: ({ id, other }) => `the id \`${id}\` is also that of ${other}, which is published`,
    hint: () => "give one of the two another `id`",
  }),
  "permalink-twice": wording<{ permalink: string; other: string }>({
    severity: "error",
    why: "Two articles at one address: the page shows one of them.",
    message: ({ permalink, other }) =>
      `the address ${permalink} is also that of ${other}, which is published`,
    hint: () =>
      "give one of the two another `slug` or `permalink`, or all one that tells them apart: `permalink: /:year/:month/:slug/` in the configuration",
  }),
};
