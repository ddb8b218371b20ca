import { wording } from "./wording.ts";

/** What can be wrong with the configuration, whether in the file or on the command line. */
export const configProblems = {
  "config-missing": wording<{ from: string }>({
    severity: "fatal",
    why: "A feed needs at least the site's title and address; nothing sensible can be assumed for them.",
    message: ({ from }) => `no feedwright.yaml was found in ${from} or above it`,
    hint: () => 'write one, or give --title "…" and --url https://…',
  }),
};
