import { systemReason, wording } from "./wording.ts";

/** What can be wrong where a configuration is written. */
export const initProblems = {
  "init-there": wording<object>({
    severity: "fatal",
    why: "A configuration that somebody has written is never overwritten.",
    message: () => "there is a configuration already",
    hint: () => "edit it, or rename it first",
  }),
  "init-lacks": wording<{ lacks: readonly ("title" | "url")[] }>({
    severity: "fatal",
    why: "A feed needs the site's title and address, and nobody is there to be asked.",
    message: ({ lacks }) => `nothing in this folder says the site's ${namesOf(lacks)}`,
    hint: ({ lacks }) =>
      `give ${lacks.map((name) => sample[name]).join(" and ")}, or --yes to have placeholders`,
  }),
  "init-placeholder": wording<{ key: "title" | "url"; value: string }>({
    severity: "warning",
    why: "Readers would see the placeholder, and the addresses of all articles begin with it.",
    message: ({ key, value }) => `nothing says the site's ${names[key]}; \`${value}\` stands in for it`,
    hint: ({ key }) => `set \`site.${key}\` in feedwright.yaml before you publish`,
  }),
  "init-example": wording<{ value: string }>({
    severity: "warning",
    why: "That domain is kept for examples, and starters are full of it; the addresses of all articles begin with it.",
    message: ({ value }) => `the site's own configuration says that its address is \`${value}\``,
    hint: () => "set the real one there and as `site.url` in feedwright.yaml before you publish",
  }),
  "init-unread": wording<object>({
    severity: "warning",
    why: "A generator's configuration is read as data: nothing of it is run.",
    message: () => "this configuration can't be read without running it, or not at all",
    hint: () => "give what it says by flags, such as --title and --url",
  }),
  "init-pattern": wording<{ seen: string; instead: string }>({
    severity: "warning",
    why: "An article's address becomes its id: it has to be the one that the site gives it.",
    message: ({ seen }) => `the site's addresses can't be told whole: ${seen} is not understood`,
    hint: ({ instead }) => `compare \`permalink: ${instead}\` in feedwright.yaml with the site's addresses`,
  }),
  "init-elsewhere": wording<{ count: number; content: string }>({
    severity: "warning",
    why: "One configuration has one folder of articles and one pattern for their addresses.",
    message: ({ count, content }) =>
      `${count === 1 ? "an article outside" : `${count} articles outside`} of ${content} won't be in the feeds`,
    hint: () => "if they belong there, set `content` and `permalink` in feedwright.yaml so that they fit all",
  }),
  "init-unwritable": wording<{ error: unknown }>({
    severity: "fatal",
    why: "The file system refused to write the configuration.",
    message: ({ error }) => `the configuration can't be written: ${systemReason(error)}`,
    hint: () => "check the folder's permissions, and that the disk has room",
  }),
};

const names = { title: "title", url: "address" } as const;
const sample = { title: '--title "…"', url: "--url https://…" } as const;

function namesOf(lacks: readonly ("title" | "url")[]): string {
  return lacks.map((name) => names[name]).join(" and ");
}
