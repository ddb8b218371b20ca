import { slugOf } from "../../parse/index.ts";
import type { ImportedArticle } from "../imported.ts";

/** In characters, of which one may take four bytes; names end at 255 bytes. */
const longest = 60;
/** Names that mean something to feedwright or to an operating system. */
const taken = /^(?:index|readme|con|prn|aux|nul|com\d|lpt\d)?$/;

/**
 * Where an article goes, without the ending: the year's folder, and its slug, its address's last part
 * or its headline, as letters, digits and hyphens. Nothing else of a source gets into a path.
 */
export function filePath({ slug, url, title, date }: ImportedArticle): string {
  const name = [slug, lastPart(url), title]
    .map((text) => nameOf(text ?? ""))
    .find((each) => !taken.test(each));
  const year = /^\d{4}/.exec(date ?? "")?.[0];
  return `${year === undefined ? "" : `${year}/`}${name ?? "article"}`;
}

function nameOf(text: string): string {
  const slug = [...slugOf(decoded(text))].slice(0, longest).join("");
  return slug.replace(/-+$/, "").toWellFormed();
}

function lastPart(url: string | undefined): string | undefined {
  if (url === undefined) return undefined;
  const parts = new URL(url).pathname.split("/").filter((part) => part !== "");
  return parts.at(-1)?.replace(/\.(?:html?|php|aspx?)$/i, "");
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
