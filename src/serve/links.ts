import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "../config/index.ts";
import { urlFrom } from "../url.ts";

/** All of the preview's own pages stand below it; what is published has all other addresses. */
export const reserved = "_feedwright";

/** An address of the preview. */
export function previewLink(page: string, query: Readonly<Record<string, string | number>> = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) search.set(name, String(value));
  return `/${reserved}/${page}${search.size === 0 ? "" : `?${search}`}`;
}

/** Where a file of the output folder is served. */
export function servedAt(path: string): string {
  return `/${path.split("/").map(encodeURIComponent).join("/")}`;
}

/** An address that a browser may be led to; nothing for what would run. */
export function webAddress(address: string): string | undefined {
  const url = urlFrom(address);
  return url?.protocol === "https:" || url?.protocol === "http:" ? url.href : undefined;
}

/** The name of the file at an address, as people read it. */
export function fileNameAt(address: string): string {
  const name =
    address
      .replace(/[?#].*$/s, "")
      .split("/")
      .at(-1) ?? "";
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/**
 * An address as the preview leads to it: pictures and recordings that were built are taken from here, as nothing of
 * them may be on the site yet.
 * @returns nothing for what no browser should be led to
 */
export function shownAddress(
  address: string,
  { site, output }: Pick<Config, "site" | "output">,
): string | undefined {
  const url = webAddress(address);
  if (!url?.startsWith(site.url)) return url;
  const rest = url.slice(site.url.length).replace(/[?#].*$/s, "");
  return rest !== "" && isFile(rest, output) ? `/${rest}` : url;
}

function isFile(rest: string, output: string): boolean {
  try {
    return existsSync(join(output, decodeURIComponent(rest)));
  } catch {
    return false;
  }
}
