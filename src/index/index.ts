/**
 * The index room: the files that were found and the last build's index come in, the table of their
 * heads goes out; only heads of files that are not as they were are read again.
 *
 * What can go wrong: a head can't be read, which costs its article and is noted in the table. An
 * index that is missing, damaged, or was made by another program or configuration is as none.
 */
export { sharing } from "./hash.ts";
export { Heads, headProblems, type Timing } from "./heads.ts";
export { LastIndex } from "./lastIndex.ts";
export { readHeads } from "./read.ts";
export { type Renewals, renewals } from "./renewals.ts";
export { Stories } from "./stories.ts";
export { writeIndex } from "./writeIndex.ts";
