import type { articleProblems } from "../article.ts";
import type { authorsProblems } from "../authors.ts";
import type { Explanations } from "./explanation.ts";

const head = (lines: string) => `---\n${lines}---\n\nWords.\n`;
const story = (lines: string) => head(`title: A bridge\ndate: 2026-02-03\n${lines}`);

export const articleExplained: Explanations<typeof articleProblems> = {
  "content-missing": {
    what: "The folder that the articles should be in is not there, or is a file.",
    fix: "Set `content:` in the configuration to the folder's path, from the configuration's folder on. `feedwright new` makes it with the first article.",
  },
  "content-empty": {
    what: "The content folder has no file that ends in `.md`, `.mdx` or `.markdown`, beside those that are ignored.",
    fix: "Look whether `content:` names the right folder, and whether `ignore:` leaves out too much.",
  },
  "folder-unreadable": {
    what: "The system doesn't let a folder below the content folder be read.",
    fix: "Let whoever runs the build read it (`chmod a+rx`), or leave it out with `ignore:`.",
  },
  "file-unreadable": {
    what: "The system doesn't let an article be read, or it is no regular file.",
    fix: "Let whoever runs the build read it: `chmod a+r`.",
  },
  "file-changed": {
    what: "An article was saved while the build read it.",
    fix: "Build again. Where editors write into the folder all the time, build from a checkout of its own.",
  },
  "not-utf8": {
    what: "An article's bytes are no UTF-8: it was saved as Windows-1252, UTF-16 or the like.",
    fix: "Save it again as UTF-8; `iconv -f windows-1252 -t utf-8` turns many at once.",
  },
  "body-too-large": {
    what: "An article has more text than `limits.body` allows, which is 2 MB unless it says otherwise.",
    fix: "Look for a picture that was pasted in as `data:`, and put it beside the article as a file.",
  },
  "head-missing": {
    what: "A file in the content folder doesn't begin with front matter.",
    fix: "Begin it with its front matter, or leave the file out with `ignore:` if it is no article.",
    wrong: "A bridge is built.\n",
    right: story(""),
  },
  "head-unclosed": {
    what: "Front matter begins, and no line closes it.",
    fix: "Put a line with `---` alone between front matter and text.",
    wrong: "---\ntitle: A bridge\ndate: 2026-02-03\n\nWords.\n",
    right: story(""),
  },
  "head-fence": {
    what: "The line that should close the front matter has something else on it, or a hyphen too many.",
    fix: "Write three hyphens, and nothing else on the line.",
    wrong: "---\ntitle: A bridge\ndate: 2026-02-03\n----\n\nWords.\n",
    right: story(""),
  },
  "head-language": {
    what: "The front matter says that it is in another language than YAML, TOML or JSON.",
    fix: "Write it as YAML. What the program worked out, write as it came out.",
    wrong: '---js\nconst title = "A bridge";\n---\n\nWords.\n',
    right: story(""),
  },
  "head-too-large": {
    what: "The front matter is longer than `limits.head` allows, which is 256 kB unless it says otherwise.",
    fix: "Close it with `---` where it ends; keep long data in a file of its own.",
  },
  "head-syntax": {
    what: "The front matter is no YAML, TOML or JSON from this place on.",
    fix: "Put values that hold `: ` or ` #`, or begin with a special sign, in quotes.",
    wrong: head("title: A bridge: who pays?\ndate: 2026-02-03\n"),
    right: head('title: "A bridge: who pays?"\ndate: 2026-02-03\n'),
  },
  "head-shape": {
    what: "The front matter is a list or a single value, not keys with values.",
    fix: "Write keys with values, `title` and `date` among them.",
    wrong: head("- A bridge\n- 2026-02-03\n"),
    right: story(""),
  },
  "field-missing": {
    what: "An article has no title, or no date: not in its front matter, and not in its file's name.",
    fix: "Add what is missing. Pages that are no articles are left out with `ignore:`.",
    wrong: head("title: A bridge\n"),
    right: story(""),
  },
  "field-type": {
    what: "A word that decides whether, when or as what a story appears has a value of the wrong kind.",
    fix: "Write a value as [front-matter.md](front-matter.md) has it for that word.",
    wrong: head("title: [A, bridge]\ndate: 2026-02-03\n"),
    right: story(""),
  },
  "field-ignored": {
    what: "A word has a value of the wrong kind. The article appears without it.",
    fix: "Write a value as [front-matter.md](front-matter.md) has it for that word.",
    wrong: story("summary: [A, bridge]\n"),
    right: story("summary: A bridge\n"),
  },
  "list-too-long": {
    what: "A list in the front matter has more entries than `limits.entries` allows. The article is left out.",
    fix: "Keep the entries that matter. If so many are meant, raise `limits.entries` in the configuration.",
  },
  "field-url": {
    what: "An address isn't one that works from anywhere. The article appears without it.",
    fix: "Write the whole address, with `https://`.",
    wrong: story("canonical: daily.example/one\n"),
    right: story("canonical: https://daily.example/one\n"),
  },
  "field-language": {
    what: "The article's language isn't a language tag. The article appears in the site's language.",
    fix: "Write a tag, as in `en`, `uk` or `pt-BR`.",
    wrong: story("language: english\n"),
    right: story("language: en\n"),
  },
  "status-misspelt": {
    what: "`status` is nearly one of the words that take an article out of the feeds.",
    fix: "Write it right: `withdrawn`, `draft`, `hidden` or `published`.",
    wrong: story("status: withdrwan\n"),
    right: story("status: withdrawn\n"),
  },
  "status-unknown": {
    what: "`status` says something that has no meaning here. The article is published.",
    fix: "If that isn't meant, write `status: draft`; else take the line out, or call it something else.",
    wrong: story("status: ready\n"),
    right: story("status: published\n"),
  },
  "field-misspelt": {
    what: "A word is nearly one that decides whether the article is published.",
    fix: "Write it right, or give it a name that isn't so near.",
    wrong: story("embrago: 2026-12-01\n"),
    right: story("embargo: 2026-12-01\n"),
  },
  "field-unknown": {
    what: "A word is nearly one that feedwright knows. It has no effect as it is.",
    fix: "Write it right, or give it a name that isn't so near.",
    wrong: story("sumary: Built at last.\n"),
    right: story("summary: Built at last.\n"),
  },
  "field-twice": {
    what: "A word that decides whether, when or as what a story appears is there twice, with different values.",
    fix: "Keep the one that is meant.",
    wrong: story("status: draft\nStatus: published\n"),
    right: story("status: draft\n"),
  },
  "field-repeated": {
    what: "A word is there twice. The first counts.",
    fix: "Keep the one that is meant.",
    wrong: story("summary: One.\nSummary: Two.\n"),
    right: story("summary: One.\n"),
  },
  "problems-unsaid": {
    what: "So much is wrong with an article that not all of it is listed.",
    fix: "Mend what is listed first; most of the rest goes with it.",
  },
  "date-impossible": {
    what: "A date has a day, an hour or an offset that doesn't exist, or a weekday that it doesn't fall on.",
    fix: "Write the date that was meant.",
    wrong: head("title: A bridge\ndate: 2026-02-30\n"),
    right: story(""),
  },
  "date-unreadable": {
    what: "A value that should be a date doesn't read as one, or can be read in two ways.",
    fix: "Write year, month, day: `2026-02-03`, or with time and zone `2026-02-03T09:00:00+02:00`.",
    wrong: head("title: A bridge\ndate: 03/02/2026\n"),
    right: story(""),
  },
  "correction-undated": {
    what: "A correction has a note and no date. It is shown; that the article changed isn't told.",
    fix: "Say when the article was put right.",
    wrong: story("corrections: [It was two.]\n"),
    right: story("corrections: [{ date: 2026-02-04, note: It was two. }]\n"),
  },
  "permalink-template": {
    what: "The article's address is a template of another generator. The configuration's pattern is used.",
    fix: "Write the address that comes out, or set `permalink:` in the configuration so that it fits all.",
    wrong: story('permalink: "/{{ page.fileSlug }}/"\n'),
    right: story("permalink: /a-bridge/\n"),
  },
  "permalink-outside": {
    what: "The article says an address that isn't on this site.",
    fix: "Write a path on the site. A piece elsewhere that the article is about is its `canonical`.",
    wrong: story("permalink: https://elsewhere.example/one/\n"),
    right: story("canonical: https://elsewhere.example/one/\n"),
  },
  "address-outside": {
    what: "A program, such as the adapter for Astro or Eleventy, has said an address for the article that isn't on the configured site.",
    fix: "Let `url` in the configuration and the generator's own setting name the same site; or leave `url` to the adapter.",
  },
  "id-twice": {
    what: "Two articles that are due have the same id. The one that was published first stays.",
    fix: "Give the copy an id of its own. Where a whole file was copied as a start, `feedwright new` makes one with a new id.",
  },
  "permalink-twice": {
    what: "Two articles that are due have the same address. The one that was published first stays.",
    fix: "Rename one of the files, give it a `slug`, or put something into `permalink:` in the configuration that tells them apart.",
  },
};

export const authorsExplained: Explanations<typeof authorsProblems> = {
  "authors-unreadable": {
    what: "`authors.yml` is a link, too large, in another encoding, or not to be read.",
    fix: "Put a regular file there, in UTF-8 and of 256 kB at the most.",
  },
  "authors-syntax": {
    what: "`authors.yml` is no YAML from this place on, and isn't used.",
    fix: "Put values that hold `: ` or ` #` in quotes, and indent with spaces.",
  },
  "authors-shape": {
    what: "`authors.yml` is a list or a single value, and isn't used.",
    fix: "Write a key for each author, and below it what is known of the person.",
  },
  "author-shape": {
    what: "An author in `authors.yml` has no name.",
    fix: "Add `name:` below the key.",
  },
};
