import { wording } from "./wording.ts";

/** What can be wrong in the publish room. */
export const publishProblems = {};
