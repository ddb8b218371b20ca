import { readdirSync } from "node:fs";
import { slugOf } from "../parse/index.ts";

/** Where a new file is to stand. */
export interface Surroundings {
  /** Absolute; it need not be there yet. */
  readonly folder: string;
  /** The article's, as in `2026-12-01`. */
  readonly day: string;
}

/** File systems end at 255 bytes; addresses should end long before. */
const longest = 100;
/** Names that mean something else: a folder's own page or notes, and Windows's devices. */
const taken = /^(?:index|readme|con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * A file's name after a headline, by the rules of permalinks: letters and digits of any script. With
 * its day in front where the neighbours have theirs, as Jekyll and Docusaurus do.
 * @returns nothing where the headline has no letter or digit
 */
export function fileNameFor(headline: string, { folder, day }: Surroundings): string | undefined {
  const slug = shortened(slugOf(headline));
  if (slug === "") return undefined;
  const name = taken.test(slug) ? `${slug}-1` : slug;
  return `${hasDatedNames(folder) ? `${day}-` : ""}${name}.md`;
}

/** Cut between words where there are some. */
function shortened(slug: string): string {
  if (Buffer.byteLength(slug) <= longest) return slug;
  let kept = "";
  for (const sign of slug) {
    if (Buffer.byteLength(kept + sign) > longest) break;
    kept += sign;
  }
  return kept.replace(/(?<=.)-[^-]*$/, "");
}

const dated = /^\d{4}-\d{1,2}-\d{1,2}[-_].+\.[a-z]+$/i;

function hasDatedNames(folder: string): boolean {
  if (/(?:^|[\\/])_posts(?:[\\/]|$)/.test(folder)) return true;
  const files = articlesIn(folder);
  return files.filter((name) => dated.test(name)).length * 2 > files.length;
}

function articlesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => /\.(?:mdx?|markdown)$/i.test(name));
  } catch {
    // It is made with the article.
    return [];
  }
}
