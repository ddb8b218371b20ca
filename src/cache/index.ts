/**
 * The cache room: what articles were rendered to, kept for the next build. An article is found by its
 * content, and where its file is as it was, by the file's state, so that it needn't even be opened.
 *
 * What can go wrong: nothing that anyone would notice. What is missing, damaged or can't be kept is
 * rendered again.
 */
export { contentKey, stateKey } from "./keys.ts";
export { RenderingCache } from "./renderingCache.ts";
