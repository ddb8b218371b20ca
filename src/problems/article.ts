import { wording } from "./wording.ts";

/** What can be wrong in the article room. */
export const articleProblems = {};
