import type { watchProblems } from "../watch.ts";
import type { Explanations } from "./explanation.ts";

export const watchExplained: Explanations<typeof watchProblems> = {
  "watch-limited": {
    what: "The system can't tell of changes in a folder. It is looked at again and again instead, and builds come a little later.",
    fix: "Raise the system's limit, or go on: nothing is missed. On disks of other machines there is no other way.",
  },
  "flags-together": {
    what: "Two flags were given of which one rules out what the other asks for.",
    fix: "Leave out one of the two.",
    wrong: "feedwright build --watch --dry-run",
    right: "feedwright build --dry-run",
  },
  "serve-unavailable": {
    what: "The preview can't listen at the address and port that it was told: another program is there, or they are not this machine's.",
    fix: "End what listens there, or name another port with `--port`. Without `--host` the preview listens on this machine alone.",
  },
};
