/**
 * The sealed room: files that are only trusted as far as their checksums go. Named sections of bytes
 * come in, with a context that tells what they hang on; whoever opens the file with the same context
 * gets them back, whole or not at all. Writing has a door of its own (`seal.ts`): most builds only read.
 *
 * What can go wrong: writing throws what the file system throws. Reading throws nothing: what is gone,
 * damaged or another one's is as none.
 */
export { jsonOf } from "./json.ts";
export { thisProgram } from "./program.ts";
export { Sealed } from "./sealed.ts";
