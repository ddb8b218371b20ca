import type { pageProblems } from "../pages.ts";
import type { Explanations } from "./explanation.ts";

export const pagesExplained: Explanations<typeof pageProblems> = {
  "theme-unreadable": {
    what: "The folder that `pages.theme` names, or a file in it, is not there or can't be read.",
    fix: "Write the folder's path from the configuration's folder on, and let whoever runs the build read it.",
  },
  "theme-template": {
    what: "A template of the theme has a mistake in its syntax, or uses a name that it isn't given.",
    fix: "Mend the template at the line that is named; [pages.md](pages.md) lists what each template is given.",
  },
  "theme-file-unknown": {
    what: "A file of the theme is nearly called like one that pages are made with, so it has no effect.",
    fix: "Give it the name that the hint has; a template of your own gets a name that is less like it.",
  },
  "page-impossible": {
    what: "The article's address can't be a file's: it has a query, a fragment, or a name that no disk takes.",
    fix: "Give the article a `permalink` or `slug` of plain names.",
  },
  "page-taken": {
    what: "Another article's page, a list's page or a feed already stands at the article's address.",
    fix: "Give one of the two another `permalink` or `slug`.",
  },
  "page-not-own": {
    what: "Where a page should go, a file stands that feedwright didn't write. It is left alone.",
    fix: "Delete the file if nobody needs it, or give the article another `permalink`.",
  },
};
