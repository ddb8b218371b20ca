import { posix } from "node:path";
import { decoded } from "../url.ts";

/** The page of the article that a reference names. */
export type PermalinkOf = (reference: string) => string | undefined;

const reference = /^(@?\/)?([^?#]*)([?#].*)?$/s;

/** Whether a link leads to an article's source: `other.md`, `/blog/other.md#part`, Zola's `@/other.md`. */
export function isArticle(href: string): boolean {
  return /^[^?#:]+\.(?:md|mdx|markdown)(?:[?#]|$)/i.test(href);
}

/**
 * How one article's references are looked up: from its own place first, then from the root.
 * Zola's `@/other.md` is no address as it is: where no article is found, it is taken for its place.
 * @param file the article's path below the content folder
 * @param lookUp by path below the content folder
 */
export function articleLinks(
  file: string,
  siteUrl: string,
  lookUp: PermalinkOf = () => undefined,
): PermalinkOf {
  return (href) => {
    const [, root, path = "", rest = ""] = reference.exec(decoded(href)) ?? [];
    if (path === "") return undefined;
    const beside = posix.join(posix.dirname(file), path);
    const page = (root === undefined ? lookUp(beside) : undefined) ?? lookUp(posix.normalize(path));
    if (page === undefined && root === "@/") return onSite(path, siteUrl) + rest;
    return page && page + rest;
  };
}

function onSite(path: string, siteUrl: string): string {
  return new URL(path.replace(/(?:\/?_?index)?\.md$/, "/"), siteUrl).href;
}
