import { systemReason, wording } from "./wording.ts";

/** What can be wrong with articles' pages and their theme. */
export const pageProblems = {
  "theme-unreadable": wording<{ error: unknown }>({
    severity: "fatal",
    why: "Pages of another theme than the one that was asked for would be a surprise to everybody.",
    message: ({ error }) => `the theme can't be read: ${systemReason(error)}`,
    hint: () => "check `pages.theme`, and the permissions of the folder and its files",
  }),
  "theme-template": wording<{ reason: string; meant?: string | undefined }>({
    severity: "fatal",
    why: "A page with a hole in it isn't published; pages and feeds stay as they were.",
    message: ({ reason }) => `the template can't be used: ${reason}`,
    hint: ({ meant }) =>
      meant === undefined ? "docs/pages.md lists what templates are given" : `did you mean \`${meant}\`?`,
  }),
  "theme-file-unknown": wording<{ name: string; meant: string }>({
    severity: "warning",
    why: "A template with a misspelt name would be without effect, and nobody would see why.",
    message: ({ name }) => `no part of the theme is called ${name}`,
    hint: ({ meant }) => `did you mean ${meant}? A template of your own needs a name that is less like it`,
  }),
  "page-impossible": wording<{ permalink: string }>({
    severity: "warning",
    why: "A page is a file below the output folder: its address has to be one that such a file can have.",
    message: ({ permalink }) => `no page can stand at ${permalink}: the article is in the feeds only`,
    hint: () => "give the article a `permalink` or `slug` of plain names, without `?` and `#`",
  }),
  "page-taken": wording<{ path: string }>({
    severity: "warning",
    why: "Of two documents at one place only one could be read; the older article keeps its page.",
    message: ({ path }) => `its page has no place: ${path} is another document's, or a folder of others`,
    hint: () => "give the article another `permalink` or `slug`",
  }),
  "page-not-own": wording<{ path: string }>({
    severity: "warning",
    why: "What somebody else put into the output folder can't be written again; a page can.",
    message: ({ path }) => `${path} stays as it is: it wasn't written by feedwright`,
    hint: () => "delete it if it isn't needed; else give the article another `permalink`",
  }),
};
