/**
 * Where articles are looked for when nothing says where, in this order: our own folder, then those
 * of Hugo and Zola, Jekyll, Astro, Eleventy and Docusaurus.
 */
export const contentFolders: readonly string[] = [
  "articles",
  "content",
  "_posts",
  "src/content",
  "posts",
  "blog",
  "src/posts",
  "src/pages",
];
