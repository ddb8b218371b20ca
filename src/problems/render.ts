import { wording } from "./wording.ts";

/** What can be wrong in the render room. */
export const renderProblems = {};
