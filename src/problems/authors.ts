import { systemReason, wording } from "./wording.ts";

const bylines = "Without it, bylines show the keys by which articles name their authors.";

/** What can be wrong with the content folder's `authors.yml`. */
export const authorsProblems = {
  "authors-unreadable": wording<{ error: unknown }>({
    severity: "warning",
    why: `The list of authors is a file of the content folder itself, and no link. ${bylines}`,
    message: ({ error }) => `the list of authors can't be read: ${systemReason(error)}`,
    hint: () => "make it a regular file in UTF-8, of 256 kB at the most",
  }),
  "authors-syntax": wording<{ reason: string }>({
    severity: "warning",
    why: `A list of authors that can't be read whole isn't used in part. ${bylines}`,
    message: ({ reason }) => `this is not valid YAML, and not used: ${reason}`,
    hint: () => "quote values that hold `: ` or `#`, and indent with spaces",
  }),
  "authors-shape": wording<object>({
    severity: "warning",
    why: `The list of authors says who is meant by each key. ${bylines}`,
    message: () => "the list of authors has no keys, and is not used",
    hint: () => "write `jane:`, and below it `name: Jane Doe`",
  }),
  "author-shape": wording<{ key: string }>({
    severity: "warning",
    why: "An author is described by name, address and picture; bylines show the key of one that isn't.",
    message: ({ key }) => `\`${key}\` has no \`name: …\` below it, and is left out`,
    hint: ({ key }) => `write \`${key}:\`, and below it \`name: …\``,
  }),
};
