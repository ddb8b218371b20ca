import { systemReason, wording } from "./wording.ts";

/** What can be wrong with a new article. */
export const newArticleProblems = {
  "headline-empty": wording<object>({
    severity: "fatal",
    why: "An article is called by its headline, in feeds and on its page.",
    message: () => "a new article needs its headline",
    hint: () => 'give it in quotes: feedwright new "The headline"',
  }),
  "headline-nameless": wording<{ seen: string }>({
    severity: "fatal",
    why: "File names and addresses are made of letters and digits.",
    message: ({ seen }) => `\`${seen}\` has no letters or digits to name a file by`,
    hint: () => "give a name with --name, as in --name opening-night",
  }),
  "folder-outside": wording<{ seen: string; content: string }>({
    severity: "fatal",
    why: "Articles are looked for in the content folder only.",
    message: ({ seen, content }) => `\`${seen}\` is not in the content folder, ${content}`,
    hint: () => "name a folder below it, as in --folder 2026",
  }),
  "article-there": wording<object>({
    severity: "fatal",
    why: "An article that somebody has written is never overwritten.",
    message: () => "there is an article of that name already",
    hint: () => "edit that one, or give the new one another name with --name",
  }),
  "article-unwritable": wording<{ error: unknown }>({
    severity: "fatal",
    why: "The file system refused to write the article.",
    message: ({ error }) => `the article can't be written: ${systemReason(error)}`,
    hint: () => "check the folder's permissions, and that the disk has room",
  }),
  "topic-near": wording<{ seen: string; meant: string }>({
    severity: "warning",
    why: "A topic in two spellings is two topics, each with a page and a feed of its own.",
    message: ({ seen, meant }) => `no other article has the topic \`${seen}\`, but some have \`${meant}\``,
    hint: ({ meant }) => `write \`topic: ${meant}\` if that was meant`,
  }),
};
